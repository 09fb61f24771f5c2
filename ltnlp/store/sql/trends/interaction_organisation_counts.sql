CREATE TABLE interaction_organisation_counts (
    interaction_class VARCHAR, realised VARCHAR, organisation_kind VARCHAR,
    n_reviews INTEGER, of_reviews INTEGER, suppressed BOOLEAN, since_version INTEGER
)
