SELECT pattern, valence, review_kind, year, region,
       count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, pattern, valence FROM fact WHERE pattern IS NOT NULL AND valence IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY GROUPING SETS (
    (pattern, valence),
    (pattern, valence, review_kind),
    (pattern, valence, year),
    (pattern, valence, region)
)
