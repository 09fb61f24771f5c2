DELETE FROM fact WHERE review = $review
