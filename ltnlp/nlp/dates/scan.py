"""Text → the expressions in it, longest first, without what is no date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ltnlp.nlp.dates.cues import corrected
from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.grammar import grammar
from ltnlp.nlp.dates.lexicon import Classes
from ltnlp.nlp.dates.patterns import Found, Parse
from ltnlp.nlp.dates.prose import holds_inside, is_date
from ltnlp.nlp.dates.surroundings import Place, Style
from ltnlp.nlp.dates.tokens import Token, tokenise


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An expression at its place in a text."""

    start: int
    end: int
    expr: Expr


def scan(text: str, *, style: Style, extra: Mapping[str, Classes]) -> list[Candidate]:
    """Return the expressions of a text in order; they do not overlap.

    Args:
        text: what to read.
        style: how the text is written.
        extra: words of this document with further classes: names, named events.
    """
    tokens = tokenise(text)
    if extra:
        tokens = [_with_extra(token, extra) for token in tokens]
    found = list(_longest(tokens, text, style))
    return _lent_years(list(_with_lists(found, tokens)), text)


def _with_extra(token: Token, extra: Mapping[str, Classes]) -> Token:
    more = extra.get(token.word)
    return token._replace(classes={**token.classes, **more}) if more else token


@dataclass(frozen=True, slots=True)
class _At:
    """A candidate with the tokens it stands on."""

    first: int
    end: int
    expr: Expr


def _longest(tokens: Sequence[Token], text: str, style: Style) -> Iterator[_At]:
    if style.kind != "chat":
        yield from _all_of("top", tokens, text, style)
        return
    found = list(_all_of("message", tokens, text, style))
    yield from found or _all_of("today", tokens, text, style)


def _all_of(
    category: str, tokens: Sequence[Token], text: str, style: Style
) -> Iterator[_At]:
    place = Place(tokens=tokens, text=text, style=style)
    parse = Parse(grammar(), tokens, lambda *reach: not holds_inside(place, *reach))
    index = 0
    while index < len(tokens):
        if category in parse.begins[index]:
            best = _best(parse.at(category, index), place, index)
            if best is not None:
                yield best
                index = best.end
                continue
        index += 1


def _best(found: Iterable[Found], place: Place, index: int) -> _At | None:
    for each in sorted(found, key=lambda f: -f.end):
        end, expr = each.end, each.value
        if is_date(place, index, end, expr):
            return _At(index, end, expr)
    return None


def _with_lists(found: Iterable[_At], tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Add the days of "8, 15 en 22 maart" that stand before the one with the month."""
    reached = 0
    for each in found:
        if each.expr.day is not None and each.expr.in_year is not None:
            yield from _listed(each, tokens, reached)
        yield Candidate(
            start=tokens[each.first].start,
            end=tokens[each.end - 1].end,
            expr=each.expr,
        )
        reached = each.end


def _listed(each: _At, tokens: Sequence[Token], reached: int) -> list[Candidate]:
    days: list[Candidate] = []
    at, last = each.first, each.expr.day or 0
    while at - 2 >= reached and tokens[at - 1].word in {",", "en", "of", "&"}:
        token = tokens[at - 2]
        day = token.classes.get("DAYNUM") or token.classes.get("ORDDAY")
        if not day or day >= last or not token.word[0].isdigit():
            break
        expr = _other_day(each.expr, day)
        at, last = at - 2, day
        named = at - 1 >= reached and "WEEKDAY" in tokens[at - 1].classes
        start = tokens[at - 1].start if named else token.start
        days.insert(0, Candidate(start=start, end=token.end, expr=expr))
    return days


def _other_day(expr: Expr, day: int) -> Expr:
    from ltnlp.nlp.dates.rules.stretches import same_month

    return replace(same_month(expr, day), rule="list.days_of_month")


_JOINTS = frozenset(
    {",", "en", "of", "tot", "/", "-", "–", "resp.", "en/of", "&", "en in"}
)


def _lent_years(found: list[Candidate], text: str) -> list[Candidate]:
    """Give "maart" its year in "maart en april 2018"."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        year = following.expr.told_year
        between = text[this.end : following.start].strip()
        joined = between in _JOINTS or corrected(text, this.end, following.start)
        if this.expr.open_year and year and joined:
            found[index] = _with_year(this, year)
    for index in range(1, len(found)):
        struck, this = found[index - 1], found[index]
        year = struck.expr.told_year
        taken_back = year and this.expr.open_year
        if taken_back and corrected(text, struck.end, this.start):
            found[index] = _with_year(this, year or 0)
    return found


def _with_year(candidate: Candidate, year: int) -> Candidate:
    lent = replace(candidate.expr.with_year(year), rule=candidate.expr.rule)
    return replace(candidate, expr=lent)
