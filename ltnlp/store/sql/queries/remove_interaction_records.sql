DELETE FROM interaction_record WHERE review = $review
