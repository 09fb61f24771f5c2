SELECT * FROM approval ORDER BY approved_on, review
