DELETE FROM factor_record WHERE review = $review
