DELETE FROM whole WHERE name = $name
