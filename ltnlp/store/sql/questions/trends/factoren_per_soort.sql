-- Hoe vaak elke factor voorkomt per soort review.
SELECT review_kind AS soort, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM factor_by_kind ORDER BY soort, n_reviews DESC NULLS LAST, factor
