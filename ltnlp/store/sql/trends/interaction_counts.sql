CREATE TABLE interaction_counts (
    organisation_kind VARCHAR, interaction_class VARCHAR, realised VARCHAR, n_reviews INTEGER, n_interactions INTEGER, suppressed BOOLEAN
)
