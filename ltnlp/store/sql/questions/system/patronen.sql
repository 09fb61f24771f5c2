-- Patronen uit de laatste vergelijking, met het aantal reviews dat ze laat zien.
SELECT id, name AS naam, road AS weg, valence AS werking, n_reviews AS reviews,
       round(spread, 2) AS spreiding, round(stability, 2) AS stabiliteit
FROM pattern ORDER BY n_reviews DESC, road, id
