SELECT body FROM destruction ORDER BY destroyed_on
