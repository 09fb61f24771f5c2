SELECT factor, level, valence, relative_time, count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, factor, level, valence, relative_time FROM fact WHERE factor IS NOT NULL AND level IS NOT NULL AND valence IS NOT NULL AND relative_time IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY factor, level, valence, relative_time
