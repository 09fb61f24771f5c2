SELECT review_kind, year, region, count(*) AS now, count(*) FILTER (before) AS before
FROM counted_review
GROUP BY GROUPING SETS ((), (review_kind), (year), (region))
