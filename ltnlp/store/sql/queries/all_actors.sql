SELECT body FROM actor ORDER BY rowid
