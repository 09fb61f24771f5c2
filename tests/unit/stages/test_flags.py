"""Words that tell who somebody is without a name: a person decides, once for all."""

import pytest

from ltnlp.domain.corrections import Do
from ltnlp.domain.errors import InvalidCorrectionError
from ltnlp.domain.mentions import Choice, Label
from ltnlp.stages.leaks import NameGuard
from tests.unit.stages.naming import correction, run

TOLD = (
    "Ze belden de wijkagent van Zuid.",
    "De wijkagent van Zuid kwam langs bij het hoekhuis tegenover de kerk.",
    "Het is een gezin met negen kinderen, en de tweeling zit in groep 3.",
    "onze wijkagent van zuid wist het al.",
)


def decided(do=Do.GENERALISE, at=1, **values):
    return correction(do, at=at, values=values)


def flagged(review):
    texts = {p.id: p.text for p in review.passages}
    return {
        m.span.of(texts[m.passage]): m.needs_review
        for m in review.mentions
        if m.label is Label.ROLE
    }


def test_what_tells_somebody_is_flagged_and_stays():
    review = run({"d1": TOLD})
    assert flagged(review) == {
        "wijkagent van Zuid": True,
        "wijkagent van zuid": True,
        "hoekhuis tegenover de kerk": True,
        "negen kinderen": True,
        "tweeling": True,
    }
    assert review.released() == list(TOLD)


def test_words_of_a_persons_choice_stand_in_all_documents_whatever_their_article():
    choice = decided(text="de wijkagent van Zuid", instead="een agent")
    review = run({"d1": TOLD[:1], "d2": TOLD[1:]}, corrections=[choice])
    told = review.released()
    assert told[0] == "Ze belden een agent."
    assert told[1].startswith("een agent kwam langs")
    assert told[3] == "onze agent wist het al."


def test_a_mask_is_a_numbered_pseudonym_and_its_article_stays():
    choice = decided(text="het hoekhuis tegenover de kerk", choice="mask")
    told = run({"d1": TOLD}, corrections=[choice]).released()
    assert told[1] == "De wijkagent van Zuid kwam langs bij het [Woonplek-1]."


def test_what_is_kept_stays_and_asks_for_nothing():
    choice = decided(text="tweeling", choice="keep")
    review = run({"d1": TOLD}, corrections=[choice])
    assert flagged(review)["tweeling"] is False
    assert flagged(review)["negen kinderen"] is True
    assert review.released() == list(TOLD)


def test_a_decision_by_the_id_of_the_flag_and_by_its_place():
    first = run({"d1": TOLD})
    (flag,) = (e for e in first.registry.entities if "tweeling" in e.variants)
    by_id = correction(
        Do.GENERALISE, target=flag.id, values={"instead": "twee kinderen"}
    )
    told = run({"d1": TOLD}, registry=first.registry, corrections=[by_id]).released()
    assert "en de twee kinderen zit" in told[2]


def test_it_holds_for_what_comes_later_and_the_last_decision_counts():
    hide = decided(text="negen kinderen", instead="veel kinderen")
    first = run({"d1": TOLD}, corrections=[hide])
    later = {"d1": TOLD, "d2": ["Dat gezin met negen kinderen dus."]}
    again = run(later, registry=first.registry, corrections=[hide])
    assert again.released()[-1] == "Dat gezin met veel kinderen dus."
    back = decided(at=2, text="negen kinderen", choice="keep")
    last = run(later, registry=again.registry, corrections=[hide, back])
    assert last.released()[-1] == "Dat gezin met negen kinderen dus."
    (kept,) = (e for e in last.registry.entities if "negen kinderen" in e.variants)
    assert (kept.choice, kept.instead) == (Choice.KEEP, "")


@pytest.mark.parametrize("choice", [{"choice": "mask"}, {"instead": "een agent"}])
def test_what_is_covered_may_leave_in_no_output(choice):
    review = run(
        {"d1": TOLD}, corrections=[decided(text="wijkagent van Zuid", **choice)]
    )
    guard = NameGuard(review.registry)
    assert guard("toen belde de WIJKAGENT VAN ZUID ons")
    assert not guard("toen belde de wijkagent ons")
    assert not NameGuard(run({"d1": TOLD}).registry)("de wijkagent van Zuid")


def test_a_name_inside_the_words_goes_with_them():
    told = "Dat hoorde de enige kinderarts in Zwolle."
    choice = decided(text="de enige kinderarts in Zwolle", instead="een arts")
    assert run({"d1": [told]}, corrections=[choice]).released() == [
        "Dat hoorde een arts."
    ]


def test_a_wording_that_says_what_it_should_hide_becomes_a_mask():
    choice = decided(text="tweeling", instead="een van de tweeling")
    told = run({"d1": TOLD}, corrections=[choice]).released()
    assert "de [Gezinssamenstelling-2] zit" in told[2]


def test_not_a_name_takes_a_flag_away_until_a_person_decides_anew():
    gone = correction(Do.NOT_NAME, values={"text": "tweeling"})
    assert "tweeling" not in flagged(run({"d1": TOLD}, corrections=[gone]))
    anew = decided(at=2, text="tweeling", instead="kinderen")
    assert (
        "de kinderen zit" in run({"d1": TOLD}, corrections=[gone, anew]).released()[2]
    )


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"choice": "weg"},
        {"choice": "generalise"},
        {"instead": "[Agent-1]"},
        {"instead": "a\nb"},
        {"instead": "x" * 121},
    ],
    ids=str,
)
def test_a_choice_that_is_none_is_refused(values):
    with pytest.raises(InvalidCorrectionError):
        decided(text="tweeling", **values)


@pytest.mark.parametrize("values", [{"text": " "}, {"text": "«»", "choice": "mask"}])
def test_a_choice_on_no_words_changes_nothing(values):
    choice = decided(**({"choice": "keep"} | values))
    assert run({"d1": TOLD}, corrections=[choice]).released() == list(TOLD)
