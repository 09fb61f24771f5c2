"""Measurements of timeline."""
