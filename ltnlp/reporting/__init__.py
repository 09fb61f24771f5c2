"""Timelines, graphs and patterns as files that people read."""
