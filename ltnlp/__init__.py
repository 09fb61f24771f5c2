"""Learning timelines from Dutch youth-care reviews, without names."""
