CREATE TABLE factor_time_counts (
    factor VARCHAR, level VARCHAR, valence VARCHAR, relative_time VARCHAR,
    n_reviews INTEGER, of_reviews INTEGER, suppressed BOOLEAN, since_version INTEGER
)
