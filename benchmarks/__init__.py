"""Measurements, each one command; see docs/measurements.md."""
