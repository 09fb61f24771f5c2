SELECT * FROM hold ORDER BY until, review
