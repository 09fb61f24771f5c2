-- Each finalised review once, where it counts, and whether the last version had it.
CREATE OR REPLACE TEMP TABLE counted_review AS
SELECT fact.review,
       coalesce(any_value(review_kind), 'onbekend') AS review_kind,
       coalesce(nullif(any_value(year), 0)::VARCHAR, 'onbekend') AS year,
       coalesce(any_value(region), 'onbekend') AS region,
       bool_or(published_review.review IS NOT NULL) AS before
FROM fact LEFT JOIN published_review USING (review)
GROUP BY fact.review
