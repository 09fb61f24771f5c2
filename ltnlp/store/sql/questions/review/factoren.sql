-- Bijdragende factoren per niveau, hoe vaak genoemd en in hoeveel bronnen.
SELECT level AS niveau, code AS factor, valence AS werking, status AS stand,
       count(*) AS keer, count(DISTINCT document) AS bronnen
FROM factor GROUP BY ALL ORDER BY niveau, keer DESC, factor
