-- Hoe vaak elke factor voorkomt per regio; leeg als regios niet mogen.
SELECT region AS regio, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM factor_by_region ORDER BY regio, n_reviews DESC NULLS LAST, factor
