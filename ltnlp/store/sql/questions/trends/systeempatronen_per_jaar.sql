-- Patronen per jaar.
SELECT year AS jaar, pattern AS patroon, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM pattern_by_year ORDER BY patroon, werking, jaar
