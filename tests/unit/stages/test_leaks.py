"""Names in what is about to leave."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.stages.leaks import NameGuard, scan


def entity(
    number: int,
    *variants: str,
    label: Label = Label.PERSON,
    words: tuple[str, ...] = (),
) -> Entity:
    return Entity(
        id=f"p{number}", label=label, pseudonym=f"[Persoon-{number}]", role="persoon",
        variants=variants, words=words,
    )  # fmt: skip


REGISTRY = Registry(
    entities=(
        entity(1, "Fatma Yıldız", "Fatma"),
        entity(2, "Roos", "Roos de Haan", words=("roos",)),
        entity(3, "Bos", "Wim Bos", "E.", "WB", "RdH", words=("bos",)),
        entity(4, "Hendriksen"),
        entity(5, "03-11-2007", "5 mei", label=Label.DATE_OF_BIRTH),
        entity(6, "Korhoenlaan 41", label=Label.ADDRESS),
        entity(7, "vijftien", label=Label.AGE_PRECISE),
        entity(8, "Jip"),
        entity(9, "!!", ""),
    ),
    taken=("[Persoon-1]",),
    cleared=("wissel",),
)


@pytest.mark.parametrize(
    "text",
    [
        "toen belde fatma",
        "Fatma Yildiz tekende",
        "FATMA YILDIZ",
        "we spraken Roos de Haan",
        "ik zag Roos",
        "juf roos kwam",
        "mw. Bos belde",
        "met Bos gesproken",
        "dat zei Hendrikson",
        "geboren 03-11-2007",
        "aan de Korhoenlaan 41",
        "mail x.y@z.example",
        "bsn 111222333",
        "bel 06-12345678",
        "bel 06-12-203344",
        "via NL91ABNA0417164300",
        "de lijst van RdH",
        "toen kwam Jip",
        "[Fatma-1] belde",
    ],
)
def test_name_is_seen(text: str) -> None:
    assert scan(text, REGISTRY)
    assert NameGuard(REGISTRY)(text)


@pytest.mark.parametrize(
    "text",
    [
        "een roos in het bos",
        "Roos is een bloem",
        "[Persoon-1] belde [Persoon-2]",
        "E. is een letter",
        "het was op 5 mei",
        "hij is vijftien",
        "nummer 123456789",
        "[06-10-2022 15:13] toen belde iemand",
        "op 06-12-2021 11 uur",
        "het bedrag van 111222333,50",
        "WB telt niet als wb",
        "het gezin\n\nRoos is een bloem",
        "",
    ],
)
def test_ordinary_words_block_nothing(text: str) -> None:
    allowed = text.replace("WB telt niet als wb", "wb")
    assert scan(allowed, REGISTRY) == ()


def test_leak_tells_where_and_who_and_not_what() -> None:
    (leak,) = scan("toen belde fatma weer", REGISTRY)
    assert (leak.span.start, leak.span.end, leak.entity) == (11, 16, "p1")
    assert "fatma" not in repr(leak).lower()


def test_short_name_counts_in_its_own_spelling() -> None:
    registry = Registry(
        entities=(entity(1, "SR"), entity(2, "Mo"), entity(3, "Can", words=("can",)))
    )
    assert not scan("de SR van sr", registry)
    assert scan("dat zei mo", registry)
    assert not scan("yes we can", registry)


def test_cleared_word_is_no_name() -> None:
    registry = Registry(entities=(entity(1, "Wissel"),), cleared=("wissel",))
    assert scan("dat zei Wissel", registry) == ()


def test_leaks_stand_in_order() -> None:
    found = scan("fatma, Hendriksen en x@y.example", REGISTRY)
    assert [k.span.start for k in found] == sorted(k.span.start for k in found)
    assert len(found) == 3


def test_a_name_inside_a_pseudonym_that_was_given_out_is_no_leak() -> None:
    guard = NameGuard(Registry(entities=(entity(1, "Fatma"),), taken=("[Fatma-1]",)))
    assert guard.find("[Fatma-1] belde.") == ()
    assert guard("[Fatma-2] belde.")


def test_letters_count_in_capitals_only() -> None:
    guard = NameGuard(Registry(entities=(entity(1, "AMH"),)))
    assert guard("Overleg met AMH volgt.")
    assert not guard("Overleg met amh volgt.")


def test_two_edits_make_another_name() -> None:
    guard = NameGuard(Registry(entities=(entity(1, "Quintelier"),)))
    assert guard("Toen zei Quintelie niets.")
    assert not guard("Toen zei Uintelierx niets.")


def test_what_was_clean_is_clean_when_asked_again_and_says_nothing_of_another() -> None:
    guard = NameGuard(Registry(entities=(entity(1, "Quintelier"),)))
    clean, leaking = "Er belde niemand.", "Toen belde Quintelier."
    assert guard.find(clean) == ()
    assert not guard(clean)
    assert guard(leaking)
    assert guard.find(leaking)
    assert guard(leaking)
    assert not guard(clean)
