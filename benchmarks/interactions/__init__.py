"""Learning and measuring which parties a sentence connects."""
