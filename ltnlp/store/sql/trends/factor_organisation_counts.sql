CREATE TABLE factor_organisation_counts (
    factor VARCHAR, level VARCHAR, valence VARCHAR, organisation_kind VARCHAR,
    n_reviews INTEGER, of_reviews INTEGER, suppressed BOOLEAN, since_version INTEGER
)
