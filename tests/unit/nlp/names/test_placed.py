"""Names that are words: each mention is judged by its place, once the review knows the name."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names import NameDetector
from tests.unit.nlp.names.building import marked, passage

KNOWN = {
    "ben": "Vader Ben woont in een flat.",
    "wil": "Gesprek met Wil Brouwer, maatschappelijk werk.",
    "storm": "Jongerenwerker Storm de Graaf was er ook.",
    "mei": "Mei Wong heeft de winkel.",
    "an": "Gesprek met An Do over de groep.",
    "mees": "Haar broertje Mees is drie.",
    "beer": "Zoon Beer de Wit is zeven.",
}
NAMED = (
    ("ben", "ik ben bij «ben» geweest"),
    ("ben", "«ben» zat in de auto"),
    ("ben", "hou je mond hoor «ben»"),
    ("ben", "nee «ben» dat weet jij niet"),
    ("wil", "ik heb het aan «wil» verteld"),
    ("wil", "dank je «wil»"),
    ("wil", "en toen kwam «wil», die wil altijd helpen"),
    ("storm", "wie heeft het nummer van «storm»"),
    ("storm", "«storm» is onderweg"),
    ("storm", "02/12/2022, 17:02 - Shanaya: «storm»"),
    ("an", "aan: piet mulder; «an do»; kees bos"),
    ("mei", "«mei» kookt voor iedereen"),
    ("mei", "zuster «mei» was erbij"),
    ("an", "gisteren kon «an do» niet"),
    ("storm", "ze zei dat «storm» niet wilde praten"),
    ("beer", "terwijl «beer» nog sliep is zij weggegaan"),
    ("mees", "toen hebben we «mees» bij oma gebracht"),
    ("beer", "gisteren bracht hij «beer» naar de opvang"),
)
WORDS = (
    ("ben", "ik ben weg"),
    ("ben", "ben je daar nog"),
    ("wil", "moeder wil rust"),
    ("storm", "de storm was voorbij"),
    ("mei", "in mei was het nog goed"),
    ("storm", "omdat de storm niet ging liggen"),
    ("beer", "ze bracht hem een beer naar bed"),
)


def _persons(known: str, text: str) -> list[Span]:
    """Return the persons found in `text`, in a document beside one that names them."""
    found = NameDetector().detect(
        [passage(known, "p1"), passage(text, "p2", document="d2")], ()
    )
    return [c.span for c in found if c.passage == "p2" and c.label is Label.PERSON]


@pytest.mark.parametrize(("name", "told"), NAMED, ids=[t for _, t in NAMED])
def test_a_known_name_is_found_where_it_stands_as_a_name(name: str, told: str) -> None:
    text, (place,) = marked(told)
    spans = _persons(KNOWN[name], text)
    assert any(s.start <= place.start and s.end >= place.end for s in spans)


@pytest.mark.parametrize(("name", "text"), WORDS, ids=[t for _, t in WORDS])
def test_the_word_stays_a_word_elsewhere(name: str, text: str) -> None:
    at = text.index(name)
    assert not any(s.start <= at < s.end for s in _persons(KNOWN[name], text))


SPOKEN = (
    (("d = moeder, p = zoon", "d: ik wist het niet"), "d"),
    (("opa v", "twee jaar nu"), "v"),
    (("02/12/2022, 15:58 - Wil boven: Hoi allemaal",), "Wil"),
    (("[06-10-2022 15:12] Mer: ik kom vandaag niet",), "Mer"),
    (("Ik stuur het morgen.", "M.T.A.F."), "M.T.A.F."),
)


@pytest.mark.parametrize(("lines", "shown"), SPOKEN, ids=[s for _, s in SPOKEN])
def test_letters_of_legends_senders_and_signatures_are_persons(
    lines: tuple[str, ...], shown: str
) -> None:
    passages = [passage(line, f"p{n}") for n, line in enumerate(lines)]
    found = NameDetector().detect(passages, ())
    texts = {p.id: p.text for p in passages}
    last = [c for c in found if c.label is Label.PERSON]
    assert shown in {c.span.of(texts[c.passage]) for c in last}


def test_who_asks_is_nobody_of_the_family() -> None:
    passages = [passage("i = interviewer", "p1"), passage("i: en toen", "p2")]
    found = NameDetector().detect(passages, ())
    assert not [c for c in found if c.label is Label.PERSON]


TOLD_BY_LETTERS = (
    (
        "(m) = mariska van de review",
        "(m) hoe lang staat u hier",
        "(m) en toen",
        "(m) en zijn moeder",
    ),
    (
        "keukentafel in juni. TV is tamar vink",
        "tv  wie woonden hier",
        "tv  en toen",
        "tv  en zijn vader",
    ),
    ("int: hoe was het", "z: niet slecht", "z: ik weet het niet", "z: hij huilde"),
)


@pytest.mark.parametrize(
    "lines", TOLD_BY_LETTERS, ids=[ls[1] for ls in TOLD_BY_LETTERS]
)
def test_letters_that_open_lines_again_and_again_are_who_speaks(
    lines: tuple[str, ...],
) -> None:
    passages = [passage(line, f"p{n}") for n, line in enumerate(lines)]
    found = NameDetector().detect(passages, ())
    persons = {c.passage for c in found if c.label is Label.PERSON and c.span.start < 2}
    assert {"p2", "p3"} <= persons


def test_the_letters_of_question_and_answer_are_nobody() -> None:
    lines = (
        "v: en toen",
        "a: niets",
        "v: en daarna",
        "a: ook niets",
        "v: ja",
        "a: nee",
    )
    passages = [passage(line, f"p{n}") for n, line in enumerate(lines)]
    found = NameDetector().detect(passages, ())
    assert not [c for c in found if c.label is Label.PERSON and c.span.start == 0]
