SELECT * FROM review ORDER BY created_on, id
