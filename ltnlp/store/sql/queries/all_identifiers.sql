SELECT * FROM identifier ORDER BY document, start_at
