SELECT factor, level, valence, organisation_kind, count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, factor, level, valence, organisation_kind FROM fact WHERE factor IS NOT NULL AND level IS NOT NULL AND valence IS NOT NULL AND organisation_kind IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY factor, level, valence, organisation_kind
