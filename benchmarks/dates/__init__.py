"""Dutch dates: ours beside other readers, on the same gold in one run."""
