SELECT interaction_class, realised, relative_time, count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, interaction_class, realised, relative_time FROM fact WHERE interaction_class IS NOT NULL AND realised IS NOT NULL AND relative_time IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY interaction_class, realised, relative_time
