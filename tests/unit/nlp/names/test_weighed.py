"""Names in lower case by learned weights, beside what the rules find."""

import pytest

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names import NameDetector, weighed
from ltnlp.nlp.names.detector import open_pages
from ltnlp.nlp.names.surroundings import Surroundings, may_name
from ltnlp.nlp.names.weighed import find
from tests.unit.nlp.names.building import passage


def found_in(*texts: str) -> dict[str, Label]:
    passages = [passage(t, f"p{n}", ordinal=n) for n, t in enumerate(texts)]
    rules = NameDetector(rules_only=True).detect(passages, [])
    by_id = {p.id: p for p in passages}
    return {
        c.span.of(by_id[c.passage].text): c.label
        for c in find(open_pages(passages), rules)
    }


@pytest.mark.parametrize(
    ("texts", "name", "label"),
    [
        (
            (
                "gisteren weg bij thuisgeluk en naar thuisgeluk gemaild, fatma ook",
                "aanmelding thuisgeluk, kamer 6",
            ),
            "thuisgeluk",
            Label.ORG_INSTANCE,
        ),
        (
            (
                "yazan, nour en lin. lin was nog vier, zei fatma",
                "met kerst zag ik lin, met yazan en nour",
            ),
            "lin",
            Label.PERSON,
        ),
    ],
    ids=["an organisation that returns", "a person beside persons"],
)
def test_a_word_that_stands_as_names_do_is_found(
    texts: tuple[str, ...], name: str, label: Label
) -> None:
    assert found_in(*texts).get(name) == label


def test_an_article_goes_along_with_an_organisation() -> None:
    found = found_in(
        "we zaten bij de kegel, en fatma werkte ook in de kegel",
        "selma was van de kegel dus fatma belde haar",
    )
    assert found == {"de kegel": Label.ORG_INSTANCE}


@pytest.mark.parametrize(
    "text",
    [
        "De rekening kwam. Wij hebben die betaald. Daarna bleef het stil. Niemand belde.",
        "Woensdag was er overleg. Iedereen zei ja. Gelijmd was er niets aan.",
    ],
    ids=["nothing to find", "words where sentences begin"],
)
def test_ordinary_words_are_not_weighed_up(text: str) -> None:
    assert found_in(text, text) == {}


def test_a_word_that_always_has_a_capital_is_found() -> None:
    found = found_in(
        "Intake Waterlijn op 3 mei, met moeder.",
        "Moeder belt: Waterlijn heeft geen plek, Waterlijn weet niets.",
        "Verwezen naar Waterlijn. Waterlijn afgezegd.",
    )
    assert found.get("Waterlijn") == Label.ORG_INSTANCE


def test_what_is_flagged_for_a_decision_is_not_weighed_up() -> None:
    passages = [passage("Ze belden de wijkagent van Zuid.")]
    found = NameDetector().detect(passages, [])
    assert {c.label for c in found} == {Label.ROLE}


def test_capitals_elsewhere_tell_a_name_where_there_are_none() -> None:
    told = (
        "Zij woonde in Hoogzand. Haar oom woont ook in Hoogzand.",
        "en toen zat hij dus in hoogzand bij zijn oom in de kelder te wachten",
    )
    passages = [passage(t, f"p{n}", ordinal=n) for n, t in enumerate(told)]
    found = NameDetector().detect(passages, [])
    shown = {c.span.of(told[1]) for c in found if c.passage == "p1"}
    assert "hoogzand" in shown


def test_words_without_names_stay() -> None:
    text = "toen hebben we met de moeder gesproken over het plan en de school was er ook bij"
    assert found_in(text, text, text) == {}


def test_what_the_rules_found_is_not_weighed_again() -> None:
    passages = [passage("fatma belde en toen kwam fatma langs bij de buren")]
    pages = open_pages(passages)
    rules = NameDetector(rules_only=True).detect(passages, [])
    around = Surroundings(pages, rules)
    assert "fatma" not in {pages[0].words.keys[at] for at in around.open(pages[0])}


def test_hiding_a_name_is_undone() -> None:
    passages = [passage("fatma belde en toen kwam fatma langs bij de buren")]
    pages = open_pages(passages)
    around = Surroundings(pages, NameDetector(rules_only=True).detect(passages, []))
    before = list(around.kinds[pages[0].id])
    with around.hidden(pages[0], 0, 1):
        assert around.kinds[pages[0].id][0] == "given"
    assert around.kinds[pages[0].id] == before


@pytest.mark.parametrize(
    ("word", "may"),
    [("zonnekracht", True), ("moeder", False), ("omdat", False), ("pm", False)],
)
def test_words_that_never_name_are_passed_over(word: str, may: bool) -> None:
    page = open_pages([passage(f"toen kwam {word} weer langs bij ons in de straat")])[0]
    assert may_name(page, 2) is may


def test_what_is_weighed_goes_to_the_review_list() -> None:
    passages = [passage("team windroos pakt het op en belt ons terug")]
    found: tuple[Candidate, ...] = NameDetector().detect(passages, [])
    assert [c.needs_review for c in found if c.found_by == "weighed"] == [True]


def test_a_chance_does_not_depend_on_the_order_of_what_tells() -> None:
    """Sets of words have another order in each process."""
    words = "oscar romy finn lotte bram teun sanne jip mila daan fenna guus".split()
    text = ". ".join(f"{word} zag lin en {word} mailde lin" for word in words)
    (page,) = open_pages([passage(text, "p1")])
    around = Surroundings([page], [])
    at = page.words.keys.index("lin")
    told = list(around.of_word(page, at))
    weights = {feature: (0.1 * n, 0.3, 1e-9) for n, feature in enumerate(told)}
    weights["bias"] = (0.7, 0.1, 0.0)
    turned = [weighed.sums(told[n:] + told[:n], weights) for n in range(len(told))]
    assert set(turned) == {turned[0]}


def test_letters_that_figures_go_on_in_name_nobody() -> None:
    page = open_pages([passage("gisteren was fatma er met 7bea en met bea", "p1")])[0]
    places = [at for at, shown in enumerate(page.words.shown) if shown == "bea"]
    assert [may_name(page, at) for at in places] == [False, True]
