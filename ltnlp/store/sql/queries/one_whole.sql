SELECT body FROM whole WHERE name = $name
