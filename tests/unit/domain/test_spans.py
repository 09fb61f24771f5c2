"""Places: what holds for every map from a derived text to its origin."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.spans import OffsetMap, Piece, Span


def span(start: int, end: int) -> Span:
    return Span(start=start, end=end)


@st.composite
def maps(draw, length: int | None = None) -> OffsetMap:
    """A map whose derived text has `length` code points (any when None)."""
    left = length
    here, there = 0, draw(st.integers(0, 5))
    pieces = []
    for _ in range(draw(st.integers(1, 6)) if length is None else length):
        if left == 0:
            break
        size = draw(st.integers(1, min(5, left) if left else 5))
        verbatim = draw(st.booleans())
        wide = size if verbatim else draw(st.integers(1, 5))
        pieces.append(
            Piece(
                text=span(here, here + size),
                origin=span(there, there + wide),
                verbatim=verbatim,
            )
        )
        here, there = here + size, there + wide + draw(st.integers(0, 3))
        left = None if left is None else left - size
    return OffsetMap(pieces=tuple(pieces))


@st.composite
def chains(draw) -> tuple[OffsetMap, OffsetMap]:
    """Two maps that fit: the origin of the first is the derived text of the second."""
    first = draw(maps())
    deepest = first.pieces[-1].origin.end + draw(st.integers(0, 3))
    return first, draw(maps(length=deepest))


def spans_in(mapped: OffsetMap) -> list[Span]:
    end = mapped.pieces[-1].text.end
    return [span(a, b) for a in range(end) for b in range(a + 1, end + 1)]


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_an_empty_or_turned_stretch_is_no_span(start, end):
    with pytest.raises(ValueError, match="not a span"):
        span(start, end)


def test_spans_are_half_open():
    assert len(span(2, 5)) == 3
    assert span(2, 5).of("abcdefg") == "cde"
    assert span(2, 5).overlaps(span(4, 6))
    assert not span(2, 5).overlaps(span(5, 6))
    assert span(2, 5).contains(span(2, 5))
    assert not span(2, 5).contains(span(4, 6))
    assert span(2, 5).shifted(-2) == span(0, 3)


def test_a_verbatim_piece_has_the_length_of_its_origin():
    with pytest.raises(ValueError, match="length of its origin"):
        Piece(text=span(0, 2), origin=span(0, 3))


@pytest.mark.parametrize(
    "pieces",
    [
        (Piece(text=span(1, 2), origin=span(0, 1)),),
        (
            Piece(text=span(0, 1), origin=span(5, 6)),
            Piece(text=span(1, 2), origin=span(3, 4)),
        ),
    ],
    ids=["gap in the text", "origin turned round"],
)
def test_pieces_out_of_order_make_no_map(pieces):
    with pytest.raises(ValueError, match="ordered"):
        OffsetMap(pieces=pieces)


def test_a_text_of_no_length_maps_nothing():
    empty = OffsetMap.identity(start=4, length=0)
    assert empty.from_origin(span(4, 5)) is None
    with pytest.raises(ValueError, match="outside"):
        empty.to_origin(span(0, 1))


def test_a_span_outside_the_text_is_refused():
    with pytest.raises(ValueError, match="outside"):
        OffsetMap.identity(start=4, length=3).to_origin(span(2, 4))


def test_a_replaced_stretch_maps_as_a_whole():
    # "Noor ging" released as "[Kind-1] ging"
    released = OffsetMap(
        pieces=(
            Piece(text=span(0, 8), origin=span(10, 14), verbatim=False),
            Piece(text=span(8, 13), origin=span(14, 19)),
        )
    )
    assert released.to_origin(span(3, 5)) == span(10, 14)
    assert released.to_origin(span(9, 13)) == span(15, 19)
    assert released.from_origin(span(12, 13)) == span(0, 8)
    assert released.from_origin(span(15, 19)) == span(9, 13)


@given(maps())
def test_verbatim_places_come_back_the_same(mapped):
    for piece in mapped.pieces:
        if piece.verbatim:
            for start in range(len(piece.text)):
                place = span(piece.text.start + start, piece.text.end)
                assert mapped.from_origin(mapped.to_origin(place)) == place


@given(maps())
def test_a_place_lies_within_what_comes_back(mapped):
    for place in spans_in(mapped):
        back = mapped.from_origin(mapped.to_origin(place))
        assert back is not None
        assert back.contains(place)


@given(maps())
def test_what_lies_in_a_gap_of_the_origin_was_dropped(mapped):
    covered = {at for p in mapped.pieces for at in range(p.origin.start, p.origin.end)}
    for at in range(mapped.pieces[-1].origin.end + 3):
        assert (mapped.from_origin(span(at, at + 1)) is None) == (at not in covered)


@given(st.integers(0, 9), st.integers(1, 9))
def test_the_identity_moves_and_nothing_else(start, length):
    mapped = OffsetMap.identity(start=start, length=length)
    assert mapped.to_origin(span(0, length)) == span(start, start + length)


@given(chains())
def test_a_composed_map_is_one_map_after_the_other(chain):
    first, second = chain
    both = first.through(second)
    assert both.pieces[-1].text.end == first.pieces[-1].text.end
    for place in spans_in(first):
        step_by_step = second.to_origin(first.to_origin(place))
        assert both.to_origin(place).contains(step_by_step)


@given(chains())
def test_a_composed_map_is_exact_where_no_piece_was_replaced(chain):
    first, second = chain
    both = first.through(second)
    for piece in both.pieces:
        if piece.verbatim:
            for at in range(piece.text.start, piece.text.end):
                one = span(at, at + 1)
                assert both.to_origin(one) == second.to_origin(first.to_origin(one))


@given(chains())
def test_composing_keeps_verbatim_what_both_maps_keep(chain):
    first, second = chain
    both = first.through(second)
    for place in spans_in(first):
        if len(place) == 1 and _kept(first, place):
            middle = first.to_origin(place)
            if _kept(second, middle):
                assert len(both.to_origin(place)) == 1


def _kept(mapped: OffsetMap, place: Span) -> bool:
    return any(p.verbatim and p.text.contains(place) for p in mapped.pieces)


def test_composing_beyond_the_deeper_text_is_refused():
    first = OffsetMap.identity(start=5, length=3)
    with pytest.raises(ValueError, match="outside"):
        first.through(OffsetMap.identity(start=0, length=4))
