SELECT body FROM document ORDER BY slot, id
