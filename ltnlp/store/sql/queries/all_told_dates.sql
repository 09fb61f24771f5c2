SELECT body FROM told_date ORDER BY rowid
