DELETE FROM motif_record WHERE review = $review
