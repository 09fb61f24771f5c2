DELETE FROM rule WHERE name = $name
