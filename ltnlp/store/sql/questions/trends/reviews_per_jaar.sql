-- Hoeveel reviews er per jaar zijn: waarvan alle aantallen een deel zijn.
SELECT year AS jaar, n_reviews AS reviews FROM review_by_year ORDER BY jaar
