"""Who passed a family on to whom, and what the measures say in words."""

from dataclasses import replace

import pytest

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import Interaction, InteractionClass, InteractionGraph
from ltnlp.stages.graph import measure
from ltnlp.stages.graph_words import in_words
from ltnlp.stages.passing import chains, there_and_back
from tests.builders import interaction, told

REFERRAL = InteractionClass.REFERRAL
REFUSAL = InteractionClass.REFUSAL
FEEDBACK = InteractionClass.FEEDBACK
MEETING = InteractionClass.CONSULTATION


def act(n: int, giver: str, receiver: str, **changes: object) -> Interaction:
    given: dict[str, object] = {
        "event": f"e{n}",
        "interaction_class": REFERRAL,
        "date": told(f"2023-{n:02d}-10"),
        "order_certain": True,
    }
    return interaction(f"i{n}", giver=giver, receiver=receiver, **(given | changes))


def test_a_chain_goes_from_hand_to_hand() -> None:
    acts = [
        act(1, "huisarts", "ggz"),
        act(2, "ggz", "wijkteam"),
        act(3, "wijkteam", "school"),
    ]
    again = act(4, "huisarts", "ggz"), act(5, "ggz", "wijkteam")
    assert [one.parties for one in chains([*acts, *again])] == [
        ("huisarts", "ggz", "wijkteam", "school")
    ]
    (one,) = chains(acts)
    assert one.parties == ("huisarts", "ggz", "wijkteam", "school")
    assert one.interactions == ("i1", "i2", "i3")
    assert one.order_certain


@pytest.mark.parametrize(
    "second",
    [
        act(2, "ggz", "huisarts"),
        act(2, "ggz", "gezin"),
        act(2, "ggz", "wijkteam", realised=Realised.NO),
        act(2, "ggz", "wijkteam", date=None),
        act(2, "ggz", "wijkteam", interaction_class=REFUSAL),
        act(2, "ggz", "ggz"),
        act(2, "ggz", "wijkteam", date=told("2022-05-01")),
    ],
    ids=[
        "back again",
        "to the family",
        "not done",
        "undated",
        "no passing on",
        "within one",
        "before the first",
    ],
)
def test_what_makes_no_chain(second: Interaction) -> None:
    assert chains([act(1, "huisarts", "ggz"), second]) == ()


def test_there_and_back_again_is_told_and_once_back_is_not() -> None:
    acts = [
        act(1, "huisarts", "ggz"),
        act(2, "ggz", "huisarts", interaction_class=REFUSAL),
        act(3, "huisarts", "ggz"),
    ]
    (one,) = there_and_back(acts)
    assert one.parties == ("huisarts", "ggz", "huisarts", "ggz")
    assert one.order_certain
    wide = replace(acts[1], date=told("2023-02-10/2023-03-20"))
    (open_,) = there_and_back([acts[0], wide, acts[2]])
    assert not open_.order_certain
    assert there_and_back(acts[:2]) == ()


def test_two_the_same_way_are_one_turn() -> None:
    acts = [
        act(1, "huisarts", "ggz"),
        act(2, "huisarts", "ggz"),
        act(3, "ggz", "huisarts"),
    ]
    assert there_and_back(acts) == ()


def words(*acts: Interaction) -> tuple[str, ...]:
    graph = InteractionGraph(interactions=acts, parties=measure(acts))
    return in_words(graph, {"wijkteam": "het wijkteam", "ggz": "de ggz"})


def about(start: str, *acts: Interaction) -> list[str]:
    return [line for line in words(*acts) if line.startswith(start)]


def met(n: int, one: str, other: str, **changes: object) -> Interaction:
    return act(n, one, other, interaction_class=MEETING, **changes)


def test_who_stands_between_the_others_is_told_with_who_hangs_on_it() -> None:
    pair = [met(1, "wijkteam", "school"), met(2, "ggz", "wijkteam")]
    assert not about("Het wijkteam stond", *pair)
    star = [*pair, met(3, "ggz", "huisarts"), met(4, "huisarts", "wijkteam")]
    family = [met(n, "gezin", kind) for n, kind in enumerate(("school", "ggz"), 5)]
    assert about("Het wijkteam stond", *star, *family) == [
        "Het wijkteam stond het meest tussen andere organisaties in: met 3 van de 3 andere "
        "was er rechtstreeks contact. Zonder deze partij heeft school volgens de bronnen "
        "geen lijn met de rest."
    ]


def test_who_is_between_but_not_needed_is_told_so() -> None:
    ring = [
        met(1, "wijkteam", "a"),
        met(2, "wijkteam", "b"),
        met(3, "wijkteam", "c"),
        met(4, "a", "b"),
        met(5, "b", "c"),
        met(6, "a", "d"),
        met(7, "d", "wijkteam"),
    ]
    (line,) = about("Het wijkteam stond", *ring)
    assert line.endswith(
        "ook zonder deze partij bleven de anderen met elkaar verbonden."
    )
    assert "met 4 van de 4 andere" in line


def test_many_who_hang_on_one_are_counted_and_few_are_named() -> None:
    ends = [met(n, "wijkteam", f"p{n}") for n in range(1, 6)]
    (many,) = about("Het wijkteam stond", *ends)
    assert many.endswith("Voor 4 organisaties was dit de enige lijn met de rest.")
    (few,) = about("Het wijkteam stond", *ends[:4])
    assert "hebben p2, p3 en p4 volgens" in few


def test_where_nobody_is_between_others_nothing_is_told_of_it() -> None:
    assert not about("Het wijkteam", met(1, "wijkteam", "ggz"))
    assert not about(
        "Het wijkteam", met(1, "wijkteam", "gezin"), met(2, "ggz", "gezin")
    )
    apart = [met(1, "wijkteam", "ggz", realised=Realised.NO), met(2, "ggz", "school")]
    assert not [line for line in words(*apart) if "tussen andere" in line]


def test_an_answer_that_a_source_says_did_not_come_is_told_apart() -> None:
    silence = act(1, "school", "ggz", interaction_class=FEEDBACK, realised=Realised.NO)
    expected = [
        act(n, "school", "wijkteam", realised=Realised.NO, expected=True)
        for n in (2, 3)
    ]
    assert about("Volgens", silence, *expected) == [
        "Volgens de bronnen kreeg de ggz één keer geen antwoord."
    ]
    assert about("Bij 2", silence, *expected) == [
        "Bij 2 vragen of meldingen van het wijkteam noemen de bronnen geen antwoord; "
        "of dat er kwam, kunt u navragen."
    ]
    assert about("Bij één vraag of melding van", expected[0])


def test_who_turned_to_others_and_was_not_turned_to_is_told_as_sources_tell() -> None:
    turned = [met(n, "ggz", f"p{n}") for n in (1, 2, 3)]
    assert about("De ggz wendde", *turned) == [
        "De ggz wendde zich 3 keer tot anderen; dat een van hen zich tot deze partij "
        "wendde, vertellen de bronnen niet."
    ]
    assert not about("De ggz wendde", *turned, met(4, "p1", "ggz"))


def test_a_graph_of_nobody_tells_nothing() -> None:
    assert words() == ()


def test_passing_on_is_told_with_what_is_not_sure_of_it() -> None:
    wide = {"date": told("2023-03-10/2023-05-10"), "order_certain": False}
    found = words(
        act(1, "huisarts", "ggz"),
        act(2, "ggz", "wijkteam"),
        act(3, "wijkteam", "ggz", interaction_class=REFUSAL, **wide),
        act(4, "ggz", "wijkteam"),
    )
    chain, turns = (line for line in found if line.startswith(("Na elkaar", "Heen")))
    assert chain == (
        "Na elkaar verwezen, aangemeld of overgedragen: "
        "huisarts → de ggz → het wijkteam."
    )
    assert turns.startswith("Heen en weer tussen de ggz en het wijkteam: 3 keer")
    assert turns.endswith("De bronnen laten een andere volgorde open.")
    assert found[-1].startswith("Bij 3 van de 4 verbanden")


def test_the_number_of_parties_over_time_holds_no_date() -> None:
    vague = act(7, "oma", "politie", date=told("2023"))
    (one,) = about(
        "Aantal",
        act(1, "huisarts", "ggz"),
        act(8, "school", "wijkteam"),
        act(9, "school", "kraamzorg"),
        vague,
    )
    assert one == (
        "Aantal partijen per kwartaal, het gezin meegeteld en voor zover de datum bekend "
        "is: 2 in het begin, 3 aan het eind; het meest 3, "
        "ongeveer 6 maanden na het begin."
    )
    (other,) = about("Aantal", act(1, "huisarts", "ggz"), act(8, "school", "wijkteam"))
    assert other.endswith("het meest 2, in het begin.")


def answered(n: int, days: int) -> tuple[Interaction, Interaction]:
    asker, asked = f"partij {n}", f"ander {n}"
    back = InteractionClass.FEEDBACK
    first = act(n, asker, asked, date=told("2023-01-01"))
    last = told(f"2023-{1 + days // 28:02d}-{1 + days % 28:02d}")
    return first, act(n + 20, asked, asker, interaction_class=back, date=last)


def test_time_to_answer_is_told_in_weeks_or_months() -> None:
    acts = [*answered(1, 3), *answered(2, 8), *answered(3, 100)]
    told_words = words(*acts)
    (one,) = (line for line in told_words if "iets terugkwam" in line)
    assert "in het midden na ongeveer een week" in one
    assert one.endswith("van ander 3 aan partij 3, ongeveer 3 maanden.")
    quick = [*answered(1, 3), *answered(2, 20)]
    (other,) = (line for line in words(*quick) if "iets terugkwam" in line)
    assert other.endswith("ongeveer 3 weken.")
    assert not any("iets terugkwam" in line for line in words(*answered(1, 3)))


def test_days_that_are_not_known_and_what_settles_nothing_are_no_answer() -> None:
    first, last = answered(1, 3)
    pairs = [first, last, *answered(2, 3)]
    assert any("iets terugkwam" in line for line in words(*pairs))
    for change in (
        {"date": told("2023-02")},
        {"interaction_class": InteractionClass.CONTACT_ATTEMPT},
        {"event": first.event},
        {"giver": "iemand anders"},
    ):
        other = replace(last, **change)
        told_words = words(first, other, *pairs[2:])
        assert not any("iets terugkwam" in line for line in told_words)
    meeting = replace(
        last, giver=first.giver, receiver=first.receiver, interaction_class=MEETING
    )
    assert any("iets terugkwam" in w for w in words(first, meeting, *pairs[2:]))


def test_a_quick_answer_is_less_than_a_week() -> None:
    acts = [*answered(1, 2), *answered(2, 3)]
    (one,) = (line for line in words(*acts) if "iets terugkwam" in line)
    assert "in het midden na minder dan een week" in one
