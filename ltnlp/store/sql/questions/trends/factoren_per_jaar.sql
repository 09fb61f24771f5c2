-- Hoe vaak elke factor per jaar voorkomt; leeg is verborgen, geen nul.
SELECT year AS jaar, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM factor_by_year ORDER BY factor, werking, jaar
