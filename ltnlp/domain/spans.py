"""Places in a text, and how a place moves when the text is cleaned or pseudonymised."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open stretch of Unicode code points: `start` inside, `end` outside."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise ValueError unless 0 ≤ start < end."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        """Return the number of code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shifted(self, by: int) -> "Span":
        """Return the span moved `by` code points."""
        return Span(start=self.start + by, end=self.end + by)

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span names."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a derived text and the stretch of the origin it stands for.

    A `verbatim` piece is the same text in both; any other piece was put in the
    place of its origin and can only be mapped as a whole.
    """

    text: Span
    origin: Span
    verbatim: bool = True

    def __post_init__(self) -> None:
        """Raise ValueError when a verbatim piece differs in length."""
        if self.verbatim and len(self.text) != len(self.origin):
            raise ValueError("a verbatim piece has the length of its origin")


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetMap:
    """Maps spans of a derived text to spans of its origin and back.

    Pieces stand in order, without gap in the derived text; the origin may have gaps.
    """

    pieces: tuple[Piece, ...]
    _text_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _origin_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Raise ValueError unless the pieces are ordered and gapless in the text."""
        here, there = 0, 0
        for piece in self.pieces:
            if piece.text.start != here or piece.origin.start < there:
                raise ValueError("pieces must be ordered and without gap")
            here, there = piece.text.end, piece.origin.end
        object.__setattr__(
            self, "_text_starts", tuple(p.text.start for p in self.pieces)
        )
        object.__setattr__(
            self, "_origin_starts", tuple(p.origin.start for p in self.pieces)
        )

    @classmethod
    def identity(cls, *, start: int, length: int) -> "OffsetMap":
        """Map a text of `length` to itself, beginning at `start` of the origin."""
        if not length:
            return cls(pieces=())
        piece = Piece(
            text=Span(start=0, end=length),
            origin=Span(start=start, end=start + length),
        )
        return cls(pieces=(piece,))

    def to_origin(self, span: Span) -> Span:
        """Return the smallest span of the origin that `span` stands for.

        Raises:
            ValueError: `span` reaches outside the derived text.
        """
        if not self.pieces or span.end > self.pieces[-1].text.end:
            raise ValueError("span outside the mapped text")
        first = self.pieces[bisect_right(self._text_starts, span.start) - 1]
        last = self.pieces[bisect_right(self._text_starts, span.end - 1) - 1]
        start, end = first.origin.start, last.origin.end
        if first.verbatim:
            start += span.start - first.text.start
        if last.verbatim:
            end = last.origin.start + (span.end - last.text.start)
        return Span(start=start, end=end)

    def from_origin(self, span: Span) -> Span | None:
        """Return the span of the derived text that covers `span`, None if dropped."""
        touched = self._touched(span)
        if not touched:
            return None
        first, last = touched[0], touched[-1]
        start, end = first.text.start, last.text.end
        if first.verbatim:
            start += max(0, span.start - first.origin.start)
        if last.verbatim:
            end -= max(0, last.origin.end - span.end)
        return Span(start=start, end=end)

    def _touched(self, span: Span) -> Sequence[Piece]:
        at = max(0, bisect_right(self._origin_starts, span.start) - 1)
        upto = bisect_right(self._origin_starts, span.end - 1)
        return [p for p in self.pieces[at:upto] if p.origin.overlaps(span)]

    def through(self, further: "OffsetMap") -> "OffsetMap":
        """Compose: this map's origin is the derived text of `further`.

        Raises:
            ValueError: this map reaches outside the derived text of `further`.
        """
        pieces: list[Piece] = []
        for piece in self.pieces:
            if piece.verbatim:
                pieces.extend(_cut(piece, further))
            else:
                origin = further.to_origin(piece.origin)
                pieces.append(Piece(text=piece.text, origin=origin, verbatim=False))
        return OffsetMap(pieces=tuple(_merged(pieces)))

    def _within(self, span: Span) -> Sequence[Piece]:
        """Return the pieces that stand in `span` of the derived text."""
        if not self.pieces or span.end > self.pieces[-1].text.end:
            raise ValueError("span outside the mapped text")
        at = bisect_right(self._text_starts, span.start) - 1
        return self.pieces[at : bisect_right(self._text_starts, span.end - 1)]


def _cut(piece: Piece, further: OffsetMap) -> Iterable[Piece]:
    """Split a verbatim piece where the further map changes its own piece."""
    for deeper in further._within(piece.origin):
        middle = Span(
            start=max(piece.origin.start, deeper.text.start),
            end=min(piece.origin.end, deeper.text.end),
        )
        yield Piece(
            text=middle.shifted(piece.text.start - piece.origin.start),
            origin=further.to_origin(middle),
            verbatim=deeper.verbatim,
        )


def _merged(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Join neighbours that stand for one replaced origin: it maps as a whole."""
    held: Piece | None = None
    for piece in pieces:
        if held is not None and piece.origin.start < held.origin.end:
            held = Piece(
                text=Span(start=held.text.start, end=piece.text.end),
                origin=Span(
                    start=min(held.origin.start, piece.origin.start),
                    end=max(held.origin.end, piece.origin.end),
                ),
                verbatim=False,
            )
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held
