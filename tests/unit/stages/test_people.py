"""Letters, nicknames and doubts: who is meant by little."""

import pytest

from ltnlp.domain.mentions import RosterEntry
from tests.unit.stages.naming import run

CHILD = RosterEntry(name="Emre Yıldız", role="jeugdige")


@pytest.mark.parametrize(
    ("sentences", "names"),
    [
        (["Emre Yıldız kwam.", "Ik sprak E. later."], ["Emre Yıldız", "E."]),
        (["Iris Vonk belde.", "Volgens I.V. ging het."], ["Iris Vonk", "I.V."]),
        (["Mevrouw Bakker belde.", "Ik sprak mw. B. later."], ["Bakker", "B."]),
        (["R. van der Laan belde.", "Overleg met R. vdL volgt."], ["R. van der Laan", "R. vdL"]),
        (["A.M. Hoop belde.", "Overleg met AMH volgt."], ["A.M. Hoop", "AMH"]),
        (["Djairo Isenia kwam.", "Toen zat Djai stil."], ["Djairo Isenia", "Djai"]),
    ],
    ids=lambda v: v[1] if isinstance(v, list) else None,
)  # fmt: skip
def test_letters_and_short_names_find_their_person(
    sentences: list[str], names: list[str]
) -> None:
    assert run({"d1": sentences}).one(*names)


def test_bare_initial_is_the_child_of_the_review() -> None:
    review = run({"d1": ["Emre kwam met Elif.", "Ik sprak E. later."]}, roster=(CHILD,))
    assert review.one("E.") == "[Jeugdige-1]"


def test_adult_with_a_title_is_not_the_child_of_that_name() -> None:
    review = run({"d1": ["Mevrouw Yıldız belde.", "Emre sliep."]}, roster=(CHILD,))
    assert review.one("Yıldız") != review.one("Emre")


def test_families_of_one_surname_are_one_family() -> None:
    review = run({"d1": ["De familie Kaya kwam."], "d2": ["Het gezin Kaya sliep."]})
    assert review.one("Kaya") == "[Gezin-1]"


def test_roster_entry_without_surname_gets_it_from_the_sources() -> None:
    roster = (RosterEntry(name="Lieke", role="tante", aliases=("Lieke Vonk-Bos",)),)
    review = run({"d1": ["Lieke Vonk belde.", "Lieke ook."]}, roster=roster)
    assert review.one("Lieke Vonk", "Lieke") == "[Tante-1]"


def test_same_doubt_twice_is_one_entity_on_the_review_list() -> None:
    review = run(
        {
            "d1": ["Ali Demir belde.", "Can Demir kwam."],
            "d2": ["Demir tekende niet.", "Demir zweeg."],
        }
    )
    texts = {p.id: p.text for p in review.passages}
    doubts = [m for m in review.mentions if m.span.of(texts[m.passage]) == "Demir"]
    assert len({m.entity for m in doubts}) == 1
    assert all(m.needs_review for m in doubts)


def test_nearest_of_two_is_taken_in_doubt() -> None:
    review = run({"d1": ["Ali Demir belde.", "Can Demir kwam.", "Demir tekende."]})
    assert review.one("Demir") == review.one("Can Demir")


def test_role_tells_which_of_two_is_meant() -> None:
    review = run(
        {"d1": ["Jan Smit (mentor) belde.", "Piet Smit kwam.", "Mentor Smit tekende."]}
    )
    assert review.one("Smit") == review.one("Jan Smit")


def test_two_families_with_one_key_stay_two_persons_with_one_name() -> None:
    review = run(
        {"d1": ["Mevrouw Smit belde.", "Meneer Smit zweeg.", "De familie Bos kwam."]}
    )
    assert len(review.pseudonyms("Smit")) == 2
    assert review.one("Bos") == "[Gezin-1]"


@pytest.mark.parametrize(
    ("sentences", "one", "other"),
    [
        (["Iris Vonk belde.", "Ivo Vonk kwam.", "Iris V. tekende."], "Iris V.", "Iris Vonk"),
        (["Mw. Anna Bos belde.", "Dhr. Bert Bos kwam.", "Mw. B. tekende."], "B.", "Anna Bos"),
        (["Anna Bos-Smit belde.", "Mevrouw Smit tekende."], "Smit", "Anna Bos-Smit"),
        (["Jan de Vries belde.", "Piet de Vries kwam.", "Jan tekende."], "Jan", "Jan de Vries"),
    ],
    ids=["cut-off", "titled-letter", "half-a-double", "given"],
)  # fmt: skip
def test_little_finds_the_one_it_fits(
    sentences: list[str], one: str, other: str
) -> None:
    assert review_one(sentences, one) == review_one(sentences, other)


def review_one(sentences: list[str], shown: str) -> str:
    return run({"d1": sentences}).one(shown)


def test_alias_with_a_surname_names_its_person() -> None:
    roster = (RosterEntry(name="Lieke Vonk", role="tante", aliases=("Lieke de Boer",)),)
    review = run({"d1": ["Lieke de Boer belde.", "Lieke Vonk ook."]}, roster=roster)
    assert review.one("Lieke de Boer", "Lieke Vonk") == "[Tante-1]"


def test_full_name_that_fits_two_is_the_one_written_so() -> None:
    roster = (RosterEntry(name="Emre Kaya", role="jeugdige", aliases=("Em",)),)
    review = run(
        {"d1": ["Emre Kaya kwam.", "Emre Kaya-Demir ook.", "Emre Kaya sliep."]},
        roster=roster,
    )
    assert review.one("Emre Kaya") == "[Jeugdige-1]"


def test_a_family_with_a_double_name_is_the_family_of_either() -> None:
    review = run({"d1": ["De familie Vonk-Bos kwam."], "d2": ["Familie Vonk sliep."]})
    assert review.one("Vonk-Bos", "Vonk") == "[Gezin-1]"


def test_one_given_name_with_a_longer_surname_is_one_person() -> None:
    review = run({"d1": ["Iris Vonk-Bos belde.", "Later kwam Iris Vonk terug."]})
    assert review.one("Iris Vonk-Bos", "Iris Vonk") == "[Persoon-1]"


def test_a_titled_letter_that_nobody_has_is_somebody_else() -> None:
    review = run({"d1": ["Iris Vonk belde.", "Ik sprak mw. B. later."]})
    assert review.one("Iris Vonk") != review.one("B.")


def test_of_two_that_fit_the_one_with_that_very_name_is_meant() -> None:
    roster = (
        RosterEntry(name="Jan Smit", role="vader"),
        RosterEntry(name="J. Smit", role="mentor"),
    )
    review = run({"d1": ["Jan Smit belde.", "Toen kwam J. Smit."]}, roster=roster)
    assert review.one("Jan Smit") == "[Vader-1]"
    assert review.one("J. Smit") == "[Mentor-1]"


def test_families_of_other_names_are_other_families() -> None:
    review = run({"d1": ["De familie Vonk kwam.", "De familie Kaya sliep."]})
    assert review.one("Vonk") != review.one("Kaya")
