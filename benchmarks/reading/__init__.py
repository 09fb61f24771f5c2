"""What reading costs: seconds of CPU for a large file, memory over many files."""
