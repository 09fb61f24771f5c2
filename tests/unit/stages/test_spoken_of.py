import pytest

from ltnlp.domain.spans import Span
from ltnlp.stages.spoken_of import spoken_of

PARTIES = ("school", "huisarts", "moeder", "politie", "oma")


def absent(text: str, core: str = "") -> tuple[str, ...]:
    """Return who is only spoken of in `text`; `core` is the sentence that carries it."""
    start = text.index(core)
    places = [
        (Span(start=at, end=at + len(party)), party)
        for party in PARTIES
        if (at := text.lower().find(party)) >= 0
    ]
    return spoken_of(
        text,
        Span(start=0, end=len(text)),
        Span(start=start, end=start + len(core or text)),
        places,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gesprek met school over moeder.", ("moeder",)),
        ("Gesprek over moeder met school.", ("moeder",)),
        ("Overleg met de politie, zonder de huisarts.", ("huisarts",)),
        ("De school draagt het over aan de huisarts.", ()),
        ("Moeder vertelt dat oma de politie heeft gebeld.", ("politie", "oma")),
        ("Tel. school: moeder is opgenomen.", ("moeder",)),
        ("Overleg: school, huisarts en moeder.", ()),
        ("Om de tafel: school en moeder, wat fijn was.", ()),
        ("Huisbezoek bij moeder.", ()),
        (
            "Gesprek met moeder, die klaagt over school en huisarts.",
            ("school", "huisarts"),
        ),
        ("Moeder klaagt dat de school niet belt.", ("school",)),
        ("Tel. school: zij gaan morgen naar moeder.", ("moeder",)),
        (
            "Consult moeder. Geadviseerd contact te zoeken met de huisarts.",
            ("huisarts",),
        ),
        (
            "MDO met moeder | School is uitgenodigd maar niet gekomen",
            ("school",),
        ),
        ("MDO met moeder en school. De huisarts was verhinderd.", ("huisarts",)),
        ("MDO met moeder en school, huisarts kwam niet.", ("huisarts",)),
        ("Overleg met school en moeder (huisarts afwezig).", ("huisarts",)),
        ("MDO op school. Afwezig: huisarts, politie.", ("huisarts", "politie")),
        ("MDO met school, huisarts en politie, behalve oma.", ("oma",)),
        ("Overleg met school. Moeder was niet blij.", ()),
        ("Gesprek met moeder en oma, zij waren niet eerder samen.", ()),
        ("De school kwam niet verder met de huisarts.", ()),
    ],
    ids=[
        "what is talked of",
        "with whom ends it",
        "who was left out",
        "a particle",
        "what is told",
        "what a note of contact tells",
        "a list of who was there",
        "a list at a table",
        "nothing is spoken of",
        "a clause about somebody",
        "what somebody complains of",
        "a plan behind a colon",
        "whom one is advised to turn to",
        "invited and not there, in another cell",
        "kept away",
        "did not come",
        "in brackets",
        "a list of who was missing",
        "all but one",
        "not glad, and not missing",
        "no word of missing",
        "came no further",
    ],
)
def test_who_is_only_spoken_of_had_no_part(
    text: str, expected: tuple[str, ...]
) -> None:
    assert set(absent(text)) == set(expected)


def test_sentences_around_the_core_tell_of_others() -> None:
    text = "Huisbezoek bij moeder. Oma springt bij."
    assert absent(text, "Huisbezoek bij moeder.") == ("oma",)


def test_a_sentence_beside_it_may_tell_who_was_there() -> None:
    text = "Oma zat erbij. Huisbezoek bij moeder."
    assert absent(text, "Huisbezoek bij moeder.") == ()


def test_who_is_named_twice_took_part_where_one_of_them_tells_so() -> None:
    text = "Gesprek met moeder over moeder."
    told = Span(start=0, end=len(text))
    places = [(Span(start=12, end=18), "moeder"), (Span(start=24, end=30), "moeder")]
    assert spoken_of(text, told, told, places) == ()
