-- In hoeveel reviews elke factor voorkomt (voorgesteld en geaccepteerd apart; intern gebruik).
SELECT level AS niveau, code AS factor, valence AS werking,
       count(DISTINCT review) AS reviews,
       count(DISTINCT review) FILTER (status IN ('accepted', 'recoded')) AS geaccepteerd
FROM factor_record GROUP BY ALL ORDER BY reviews DESC, factor
