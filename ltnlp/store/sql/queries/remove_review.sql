DELETE FROM review WHERE id = $review
