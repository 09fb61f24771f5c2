-- Wat volgens de bronnen niet gebeurde, en in hoeveel reviews.
SELECT interaction_class AS soort, n_reviews AS reviews, of_reviews AS van, percent
FROM interaction_not_realised ORDER BY n_reviews DESC, soort
