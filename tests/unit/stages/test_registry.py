"""Mentions → persons, places and instances with pseudonyms that stay."""

import itertools

import pytest

from ltnlp.domain.corrections import Do
from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.spans import OffsetMap, Piece, Span
from ltnlp.stages.names_journal import decisions
from tests.unit.stages.naming import correction, document, run


@pytest.mark.parametrize(
    ("sentences", "one_person"),
    [
        (["Jan de Vries belde.", "Jan kwam.", "Dhr. De Vries tekende.", "J. de Vries ging."],
         ["Jan de Vries", "Jan", "De Vries", "J. de Vries"]),
        (["Roos de Haan (mentor) belde.", "Later vroeg RdH om rust."], ["Roos de Haan", "RdH"]),
        (["Jan Hoekstra woont hier.", "Toen kwam jantje binnen."], ["Jan Hoekstra", "jantje"]),
        (["Mohammed El Amrani zweeg.", "Iedereen noemt hem Mo."], ["Mohammed El Amrani", "Mo"]),
        (["Fatma Yıldız belde.", "Fatma Yildiz tekende."], ["Fatma Yıldız", "Fatma Yildiz"]),
        (["Bos, Wim (RBL): ja.", "Wim Bos knikte.", "Meneer Bos ging."], ["Bos, Wim", "Wim Bos", "Bos"]),
        (["Gülsen Yıldız-Kaya belde.", "Mw. Kaya tekende."], ["Gülsen Yıldız-Kaya", "Kaya"]),
        (["Jeroen Ploegmaker belde.", "Jeroen Ploegmakr tekende."], ["Jeroen Ploegmaker", "Jeroen Ploegmakr"]),
        (["Petra van den Akker belde.", "P. v.d. Akker tekende."], ["Petra van den Akker", "P. v.d. Akker"]),
        (["Emre Yıldız kwam.", "Emre Y. zat stil."], ["Emre Yıldız", "Emre Y."]),
    ],
    ids=lambda v: v[0][:20] if isinstance(v, list) else None,
)  # fmt: skip
def test_variants_are_one_person(sentences: list[str], one_person: list[str]) -> None:
    assert run({"d1": sentences}).one(*one_person)


@pytest.mark.parametrize(
    "sentences_and_names",
    [
        (["Tim liep weg.", "Tom bleef."], ["Tim", "Tom"]),
        (["Sanne belde.", "Sannah kwam."], ["Sanne", "Sannah"]),
        (["Jan Jansen belde.", "Jan Janssen kwam."], ["Jan Jansen", "Jan Janssen"]),
        (["Jan de Vries belde.", "Piet de Vries kwam."], ["Jan de Vries", "Piet de Vries"]),
        (["Yusuf liep weg.", "Yunus bleef."], ["Yusuf", "Yunus"]),
        (["Marieke belde.", "Marijke kwam."], ["Marieke", "Marijke"]),
        (["Anna Bos belde.", "Anne Bos kwam."], ["Anna Bos", "Anne Bos"]),
        (["Mevrouw Kaya belde.", "Meneer Kaya kwam.", "De familie Kaya sliep."], None),
    ],
    ids=lambda v: v[0][0][:12],
)  # fmt: skip
def test_look_alikes_are_never_joined(
    sentences_and_names: tuple[list[str], list[str] | None],
) -> None:
    sentences, names = sentences_and_names
    review = run({"d1": sentences})
    if names is None:
        assert len({m.entity for m in review.mentions}) == len(sentences)
    else:
        assert len({review.one(n) for n in names}) == len(names)


def test_surname_of_two_people_goes_by_the_title() -> None:
    review = run(
        {
            "d1": [
                "Mevrouw Fatma Demir belde.",
                "Meneer Ali Demir kwam.",
                "Mw. Demir tekende.",
            ]
        }
    )
    texts = {p.id: p.text for p in review.passages}
    last = next(m for m in review.mentions if m.span.of(texts[m.passage]) == "Demir")
    assert review.registry.by_id()[last.entity].pseudonym == review.one("Fatma Demir")


def test_name_of_two_people_without_a_hint_is_put_on_the_review_list() -> None:
    review = run(
        {"d1": ["Ali Demir belde.", "Can Demir kwam."], "d2": ["Demir tekende niet."]}
    )
    texts = {p.id: p.text for p in review.passages}
    (doubt,) = [m for m in review.mentions if m.span.of(texts[m.passage]) == "Demir"]
    assert doubt.needs_review


@pytest.mark.parametrize(
    ("sentence", "name", "pseudonym"),
    [
        ("Juf Annelies belde.", "Annelies", "[Leerkracht-1]"),
        ("Oma Truus kwam.", "Truus", "[Oma-1]"),
        ("De moeder, Priscilla, huilde.", "Priscilla", "[Moeder-1]"),
        ("Jos Verkade (mentor) belde.", "Jos Verkade", "[Mentor-1]"),
        ("Behandelaar: drs. S. Habte", "S. Habte", "[Behandelaar-1]"),
        ("Marloes belde.", "Marloes", "[Persoon-1]"),
        ("Het gezin Haddad verhuisde.", "Haddad", "[Gezin-1]"),
        ("Ze woont in Zwolle.", "Zwolle", "[Plaats-1]"),
        ("Hij zit op obs De Klimtoren.", "obs De Klimtoren", "[Basisschool-1]"),
        ("Hij is vijftien.", "vijftien", "[Tienerleeftijd-1]"),
    ],
)
def test_pseudonym_tells_the_role(sentence: str, name: str, pseudonym: str) -> None:
    assert run({"d1": [sentence]}).one(name) == pseudonym


def test_a_typed_kind_goes_before_what_the_texts_suggest() -> None:
    roster = (RosterEntry(name="Fatma Kaplan", role="coach", kind="wijkteam"),)
    review = run({"d1": ["Jeugdarts Fatma Kaplan belde."]}, roster=roster)
    assert review.registry.entities[0].organisation_kind == "wijkteam"


def test_roster_gives_role_and_aliases() -> None:
    roster = (
        RosterEntry(name="Fatma Yıldız", role="Jeugdbeschermer", aliases=("Fats",)),
    )
    review = run({"d1": ["Fatma kwam.", "Daarna belde Fats."]}, roster=roster)
    assert review.one("Fatma", "Fats") == "[Jeugdbeschermer-1]"


def test_instances_are_known_by_their_telling_words() -> None:
    review = run(
        {"d1": ["Het Broekhorst College belde.", "Op het Broekhorst ging het mis."]}
    )
    assert (
        len({m.entity for m in review.mentions if m.label is Label.ORG_INSTANCE}) == 1
    )


SOURCES = {
    "d1": ["Roos de Haan belde moeder Priscilla.", "Jan Bos (mentor) schreef."],
    "d2": ["Meneer Bos zei niets.", "Roos huilde, Priscilla ook."],
    "d3": ["E. Kaya kwam met Emre Kaya.", "Tim en Tom Kaya sliepen in Ede."],
}


def test_result_does_not_depend_on_the_order_of_documents() -> None:
    results = set()
    for order in itertools.permutations(SOURCES):
        review = run(
            {name: SOURCES[name] for name in order},
            documents=[document(name) for name in reversed(order)],
        )
        results.add((review.registry, review.mentions))
    assert len(results) == 1


def test_ids_and_pseudonyms_stay_when_documents_come() -> None:
    first = run({"d2": SOURCES["d2"], "d3": SOURCES["d3"]})
    later = run(SOURCES, registry=first.registry)
    for entity in first.registry.entities:
        kept = later.registry.by_id()[entity.id]
        assert kept.pseudonym == entity.pseudonym
    assert later.one("Priscilla") == first.one("Priscilla")


def test_same_run_twice_gives_the_same_registry() -> None:
    first = run(SOURCES)
    assert run(SOURCES, registry=first.registry).registry == first.registry


def test_number_of_somebody_gone_is_not_given_again() -> None:
    first = run({"d1": ["Oma Truus belde."]})
    later = run({"d1": ["Oma Beppie belde."]}, registry=first.registry)
    assert later.one("Beppie") == "[Oma-2]"


# --- corrections -----------------------------------------------------------------


def test_missed_name_is_found_everywhere() -> None:
    sources = {"d1": ["Toen kwam het kopje terug."], "d2": ["Wij zagen kopje vaak."]}
    made = correction(Do.NAME, slot="d1", span=Span(start=14, end=19))
    review = run(sources, corrections=[made])
    assert len(review.pseudonyms("kopje")) == 1
    assert len(review.mentions) == 2


def test_false_name_is_unmarked_everywhere_and_stays_so() -> None:
    sources = {"d1": ["Toen kwam Priscilla.", "Priscilla zweeg."]}
    made = correction(Do.NOT_NAME, values={"text": "Priscilla"})
    review = run(sources, corrections=[made])
    assert review.mentions == ()
    again = run(sources, registry=review.registry)
    assert again.mentions == ()


def test_false_name_can_be_unmarked_at_one_place() -> None:
    made = correction(
        Do.NOT_NAME, slot="d1", span=Span(start=10, end=19), values={"scope": "here"}
    )
    review = run(
        {"d1": ["Toen kwam Priscilla.", "Priscilla zweeg."]}, corrections=[made]
    )
    assert [m.passage for m in review.mentions] == ["d1.1"]


def test_entity_that_names_nobody_is_unmarked() -> None:
    first = run({"d1": ["Toen kwam Priscilla."]})
    made = correction(Do.NOT_NAME, target=first.registry.entities[0].id)
    review = run(
        {"d1": ["Toen kwam Priscilla."]}, registry=first.registry, corrections=[made]
    )
    assert review.mentions == ()


def test_later_decision_overrules() -> None:
    made = [
        correction(Do.NOT_NAME, 1, values={"text": "Priscilla"}),
        correction(Do.NAME, 2, values={"text": "Priscilla"}),
    ]
    assert run({"d1": ["Toen kwam Priscilla."]}, corrections=made).mentions


def test_persons_are_joined() -> None:
    sources = {"d1": ["Priscilla belde.", "Daarna kwam Pietje Puk."]}
    first = run(sources)
    ids = tuple(e.id for e in first.registry.entities)
    made = correction(Do.JOIN_PERSONS, values={"persons": ids})
    joined = run(sources, registry=first.registry, corrections=[made])
    assert len({m.entity for m in joined.mentions}) == 1


def test_person_is_split() -> None:
    sources = {"d1": ["Jan de Vries belde.", "Jan kwam."]}
    first = run(sources)
    made = correction(
        Do.SPLIT_PERSON, target=first.mentions[0].entity, values={"variants": ("Jan",)}
    )
    parted = run(sources, registry=first.registry, corrections=[made])
    assert len({m.entity for m in parted.mentions}) == 2


@pytest.mark.parametrize("typed", ["Buurvrouw", "[Buurvrouw-1]", "[Buurvrouw-1"])
def test_pseudonym_is_renamed_and_stays(typed: str) -> None:
    first = run({"d1": ["Priscilla belde."]})
    target = first.mentions[0].entity
    made = correction(Do.RENAME, target=target, values={"pseudonym": typed})
    review = run(
        {"d1": ["Priscilla belde."]}, registry=first.registry, corrections=[made]
    )
    assert review.one("Priscilla") == "[Buurvrouw-1]"


def test_corrections_about_other_things_or_nowhere_are_passed_over() -> None:
    made = [
        correction(Do.CONFIRM, 1, target="e1"),
        correction(Do.NAME, 2, slot="d9", span=Span(start=0, end=3)),
        correction(Do.NOT_NAME, 3, slot="d9", span=Span(start=0, end=3)),
        correction(Do.SPLIT_PERSON, 4, slot="d9", span=Span(start=0, end=3)),
        correction(Do.RENAME, 5, target="p9", values={"pseudonym": "Tante"}),
        correction(Do.JOIN_PERSONS, 6, values={"persons": ("p8", "p9")}),
    ]
    review = run({"d1": ["Priscilla belde."]}, corrections=made)
    assert review.one("Priscilla") == "[Persoon-1]"


def test_person_is_split_by_pointing_at_the_words() -> None:
    sources = {"d1": ["Jan de Vries belde.", "Jan kwam."]}
    made = correction(Do.SPLIT_PERSON, slot="d1", span=Span(start=20, end=23))
    assert run(sources).one("Jan de Vries", "Jan") == "[Persoon-1]"
    parted = run(sources, corrections=[made])
    assert len({m.entity for m in parted.mentions}) == 2


def test_splitting_off_all_of_a_person_changes_nothing() -> None:
    sources = {"d1": ["Priscilla belde."]}
    first = run(sources)
    made = correction(
        Do.SPLIT_PERSON,
        target=first.mentions[0].entity,
        values={"variants": ("Priscilla",)},
    )
    again = run(sources, registry=first.registry, corrections=[made])
    assert again.one("Priscilla") == first.one("Priscilla")


def test_a_new_pseudonym_for_a_place_and_for_no_entity_renames_nobody() -> None:
    made = correction(
        Do.RENAME, slot="d1", span=Span(start=0, end=9), values={"pseudonym": "Tante"}
    )
    review = run({"d1": ["Priscilla belde."]}, corrections=[made])
    assert review.one("Priscilla") == "[Persoon-1]"


def test_words_that_were_left_out_of_a_passage_cannot_be_pointed_at() -> None:
    left_out = Passage(
        id="d1.0",
        document="d1",
        ordinal=0,
        span=Span(start=0, end=12),
        text="Oma kwam",
        offsets=OffsetMap(
            pieces=(
                Piece(text=Span(start=0, end=4), origin=Span(start=0, end=4)),
                Piece(text=Span(start=4, end=8), origin=Span(start=8, end=12)),
            )
        ),
    )
    made = correction(Do.NOT_NAME, slot="d1", span=Span(start=4, end=7))
    decided = decisions([made], [left_out], [document("d1")], Registry())
    assert decided == decisions([], [left_out], [document("d1")], Registry())


def test_somebody_on_the_list_without_a_role_has_the_role_that_is_told() -> None:
    review = run(
        {"d1": ["Priscilla (mentor) belde."]}, roster=(RosterEntry(name="Priscilla"),)
    )
    assert review.one("Priscilla") == "[Mentor-1]"
