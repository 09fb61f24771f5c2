-- Welke factoren komen in de meeste reviews voor, met aantal, totaal en percentage.
SELECT level AS niveau, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM factor_overview ORDER BY n_reviews DESC, factor
