import pytest

from ltnlp.nlp.dates.grammar import grammar
from ltnlp.nlp.dates.patterns import Grammar, Parse, Rule
from ltnlp.nlp.dates.tokens import tokenise


def ends(pattern: str, text: str) -> list[tuple[int, object]]:
    one = Rule(
        id="one", category="top", patterns=(pattern,), build=lambda **kept: kept or True
    )
    parse = Parse(Grammar([one]), tokenise(text), lambda *_: False)
    return sorted((f.end, f.value) for f in parse.at("top", 0))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("in maart", "in maart", [(2, True)]),
        ("in|op maart", "op maart", [(2, True)]),
        ("in? maart", "maart", [(1, True)]),
        ("( in / rond de ) maart", "rond de maart", [(3, True)]),
        ("( in )? maart", "maart", [(1, True)]),
        ("MONTH", "maart", [(1, {"month": 3})]),
        ("m:MONTH", "maart", [(1, {"m": 3})]),
        ("_:MONTH", "maart", [(1, True)]),
        ("MONTH", "appel", []),
        ("na MONTH", "na", []),
    ],
)
def test_a_pattern_fits(pattern: str, text: str, found: list[object]) -> None:
    assert ends(pattern, text) == found


def test_a_pattern_must_close() -> None:
    with pytest.raises(ValueError, match="close"):
        ends("in ) maart", "in")


def test_every_rule_has_an_id_of_two_parts() -> None:
    assert grammar() is grammar()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("12-03-2018", {"DMY"}),
        ("2018-03-12T10:00", {"DMY"}),
        ("31-13-2018", set()),
        ("20/9", {"DM"}),
        ("12-2015", {"MY"}),
        ("2018-03", {"YM"}),
        ("2017/2018", {"YY"}),
        ("8:30", {"CLOCK"}),
        ("14e", {"ORDDAY"}),
        ("'19", {"YEAR2"}),
        ("2½", {"NUMBER"}),
        ("06-12345678", set()),
        ("TLV-2022-0419", set()),
        ("C/16/2018", set()),
        ("NL20INGB0001234567", set()),
    ],
)
def test_digits_have_the_shapes_of_dates(text: str, kinds: set[str]) -> None:
    found = {name for token in tokenise(text) for name in token.classes}
    date_like = {"DMY", "DM", "MY", "YM", "YY", "YEAR2"}
    assert kinds <= found
    assert kinds & date_like == found & date_like
