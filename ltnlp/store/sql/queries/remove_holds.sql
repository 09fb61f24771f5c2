DELETE FROM hold WHERE review = $review
