CREATE TABLE factor_counts (
    review_kind VARCHAR, factor VARCHAR, level VARCHAR, valence VARCHAR, n_reviews INTEGER, n_factors INTEGER, suppressed BOOLEAN
)
