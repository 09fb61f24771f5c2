-- Welke soort organisatie welke factor noemde.
SELECT organisation_nl AS organisatie, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van
FROM factor_by_organisation ORDER BY n_reviews DESC, organisatie, factor
