-- Welke soort organisatie welke interactie aanging.
SELECT organisation_nl AS organisatie, interaction_class AS soort, realised AS gebeurd, n_reviews AS reviews, of_reviews AS van
FROM interaction_by_organisation ORDER BY n_reviews DESC, organisatie, soort, gebeurd
