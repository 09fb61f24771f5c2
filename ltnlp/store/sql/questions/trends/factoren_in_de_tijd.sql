-- In welk deel van de periode van de casus een factor speelde.
SELECT relative_time AS deel, factor, name_nl AS naam, valence AS werking, n_reviews AS reviews, of_reviews AS van
FROM factor_by_time ORDER BY factor, werking, deel
