"""Who passed a family on to whom, and what the measures say in words."""

import pytest

from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import (
    Interaction,
    InteractionClass,
    InteractionGraph,
    Party,
)
from ltnlp.stages.graph_words import in_words
from ltnlp.stages.passing import chains, there_and_back
from tests.builders import interaction, told

REFERRAL = InteractionClass.REFERRAL
REFUSAL = InteractionClass.REFUSAL


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
        act(3, "huisarts", "ggz", order_certain=False),
    ]
    (one,) = there_and_back(acts)
    assert one.parties == ("huisarts", "ggz", "huisarts", "ggz")
    assert not one.order_certain
    assert there_and_back(acts[:2]) == ()


def test_two_the_same_way_are_one_turn() -> None:
    acts = [
        act(1, "huisarts", "ggz"),
        act(2, "huisarts", "ggz"),
        act(3, "ggz", "huisarts"),
    ]
    assert there_and_back(acts) == ()


def party(kind: str, **changes: object) -> Party:
    given: dict[str, object] = {
        "kind": kind,
        "given": 0,
        "received": 0,
        "in_the_middle": 0.0,
        "never_answered": 0,
        "reciprocity": 0.0,
    }
    return Party(**(given | changes))  # type: ignore[arg-type]


def words(*acts: Interaction, parties: tuple[Party, ...] = ()) -> tuple[str, ...]:
    graph = InteractionGraph(interactions=acts, parties=parties)
    return in_words(graph, {"wijkteam": "het wijkteam", "ggz": "de ggz"})


def test_measures_are_told_in_plain_words_without_blame() -> None:
    told_words = words(
        parties=(
            party("gezin", in_the_middle=0.9),
            party("wijkteam", in_the_middle=0.5),
            party("ggz", never_answered=2, given=3),
            party("huisarts", given=3, reciprocity=0.5, never_answered=1),
        )
    )
    assert "het wijkteam" in told_words[0]
    assert told_words[1].startswith("De ggz kreeg 2 keer geen antwoord")
    assert "niemand van hen" in told_words[2]
    assert told_words[3].startswith("Huisarts kreeg één keer")
    assert len(told_words) == 4


def test_a_graph_of_nobody_tells_nothing() -> None:
    assert words() == ()
    assert words(parties=(party("gezin", in_the_middle=0.9),)) == ()


def test_passing_on_is_told_with_what_is_not_sure_of_it() -> None:
    found = words(
        act(1, "huisarts", "ggz"),
        act(2, "ggz", "wijkteam"),
        act(3, "wijkteam", "ggz", interaction_class=REFUSAL, order_certain=False),
        act(4, "ggz", "wijkteam"),
    )
    assert found[0] == (
        "Doorgegeven van hand tot hand: huisarts → de ggz → het wijkteam."
    )
    assert found[1].startswith("Heen en weer tussen de ggz en het wijkteam: 3 keer")
    assert found[1].endswith("De bronnen laten een andere volgorde open.")
    assert found[-1].startswith("Bij 3 van de 4 verbanden")


def test_the_number_of_parties_over_time_holds_no_date() -> None:
    (one,) = words(
        act(1, "huisarts", "ggz"),
        act(8, "school", "wijkteam"),
        act(9, "school", "kraamzorg"),
    )
    assert one == (
        "Aantal partijen per kwartaal: 2 in het begin, 3 aan het eind; het meest 3, "
        "ongeveer 6 maanden na het begin."
    )
    (other,) = words(act(1, "huisarts", "ggz"), act(8, "school", "wijkteam"))
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
    (one,) = (line for line in told_words if "antwoord kwam" in line)
    assert "meestal na ongeveer een week" in one
    assert one.endswith("van ander 3 aan partij 3, ongeveer 3 maanden.")
    quick = [*answered(1, 3), *answered(2, 20)]
    (other,) = (line for line in words(*quick) if "antwoord kwam" in line)
    assert other.endswith("ongeveer 3 weken.")
    assert not any("antwoord kwam" in line for line in words(*answered(1, 3)))


def test_a_quick_answer_is_less_than_a_week() -> None:
    acts = [*answered(1, 2), *answered(2, 3)]
    (one,) = (line for line in words(*acts) if "antwoord kwam" in line)
    assert "meestal na minder dan een week" in one
