-- Factoren waarvan het totaal in deze versie veranderde of voor het eerst getoond wordt.
SELECT level AS niveau, factor, valence AS werking, n_reviews AS reviews, of_reviews AS van
FROM factor_counts WHERE slice = 'all' AND since_version = (SELECT version FROM publication)
ORDER BY n_reviews DESC, factor
