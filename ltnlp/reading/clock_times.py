"""Times of a recording as they are written: "0:05", "00:01:02.300", "0:00,0"."""

CLOCK = r"\d{1,2}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?"

BEGINS_WITHIN = 2 * 60.0
"""Seconds: where the first time is later, "10:15" may be an hour of the day."""


def seconds(time: str) -> float:
    """Return how many seconds after the beginning "1:02:03,4" stands."""
    total = 0.0
    for part in time.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
