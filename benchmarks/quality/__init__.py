"""The whole chain over the labelled reviews, scored per split."""
