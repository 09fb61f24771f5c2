"""How well and how fast names are found, beside others."""
