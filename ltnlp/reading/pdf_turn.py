"""Pages of a PDF whose words lie on their side: turned until a reader can read them."""

import math
from collections import Counter
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in points."""

SAMPLE = 60
"""Letters of a page that are asked which way they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """By how many quarters of a circle words are turned, clockwise, on what page."""

    quarters: int = 0
    width: float = 0.0
    height: float = 0.0

    def upright(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return where a box stands once the page is turned back."""
        if self.quarters == 0:
            return left, bottom, right, top
        if self.quarters == 1:
            return self.height - top, left, self.height - bottom, right
        if self.quarters == 2:
            return (
                self.width - right,
                self.height - top,
                self.width - left,
                self.height - bottom,
            )
        return bottom, self.width - right, top, self.width - left


UPRIGHT = Turn()


def turn_of(page: pdfium.PdfPage, textpage: object, count: int) -> Turn:
    """Return how most words of a page are turned."""
    step = max(1, count // SAMPLE)
    angles = (raw.FPDFText_GetCharAngle(textpage, at) for at in range(0, count, step))
    quarters = Counter(
        round(angle / (math.pi / 2)) % 4 for angle in angles if angle >= 0
    )
    most = quarters.most_common(1)
    if not most or most[0][0] == 0:
        return UPRIGHT
    left, bottom, right, top = page.get_mediabox()
    return Turn(quarters=most[0][0], width=right - left, height=top - bottom)
