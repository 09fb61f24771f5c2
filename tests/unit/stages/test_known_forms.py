"""What a registered name is searched as, in a text that wants to leave."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.domain.spans import Span
from ltnlp.stages.known_forms import known_forms, shared_forms, with_telling
from ltnlp.stages.leaks import NameGuard

COMMON = frozenset({"heuvel", "bos", "graaf", "basisschool", "de"})


def entity(number: int, *variants: str, label: Label = Label.PERSON) -> Entity:
    return Entity(
        id=f"p{number}",
        label=label,
        pseudonym=f"[Persoon-{number}]",
        role="persoon",
        variants=variants,
    )


def told(*entities: Entity) -> Registry:
    return with_telling(
        Registry(entities=entities),
        tells_somebody=lambda part: part not in COMMON and len(part) > 3,
        is_said_anyway=lambda word: word in {"na", "de", "week", "brug"},
    )


REGISTRY = told(
    entity(1, "Sjoukje Haanstra"),
    entity(2, "Wiebren van den Heuvel"),
    entity(3, "Kim Bos", "Na"),
    entity(4, "Basisschool De Windroos", label=Label.ORG_INSTANCE),
    entity(5, "Lindehof 14", label=Label.ADDRESS),
    entity(6, "9 juni 2013", "3/14/2013", "in juni", label=Label.DATE_OF_BIRTH),
    entity(7, "B. van Oldenziel"),
    entity(8, "Zuidlaren", label=Label.LOCATION),
    entity(9, "Dijkgraaf"),
)


@pytest.mark.parametrize(
    "text",
    [
        "haanstra zei niets",
        "Haanstra zei niets",
        "Haanstra's brief",
        "Haanstras brief",
        "de Haanstra's",
        "toen kwam sjoukje",
        "sjoukjehaanstra",
        "SjoukjeHaanstra",
        "mevrouw haanstra-vink",
        "het gezin-Haanstra",
        "hij zag Haansrta",
        "Sjoekje zweeg",
        "met oldenzeil gebeld",
        "toen belde vd Heuvel",
        "v.d. Heuvel belde",
        "Haan-\nstra belde",
        "Haan\u00adstra belde",
        "haan\u200bstra belde",
        "<b>Haan</b>stra belde",
        "H a a n s t r a belde",
        "op de windroos",
        "aan de lindehof",
        "geboren 09-06-2013",
        "op 9-6-2013",
        "op 2013-06-09",
        "mevrouw bos belde",
        "in Zuidlren",
        "volgens dijkgraaff",
    ],
)
def test_a_name_in_another_dress_is_seen(text):
    assert NameGuard(REGISTRY)(text)


@pytest.mark.parametrize(
    "text",
    [
        "ze liepen door het bos",
        "op de heuvel stond een huis",
        "Heuvel op, heuvel af",
        "na de zomer",
        "een basisschool in de buurt",
        "op 10-6-2013",
        "op 14 maart 2013",
        "een bos-wandeling",
        "a b c",
        "de oude-lieden-zorg",
        "een dijk van een\nverhaal",
        "x < y en y > z",
    ],
)
def test_ordinary_words_stay(text):
    assert not NameGuard(REGISTRY)(text)


def test_a_name_that_is_parted_is_shown_whole():
    text = "Toen kwam Haan-\nstra binnen met <i>Sjoukje</i>."
    found = NameGuard(REGISTRY).find(text)
    assert [leak.span.of(text) for leak in found] == ["Haan-\nstra", "Sjoukje"]


def test_a_name_of_several_is_nobodys():
    registry = told(entity(1, "Fatima Bouali"), entity(2, "Fatima Haddad"))
    (leak,) = NameGuard(registry).find("toen kwam fatima")
    assert leak.entity is None
    (leak,) = NameGuard(registry).find("toen kwam bouali")
    assert leak.entity == "p1"


def test_who_was_joined_with_another_shares_no_name_with_her():
    registry = told(entity(1, "Sjoukje Haanstra", "Sjouk"), entity(2, "Sjouk"))
    forms = [(one, known_forms(one)) for one in registry.entities]
    assert ("sjouk",) not in shared_forms(forms)
    (leak,) = NameGuard(registry).find("toen kwam sjouk")
    assert leak.entity == "p1"


def test_what_people_cleared_is_searched_in_no_form():
    entities = told(entity(1, "Sjoukje Haanstra")).entities
    forms = known_forms(entities[0], frozenset({"haanstra"}))
    assert ("haanstra",) not in {form.phrase for form in forms}


def test_forms_that_others_test_are_seen_once_and_not_when_cleared():
    text = "Bel 050-3124567 of 0611223344."
    places = [Span(start=4, end=15), Span(start=19, end=29)]
    guard = NameGuard(Registry(), forms=lambda _: places)
    assert [leak.span for leak in guard.find(text)] == places
    cleared = Registry(cleared=("050-3124567",))
    guard = NameGuard(cleared, forms=lambda _: places)
    assert [leak.span for leak in guard.find(text)] == places[1:]


@pytest.mark.parametrize(
    ("variants", "held"),
    [(("de week",), False), (("de brug", "De Brug"), True)],
    ids=["guessed in lower case", "written with a capital"],
)
def test_two_words_that_every_text_holds_are_a_leak_where_somebody_wrote_them_as_a_name(
    variants: tuple[str, ...], held: bool
) -> None:
    guard = NameGuard(told(entity(1, *variants, label=Label.ORG_INSTANCE)))
    assert guard(f"hij zat in {variants[0]} tot donderdag") is held
