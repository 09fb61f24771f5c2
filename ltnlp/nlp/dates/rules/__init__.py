"""The grammar of Dutch dates, grouped by phenomenon."""
