SELECT interaction_class, realised, review_kind, year, region,
       count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, interaction_class, realised FROM fact WHERE interaction_class IS NOT NULL AND realised IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY GROUPING SETS (
    (interaction_class, realised),
    (interaction_class, realised, review_kind),
    (interaction_class, realised, year),
    (interaction_class, realised, region)
)
