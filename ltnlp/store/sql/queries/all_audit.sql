SELECT * FROM audit ORDER BY number
