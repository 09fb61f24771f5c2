-- What an analyst starts from; a count that is not shown is NULL, never 0.
CREATE VIEW factors_by_level AS
SELECT level, valence, max(n_reviews) AS most_reviews, count(*) FILTER (NOT suppressed) AS cells,
       count(*) FILTER (suppressed) AS hidden
FROM factor_counts GROUP BY ALL ORDER BY level, valence;
CREATE VIEW interactions_that_stayed_out AS
SELECT organisation_kind, interaction_class, n_reviews, n_interactions
FROM interaction_counts WHERE realised = 'nee' AND NOT suppressed ORDER BY n_reviews DESC;
