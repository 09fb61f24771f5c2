SELECT count(DISTINCT review) AS reviews FROM fact
