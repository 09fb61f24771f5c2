"""What the words around a person's name tell of who is meant."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from ltnlp.domain.folding import fold
from ltnlp.domain.spans import Span

_END = re.compile(r"[.!?]+[\"'”’)]*\s+(?=[\"'“‘(]?[A-ZÀ-Ý])|\n|\s\|\s")
_END_LOWER = re.compile(r"[.!?]+\s+|\n|\s\|\s")
_GENERATION = re.compile(
    r"\s*,?\s*(?-i:(?!\((?:SR|JR)\)))\(?(sr|jr|senior|junior)\b", re.IGNORECASE
)
"""Father or son of one name; "S. Ramos (SR)" tells initials."""
_ARTICLE = re.compile(r"\b[Dd]e $")
_ALIAS = re.compile(
    r"\s*[,(]?\s*(?:(?:die|ook|wordt|werd|zelf|eigenlijk|is|zijn|haar|met)\s+){0,3}"
    r"(?:roepnaam|bijnaam|koosnaam|genoemd|genaamd|alias|zeg maar|noemt (?:zich|zichzelf)"
    r"|noemt hij zich|noemt ze zich|ook wel|oftewel|bekend als"
    r"|heet(?:te)? (?:op school|thuis|eigenlijk|voluit|officieel|in het echt))"
    r"\s*:?\s*[\"'“‘]?\s*"
)
_LEGEND = re.compile(
    r"\)?[\"'”’]?\s*(?:=|is)\s*(?:(?:mevr|mw|mevrouw|dhr|meneer|juf|dr)\.?\s)?",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\)?\s*[:>]\s*")
_CLOSING = frozenset({"", ".", ",", "!", "\n"})
_LONGEST_LETTERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What stands around a name.

    Attributes:
        sentence: number of its sentence, line or cell in the passage.
        generation: "sr" or "jr" where that stands behind it.
        plural: it ends as a plural does, behind an article ("de Jansens").
        alias: the name before it in the passage is called so ("roepnaam Willy").
        legend: the letters before it in the passage stand for it ("S = storm", "S: storm.").
    """

    sentence: int = 0
    generation: str = ""
    alias: bool = False
    plural: bool = False
    legend: bool = False


NOTHING_AROUND = Around()


def sentence_ends(text: str) -> tuple[int, ...]:
    """Return where the sentences, lines and cells of a passage end, in order."""
    form = _END_LOWER if text.islower() else _END
    return tuple(found.end() for found in form.finditer(text))


def around(text: str, span: Span, before: Span | None, ends: Sequence[int]) -> Around:
    """Return what stands around the name at `span`.

    Args:
        text: of the passage.
        span: of the name.
        before: of the person's name before it in the passage, None where there is none.
        ends: where the sentences of the passage end.
    """
    behind = _GENERATION.match(text, span.end)
    return Around(
        sentence=bisect_right(ends, span.start),
        generation=fold(behind[1])[0] + "r" if behind else "",
        plural=text[span.end - 1] == "s" and bool(_ARTICLE.search(text[: span.start])),
        alias=before is not None and _is_called(text, before, span.start),
        legend=before is not None
        and (_explains(text, before, span.start) or _introduces(text, before, span)),
    )


def _explains(text: str, before: Span, start: int) -> bool:
    short = before.end - before.start <= _LONGEST_LETTERS
    return short and _LEGEND.fullmatch(text, before.end, start) is not None


def _introduces(text: str, before: Span, span: Span) -> bool:
    """Tell whether who speaks under letters begins with a name that begins so: "d: desi. ja"."""
    label = before.start <= 1 and before.end - before.start <= _LONGEST_LETTERS
    if not label or _LABELLED.fullmatch(text, before.end, span.start) is None:
        return False
    begins = fold(span.of(text)).startswith(fold(before.of(text)))
    return begins and text[span.end : span.end + 1] in _CLOSING


def _is_called(text: str, before: Span, start: int) -> bool:
    """Tell whether two names are one's: not in "de moeder van Kim heet eigenlijk Mia"."""
    if _ALIAS.fullmatch(text, before.end, start) is None:
        return False
    return not text[: before.start].rstrip().lower().endswith(" van")
