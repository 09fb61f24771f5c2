DELETE FROM step WHERE name = $name
