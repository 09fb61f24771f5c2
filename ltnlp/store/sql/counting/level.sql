SELECT level, valence, review_kind, year, region,
       count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, level, valence FROM fact WHERE level IS NOT NULL AND valence IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY GROUPING SETS (
    (level, valence),
    (level, valence, review_kind),
    (level, valence, year),
    (level, valence, region)
)
