CREATE TABLE pattern_counts (
    pattern VARCHAR, valence VARCHAR, slice VARCHAR, review_kind VARCHAR, year INTEGER, region VARCHAR,
    n_reviews INTEGER, of_reviews INTEGER, suppressed BOOLEAN, since_version INTEGER
)
