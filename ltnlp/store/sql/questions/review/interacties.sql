-- Hoe vaak elke soort interactie tussen twee soorten organisaties wel en niet gebeurde.
SELECT giver AS van, receiver AS naar, class AS soort, realised AS gebeurd, count(*) AS aantal
FROM interaction WHERE NOT expected
GROUP BY ALL ORDER BY aantal DESC, van, naar, soort
