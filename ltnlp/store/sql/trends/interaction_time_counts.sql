CREATE TABLE interaction_time_counts (
    interaction_class VARCHAR, realised VARCHAR, relative_time VARCHAR,
    n_reviews INTEGER, of_reviews INTEGER, suppressed BOOLEAN, since_version INTEGER
)
