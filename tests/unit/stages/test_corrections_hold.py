"""A correction on names, made once, holds: in all documents, on re-runs, for what comes."""

import pytest

from ltnlp.domain.corrections import Do
from tests.builders import span
from tests.unit.stages.naming import correction, run

FIRST = {
    "d1": ["Tarkan Yldz belde moeder.", "Mevrouw Zandstra sprak met Storm van Dam."],
    "d2": ["Later schreef Zandstra een brief.", "Storm van Dam las hem."],
}
LATER = {"d3": ["Vandaag belde Tarkan Yldz met Zandstra.", "Ook Storm van Dam was er."]}


def entity(review, name: str) -> str:
    return next(e.id for e in review.registry.entities if name in e.variants)


def thrice(*corrections, first=None):
    """The run in which it was made, the same again, and one with a new document."""
    made = run(FIRST, registry=first and first.registry, corrections=corrections)
    again = run(FIRST, registry=made.registry, corrections=corrections)
    later = run(FIRST | LATER, registry=again.registry, corrections=corrections)
    return made, again, later


@pytest.mark.parametrize("words", ["brief", "moeder"])
def test_a_missed_name_is_marked_once(words):
    marked = correction(Do.NAME, values={"text": words})
    for review in thrice(marked):
        assert words not in "\n".join(review.released())


def test_a_false_name_is_taken_back_once():
    cleared = correction(Do.NOT_NAME, values={"text": "Zandstra"})
    made, again, later = thrice(cleared)
    for review in (made, again, later):
        told = [t for t in review.released() if "Zandstra" in t]
        assert len(told) == (3 if review is later else 2)


def test_joined_persons_stay_one():
    first = run(FIRST)
    ids = (entity(first, "Zandstra"), entity(first, "Storm van Dam"))
    joined = correction(Do.JOIN_PERSONS, values={"persons": ids})
    for review in thrice(joined, first=first):
        assert review.one("Zandstra") == review.one("Storm van Dam")


def test_a_split_person_stays_two():
    first = run(FIRST)
    ids = (entity(first, "Zandstra"), entity(first, "Storm van Dam"))
    joined = correction(Do.JOIN_PERSONS, at=1, values={"persons": ids})
    split = correction(Do.SPLIT_PERSON, at=2, values={"variants": ("Storm van Dam",)})
    for review in thrice(joined, split, first=first):
        assert review.one("Zandstra") != review.one("Storm van Dam")


def test_a_chosen_pseudonym_stays():
    first = run(FIRST)
    renamed = correction(
        Do.RENAME, target=entity(first, "Zandstra"), values={"pseudonym": "Buurvrouw"}
    )
    made, again, later = thrice(renamed, first=first)
    for review in (made, again, later):
        assert review.one("Zandstra") == "[Buurvrouw-1]"
    assert "met [Buurvrouw-1]" in later.released()[4]


def test_of_two_decisions_the_later_counts():
    marked = correction(Do.NAME, at=1, values={"text": "brief"})
    cleared = correction(Do.NOT_NAME, at=2, values={"text": "brief"})
    anew = correction(Do.NAME, at=3, values={"text": "brief"})
    for review in thrice(marked, cleared):
        assert "een brief." in "\n".join(review.released())
    for review in thrice(marked, cleared, anew):
        assert "brief" not in "\n".join(review.released())


def people(*names: str):
    """A first run, and the ids of these people in it."""
    first = run(FIRST)
    return first, tuple(entity(first, name) for name in names)


def test_of_a_join_and_a_split_the_later_counts():
    first, ids = people("Zandstra", "Storm van Dam")
    joined = correction(Do.JOIN_PERSONS, at=1, values={"persons": ids})
    split = correction(Do.SPLIT_PERSON, at=2, values={"variants": ("Storm van Dam",)})
    again = correction(Do.JOIN_PERSONS, at=3, values={"persons": ids})
    for review in thrice(joined, split, again, first=first):
        assert review.one("Zandstra") == review.one("Storm van Dam")


def test_who_is_joined_keeps_the_pseudonym_that_a_person_chose():
    first, ids = people("Zandstra", "Storm van Dam")
    renamed = correction(Do.RENAME, at=1, target=ids[1], values={"pseudonym": "Oom"})
    joined = correction(Do.JOIN_PERSONS, at=2, values={"persons": ids})
    for review in thrice(renamed, joined, first=first):
        assert review.one("Zandstra", "Storm van Dam") == "[Oom-1]"
    split = correction(Do.SPLIT_PERSON, at=3, values={"variants": ("Storm van Dam",)})
    for apart in thrice(renamed, joined, split, first=review):
        assert apart.one("Storm van Dam") == "[Oom-1]"
        assert apart.one("Zandstra") != "[Oom-1]"


def test_two_people_never_share_a_pseudonym_that_was_chosen():
    first, ids = people("Zandstra", "Storm van Dam")
    renamed = [
        correction(Do.RENAME, at=at, target=one, values={"pseudonym": "Buur-1"})
        for at, one in enumerate(ids, start=1)
    ]
    for review in thrice(*renamed, first=first):
        assert {review.one("Zandstra"), review.one("Storm van Dam")} == {
            "[Buur-1]",
            "[Buur-2]",
        }


def test_nobody_new_gets_a_pseudonym_that_was_chosen_for_another():
    first, (zandstra,) = people("Zandstra")
    chosen = correction(Do.RENAME, target=zandstra, values={"pseudonym": "Moeder-1"})
    later = run(
        {"d0": ["Moeder Anouk Prins belde."]} | FIRST,
        registry=first.registry,
        corrections=[chosen],
    )
    assert later.one("Zandstra") == "[Moeder-1]"
    assert later.one("Anouk Prins") == "[Moeder-2]"


def test_what_was_split_off_is_no_name_of_the_other_any_more():
    first, ids = people("Zandstra", "Storm van Dam")
    joined = correction(Do.JOIN_PERSONS, at=1, values={"persons": ids})
    split = correction(Do.SPLIT_PERSON, at=2, values={"variants": ("Storm van Dam",)})
    together = run(FIRST, registry=first.registry, corrections=[joined])
    apart = run(FIRST, registry=together.registry, corrections=[joined, split])
    named = [e for e in apart.registry.entities if "Storm van Dam" in e.variants]
    assert len(named) == 1


SARAS = {
    "d1": ["Sara Linders sprak.", "Sara Obdam zweeg."],
    "d2": ["Sara mailde later.", "Sara lachte.", "Daarna belde zij."],
}
MORE = {"d0": ["Sara Linders kwam weer.", "Met Sara Linders ging het goed."]}


def meant(review, passage: str) -> tuple[str, bool]:
    """The pseudonym in a passage, and whether it stands on the review list."""
    (mention,) = [m for m in review.mentions if m.passage == passage]
    entity = review.registry.by_id()[mention.entity]
    return entity.pseudonym, mention.needs_review


def test_a_person_says_who_is_meant_at_one_place():
    first = run(SARAS)
    assert meant(first, "d2.0")[1]
    obdam = entity(first, "Sara Obdam")
    here = correction(Do.NAME, 1, target=obdam, slot="d2", span=span(0, 4))
    another = correction(
        Do.SPLIT_PERSON, 2, slot="d2", span=span(19, 23), values={"scope": "here"}
    )
    made = run(SARAS, registry=first.registry, corrections=[here, another])
    later = run(SARAS | MORE, registry=made.registry, corrections=[here, another])
    for review in (made, later):
        assert meant(review, "d2.0") == (review.one("Sara Obdam"), False)
        third, doubt = meant(review, "d2.1")
        assert not doubt
        assert third not in {review.one("Sara Obdam"), review.one("Sara Linders")}


def test_who_is_meant_at_a_place_that_was_missed_or_is_taken_back():
    first = run(SARAS)
    obdam = entity(first, "Sara Obdam")
    missed = correction(Do.NAME, 1, target=obdam, slot="d2", span=span(45, 48))
    review = run(SARAS, registry=first.registry, corrections=[missed])
    assert meant(review, "d2.2") == (review.one("Sara Obdam"), False)
    no_name = correction(
        Do.NOT_NAME, 2, slot="d2", span=span(45, 48), values={"scope": "here"}
    )
    back = run(SARAS, registry=first.registry, corrections=[missed, no_name])
    assert not [m for m in back.mentions if m.passage == "d2.2"]
    again = correction(Do.NAME, 3, target=obdam, slot="d2", span=span(45, 48))
    anew = run(SARAS, registry=back.registry, corrections=[missed, no_name, again])
    assert meant(anew, "d2.2")[0] == anew.one("Sara Obdam")


def test_who_was_meant_already_and_a_place_that_is_gone_change_nothing():
    first = run(SARAS)
    linders = entity(first, "Sara Linders")
    same = correction(Do.NAME, 1, target=linders, slot="d1", span=span(0, 12))
    review = run(SARAS, registry=first.registry, corrections=[same])
    assert meant(review, "d1.0") == (first.one("Sara Linders"), False)


def test_a_place_inside_something_else_is_nobodys():
    sources = SARAS | {"d3": ["Mail naar sara@voorbeeld.nl graag."]}
    first = run(sources)
    obdam = entity(first, "Sara Obdam")
    here = correction(Do.NAME, 1, target=obdam, slot="d3", span=span(10, 14))
    review = run(sources, registry=first.registry, corrections=[here])
    assert review.released()[-1] == first.released()[-1]


def test_what_is_no_name_elsewhere_is_one_where_a_person_said_so():
    first = run(SARAS)
    obdam = entity(first, "Sara Obdam")
    no_name = correction(Do.NOT_NAME, 1, values={"text": "Sara"})
    here = correction(Do.NAME, 2, target=obdam, slot="d2", span=span(0, 4))
    review = run(SARAS, registry=first.registry, corrections=[no_name, here])
    assert meant(review, "d2.0") == (review.one("Sara Obdam"), False)
    assert not [m for m in review.mentions if m.passage == "d2.1"]
