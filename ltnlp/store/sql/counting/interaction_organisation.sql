SELECT interaction_class, realised, organisation_kind, count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, interaction_class, realised, organisation_kind FROM fact WHERE interaction_class IS NOT NULL AND realised IS NOT NULL AND organisation_kind IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY interaction_class, realised, organisation_kind
