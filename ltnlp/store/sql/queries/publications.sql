SELECT * FROM publication ORDER BY version
