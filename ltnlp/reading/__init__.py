"""Bytes to text: one file per format."""
