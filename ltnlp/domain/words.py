"""The words of a text with their places: what names are looked for in."""

import re
from dataclasses import dataclass

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.spans import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_TOKEN = re.compile(
    rf"(?<![^\W\d_])v\.\s?d\.|v/d|(?<![^\W\d_])(?:[{_UPPER}]|Th|Ch|Chr|Ph|IJ|Joh|Jac)\."
    rf"(?:-?(?:[{_UPPER}]|Th|Ch)\.)*"
    r"|(?<![^\W_])['’‘][tsnTSN](?=[\s\-])"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"
    r"(?:['’‘´`\-‐‑][^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*)*"
    r"|\d+|\S"
)
_LOWER = re.compile(
    _TOKEN.pattern.replace(
        "|[^", r"|(?<![^\W\d_.])[a-z]\.(?:\s?[a-z]\.){0,3}(?=[\s,;:)|]|$)|[^", 1
    )
)
_ABBREVIATIONS = word_set(
    "v.d. i.v.m. d.d. m.b.t. o.a. t.b.v. n.a.v. i.o. a.s. e.d. m.i. p.w. t.o.v. d.w.z. z.s.m. "
    "e.a. t.a.v. o.b.v. m.u.v. v.a. o.l.v. i.p.v. i.s.m. o.i.d. b.v. n.v. p.m. u. "
    "t.e.m. t.m. z.o.z. w.v. m.a.w. m.m.v. h.o. s.v.p. b.g.g. q.q. c.q. d.m.v. o.v."
)
_STARTS = frozenset('.!?:;…|•*\n>"“”„«»')


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of one text, as lists side by side: speed counts here.

    Attributes:
        text: what was cut.
        shown: each token as written, a possessive s cut off.
        keys: each token folded.
        starts, ends: its place; `ends` lies before a possessive s.
        capital: it begins with a capital.
        opens: it stands where a sentence, line, cell or quotation begins.
    """

    text: str
    shown: list[str]
    keys: list[str]
    starts: list[int]
    ends: list[int]
    capital: list[bool]
    opens: list[bool]

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.keys)

    def span(self, first: int, behind: int) -> Span:
        """Return the place of the tokens from `first` up to `behind`."""
        return Span(start=self.starts[first], end=self.ends[behind - 1])

    def joined(self, at: int) -> bool:
        """Tell whether only blanks of one line stand between `at` and the token before.

        A possessive s is no blank: "Sanne's Tom" are two names.
        """
        if at <= 0:
            return False
        return self.text[self.ends[at - 1] : self.starts[at]] in {" ", "  ", "\u00a0"}

    def key(self, at: int) -> str:
        """Return the folded token at `at`, "" outside the text."""
        return self.keys[at] if 0 <= at < len(self.keys) else ""


def is_initial(shown: str) -> bool:
    """Tell whether a token is one or more initials with their full stops."""
    initial = len(shown) > 1 and shown[-1] == "." and shown[0].isalpha()
    return initial and shown.replace(" ", "") not in _ABBREVIATIONS


def cut(text: str, start: int = 0, *, lower: bool = False) -> Words:
    """Cut `text` into tokens: words, numbers, initials and single marks.

    Args:
        text: what is cut.
        start: only from this offset on.
        lower: written without capitals, so that initials have none either.
    """
    words = Words(
        text=text, shown=[], keys=[], starts=[], ends=[], capital=[], opens=[]
    )
    opening = True
    lines = "\n" in text
    reached = start
    for match in (_LOWER if lower else _TOKEN).finditer(text, start):
        shown, at, end = match.group(), match.start(), match.end()
        if lines and not opening and "\n" in text[reached:at]:
            opening = True
        reached = end
        if end - at > 2 and shown[-2] in "'’‘´`" and shown[-1] in "sS":
            shown, end = shown[:-2], end - 2
        words.shown.append(shown)
        words.keys.append(fold(shown))
        words.starts.append(at)
        words.ends.append(end)
        words.capital.append(shown[0].isupper())
        words.opens.append(opening)
        leads = words.opens[-1] and (shown[0].isdigit() or shown in "-/.,)'’")
        opening = leads or (len(shown) == 1 and shown in _STARTS)
        if not opening and shown in {"-", "–", "—", "(", "[", "'", "‘"}:
            opening = words.opens[-1] and shown != "("
    return words
