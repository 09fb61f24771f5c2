-- In hoeveel reviews een patroon uit de bibliotheek is herkend.
SELECT pattern AS patroon, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van, percent
FROM pattern_overview ORDER BY n_reviews DESC, patroon
