-- Welke soorten interacties wel en niet gebeurden.
SELECT interaction_class AS soort, realised AS gebeurd, n_reviews AS reviews, of_reviews AS van, percent
FROM interaction_overview ORDER BY soort, n_reviews DESC
