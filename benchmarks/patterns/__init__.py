"""Patterns over reviews: planted ones found, shuffled ones not."""
