"""The words of a text with their places: what names are looked for in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from operator import add

from ltnlp.domain.folding import fold, word_set
from ltnlp.domain.spans import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĻĽŁŃŅŇŐŘŚŞŠŢŤŪŮŰŹŻŽ"
_INITIAL = (
    rf"[{_UPPER}](?<![^\W\d_].)(?:(?<=[TCPSKG])h|(?<=C)hr|(?<=I)J|(?<=J)oh|(?<=J)ac"
    r"|(?<=[STD])j|(?<=T)sj|(?<=F)r)?\."
)
"""An initial at the head of a name: "J.", "Th.", "Tsj."; its first letter decides soon."""
_PLAIN_WORD = r"[^\W\d_]{2,}(?![\w.'’‘´`\-‐‑/\u0300-\u036f\u00ad\u200b-\u200d])"
"""What most tokens are: letters with nothing behind them that could go on."""
_TOKEN = re.compile(
    rf"{_PLAIN_WORD}|"
    r"v(?<![^\W\d_]v)\.\s?d\.|v(?<![^\W\d_]v)(?<!\.v)\.(?=\s?[A-Z]\.)|[aov]/d(?![^\W_])"
    rf"|{_INITIAL}(?:-?(?:[{_UPPER}]|Th|Ch|Sj|Tj|Dj|Sh)\.)*"
    r"|(?<![^\W_])['’‘][tsnTSN](?=[\s\-])"
    r"|[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d])*"
    r"(?:['’‘´`\-‐‑][^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u00ad\u200b-\u200d])*)*"
    r"|\d+|\S"
)
_ABBREVIATIONS = word_set(
    "v.d. i.v.m. d.d. m.b.t. o.a. t.b.v. n.a.v. i.o. a.s. e.d. m.i. p.w. t.o.v. d.w.z. z.s.m. "
    "e.a. t.a.v. o.b.v. m.u.v. v.a. o.l.v. i.p.v. i.s.m. o.i.d. b.v. n.v. p.m. u. "
    "a.u.b. z.g. i.c. e.v. n.v.t. t.z.t. m.n. m.k. z.k. i.t.t. a.h.w. t.g.v. n.n.b. n.t.b. "
    "t.l.v. a.d.h.v. a.h.v. i.g.v. o.g.v. v.w.b. z.i. z.n. z.z.p. b.s.o. "
    "t.n.v. t.e.m. t.m. z.o.z. w.v. m.a.w. m.m.v. h.o. s.v.p. b.g.g. q.q. c.q. d.m.v. o.v. i.a.a. i.o.m. i.h.k.v. o.v.v. t.w.v. p.o. t.a. t.k."
)
_LOWER = re.compile(
    _TOKEN.pattern.replace(
        "|[^",
        "|(?=[a-z]\\.[a-z])(?<![^\\W\\d_.])(?:"
        + "|".join(map(re.escape, sorted(_ABBREVIATIONS, key=len, reverse=True)))
        + r")(?![a-z])|[a-z](?<![^\W\d_./].)\.(?:\s?[a-z]\.){0,3}(?=[\s,;:)|]|$)|[^",
        1,
    )
)
_TWO = 2
_APOSTROPHES = "'’‘´`"
_QUOTES = frozenset("-–—['‘")
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
    if " " in shown and shown.count(".") == _TWO:
        return initial  # "w. v. Dam" is somebody, "w.v." are letters of words
    return initial and shown.replace(" ", "") not in _ABBREVIATIONS


def cut(text: str, *, lower: bool = False) -> Words:
    """Cut `text` into tokens: words, numbers, initials and single marks.

    Args:
        text: what is cut.
        lower: written without capitals, so that initials have none either.
    """
    shown = (_LOWER if lower else _TOKEN).findall(text)
    starts = _starts(text, shown)
    ends = list(map(add, starts, map(len, shown)))
    opens = _openings(text, shown, starts, ends)
    if any(mark in text for mark in _APOSTROPHES):
        for at, word in enumerate(shown):
            if _is_owned(word):
                shown[at], ends[at] = word[:-2], ends[at] - 2
    return Words(
        text=text,
        shown=shown,
        keys=list(map(fold, shown)),
        starts=starts,
        ends=ends,
        capital=[word[0].isupper() for word in shown],
        opens=opens,
    )


def word_keys(text: str) -> tuple[str, ...]:
    """Return the folded tokens of a name: `cut` without places, which most need not."""
    shown = _TOKEN.findall(text)
    return tuple([fold(word[:-2] if _is_owned(word) else word) for word in shown])


def _is_owned(word: str) -> bool:
    """Tell whether a token ends in a possessive s: "Sanne's"."""
    return word[-1] in "sS" and len(word) > 2 and word[-2] in _APOSTROPHES


def _starts(text: str, shown: Sequence[str]) -> list[int]:
    """Return where each token begins: only blanks lie between two of them."""
    starts: list[int] = []
    reached = 0
    for word in shown:
        at = text.index(word, reached)
        starts.append(at)
        reached = at + len(word)
    return starts


def _openings(
    text: str, shown: Sequence[str], starts: Sequence[int], ends: Sequence[int]
) -> list[bool]:
    """Return for each token whether a sentence, line, cell or quotation begins there."""
    opens = [False] * (len(shown) + 1)
    opens[0] = True
    if "\n" in text:
        for at in range(1, len(shown)):
            opens[at] = "\n" in text[ends[at - 1] : starts[at]]
    for at, word in enumerate(shown):
        if not word[0].isalpha() and _goes_before(word, opening=opens[at]):
            opens[at + 1] = True
    return opens[:-1]


def _goes_before(mark: str, *, opening: bool) -> bool:
    """Tell whether a sentence begins behind a mark or number, where one began before it."""
    if mark in _STARTS or (opening and (mark[0].isdigit() or mark in "-/.,)'’")):
        return True
    return opening and mark in _QUOTES
