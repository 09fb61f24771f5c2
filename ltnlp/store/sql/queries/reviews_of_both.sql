SELECT count(*) AS reviews
FROM (
    SELECT review FROM fact WHERE factor = $one OR pattern = $one
    INTERSECT
    SELECT review FROM fact WHERE factor = $other OR pattern = $other
)
