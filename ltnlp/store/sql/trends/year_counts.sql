CREATE TABLE year_counts (
    year INTEGER, level VARCHAR, valence VARCHAR, n_reviews INTEGER, n_factors INTEGER, suppressed BOOLEAN
)
