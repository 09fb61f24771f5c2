SELECT body FROM pattern ORDER BY road, n_reviews DESC, id
