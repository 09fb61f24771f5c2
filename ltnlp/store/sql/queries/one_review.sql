SELECT * FROM review WHERE id = $review
