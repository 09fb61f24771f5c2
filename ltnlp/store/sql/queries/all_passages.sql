SELECT body FROM passage ORDER BY document, ordinal
