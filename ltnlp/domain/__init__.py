"""What a review is about: frozen types, standard library only."""
