SELECT * FROM release ORDER BY destroy_by, id
