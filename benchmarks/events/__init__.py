"""What is learnt from the labelled reviews for events, and how well it holds."""
