"""The labelled corpus: is it sound, and how well do predictions fit it."""
