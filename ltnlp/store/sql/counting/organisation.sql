SELECT organisation_kind, review_kind, year, region,
       count(*) AS now, count(*) FILTER (before) AS before
FROM (SELECT DISTINCT review, organisation_kind FROM fact WHERE organisation_kind IS NOT NULL AND interaction_class IS NOT NULL)
JOIN counted_review USING (review)
GROUP BY GROUPING SETS (
    (organisation_kind),
    (organisation_kind, review_kind),
    (organisation_kind, year),
    (organisation_kind, region)
)
