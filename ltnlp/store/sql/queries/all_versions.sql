SELECT number, made_at, events, corrections, sources FROM version ORDER BY number
