SELECT factor, level, valence, review_kind, year, region,
       count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, factor, level, valence FROM fact WHERE factor IS NOT NULL AND level IS NOT NULL AND valence IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY GROUPING SETS (
    (factor, level, valence),
    (factor, level, valence, review_kind),
    (factor, level, valence, year),
    (factor, level, valence, region)
)
