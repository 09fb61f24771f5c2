SELECT body FROM correction ORDER BY number
