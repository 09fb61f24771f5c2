SELECT body FROM factor ORDER BY rowid
