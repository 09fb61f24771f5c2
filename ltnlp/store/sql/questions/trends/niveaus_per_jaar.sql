-- Op welk van de zes niveaus factoren liggen, per jaar.
SELECT year AS jaar, name_nl AS niveau, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM level_by_year ORDER BY jaar, level, werking
