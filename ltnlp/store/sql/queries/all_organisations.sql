SELECT body FROM organisation ORDER BY rowid
