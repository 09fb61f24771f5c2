"""Trends: what is shown, what is withheld, what a new version may change."""

import random

import pytest

from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.trends import ALL, ROOT, Item, Slice, Subject
from ltnlp.stages.trends import publishable
from tests.trends.made import Made, cells, counted, edition, made

HAMPERING = "belemmerend"
LEVEL = Item(subject=Subject.LEVEL, values=("keten", HAMPERING))
FACTOR = Item(subject=Subject.FACTOR, values=("K01", "keten", HAMPERING))
EARLY = Item(
    subject=Subject.FACTOR_TIME, values=("K01", "keten", HAMPERING, "0-3 maanden")
)


def year(value: int) -> Slice:
    return Slice(dimension="year", value=str(value))


def reviews(*plan: tuple[int, int, bool]) -> list[Made]:
    """Reviews by plan: how many, of which year, and whether they show the factor."""
    return [
        Made(
            slices=(year(when),),
            items=frozenset({ROOT, LEVEL, FACTOR, EARLY} if shows else {ROOT}),
        )
        for number, when, shows in plan
        for _ in range(number)
    ]


def shown(*versions: list[Made], k: int = 5):
    """What the last of some versions shows, each given by all its reviews."""
    published: tuple = ()
    before = 0
    for number, present in enumerate(versions, start=1):
        given = edition(number, present, k=k, before=before, earlier=published)
        published = publishable(given)
        before = len(present)
    return published


def numbers(published, item=FACTOR):
    return {
        cell.slice: cell.shown.reviews if cell.shown else None
        for cell in published
        if cell.item == item
    }


def test_a_factor_is_counted_in_reviews_over_all_and_by_year() -> None:
    published = shown(reviews((6, 2021, True), (7, 2022, True), (2, 2022, False)))
    assert numbers(published) == {ALL: 13, year(2021): 6, year(2022): 7}
    of = {cell.slice: cell.of for cell in published if cell.item == FACTOR}
    assert of == {ALL: 15, year(2021): 6, year(2022): 9}


def test_an_item_in_too_few_reviews_has_no_row() -> None:
    published = shown(reviews((4, 2021, True), (9, 2021, False)))
    assert numbers(published) == {}
    assert numbers(published, ROOT) == {ALL: 13, year(2021): 13}


def test_a_year_with_too_few_reviews_is_not_named_nor_to_be_found() -> None:
    published = shown(
        reviews((6, 2021, True), (7, 2022, True), (9, 2024, True), (2, 2023, False))
    )
    # What is left when the named years are subtracted rests on five reviews or more.
    assert set(numbers(published, ROOT)) == {ALL, year(2022), year(2024)}


def test_a_small_part_is_withheld_and_another_one_with_it() -> None:
    plan = [(3, 2021, True), (9, 2021, False), (6, 2022, True), (6, 2022, False)]
    plan += [(9, 2023, True), (3, 2023, False)]
    assert numbers(shown(reviews(*plan))) == {
        ALL: 18,
        year(2021): None,
        year(2022): None,
        year(2023): 9,
    }


def test_a_year_in_which_nobody_named_it_is_no_secret() -> None:
    plan = [(9, 2021, True), (9, 2022, False)]
    assert numbers(shown(reviews(*plan))) == {ALL: 9, year(2021): 9}


def test_what_is_counted_over_all_reviews_only_has_no_slices() -> None:
    published = shown(reviews((6, 2021, True), (7, 2022, True)))
    assert numbers(published, EARLY) == {ALL: 13}


def test_a_number_stays_until_enough_reviews_change_it() -> None:
    first = reviews((12, 2021, True), (12, 2022, True))
    few = [*first, *reviews((3, 2022, True), (4, 2022, False))]
    enough = [*few, *reviews((3, 2022, True), (3, 2022, False))]
    assert numbers(shown(first, few))[ALL] == 24
    assert numbers(shown(first, few))[year(2022)] == 12
    assert numbers(shown(first, few), ROOT)[ALL] == 31
    assert numbers(shown(first, few, enough))[ALL] == 30


def test_what_was_withheld_appears_only_when_it_cannot_be_computed_back() -> None:
    first = reviews((4, 2021, True), (20, 2021, False))
    # Nine less the five that came in would be four then.
    told = [*first, *reviews((5, 2021, True))]
    untold = [*first, *reviews((5, 2021, True), (4, 2021, False))]
    assert numbers(shown(first, told)) == {}
    assert numbers(shown(first, untold))[ALL] == 9


@pytest.mark.parametrize(("k", "came_in"), [(2, 9), (5, 4)])
def test_too_small_a_threshold_and_too_few_new_reviews_are_refused(
    k: int, came_in: int
) -> None:
    with pytest.raises(PrivacyError):
        publishable(edition(1, reviews((came_in, 2021, True)), k=k))


def test_a_version_that_would_give_the_last_one_away_is_refused() -> None:
    dice = random.Random(205)
    first = made(dice.randrange(8, 16), dice, density=0.9, years=3)
    more = made(dice.randrange(3, 7), dice, density=0.9, years=3)
    with pytest.raises(PrivacyError, match="give away"):
        shown([*first], [*first, *more], k=3)


def test_what_is_no_longer_counted_is_shown_as_before() -> None:
    first = reviews((12, 2021, True))
    recoded = [*reviews((12, 2021, False)), *reviews((6, 2021, False))]
    assert numbers(shown(first, recoded))[ALL] == 12


def test_every_number_and_every_change_rests_on_k_reviews() -> None:
    everyone = made(45, random.Random(8), density=0.6)
    first = shown([*everyone[:20]])
    second = shown([*everyone[:20]], [*everyone[:33]])
    old, new = cells(first), cells(second)
    assert sum(len(found) for found in new.values()) > 40
    for item, found in new.items():
        for slice_, number in found.items():
            was = old.get(item, {}).get(slice_)
            change = number.reviews - (was.reviews if was else 0)
            assert change == 0 or change >= 5


def test_what_organisations_did_is_counted_where_both_of_its_parts_are() -> None:
    act = Item(subject=Subject.INTERACTION, values=("melding", "ja"))
    who = Item(subject=Subject.ORGANISATION, values=("wijkteam",))
    both = Item(
        subject=Subject.INTERACTION_ORGANISATION, values=("melding", "ja", "wijkteam")
    )
    when = Item(subject=Subject.INTERACTION_TIME, values=("melding", "ja", "ervoor"))
    everyone = [
        Made(slices=(year(2021),), items=frozenset({ROOT, act, who, both, when}))
        for _ in range(6)
    ]
    published = shown(everyone)
    assert numbers(published, both) == numbers(published, when) == {ALL: 6}


def test_of_what_everybody_can_see_is_none_no_row_says_that_it_is_withheld() -> None:
    dice = random.Random(9)
    first = made(dice.randrange(8, 16), dice, density=0.5, years=3)
    more = made(dice.randrange(3, 7), dice, density=0.5, years=3)
    published = shown([*first], [*first, *more], k=3)
    everyone = counted([*first, *more])
    rows = {(c.item, c.slice) for c in published}
    absent = [
        (item, slice_)
        for item in cells(published)
        for slice_ in cells(published)[ROOT]
        if item.subject is not Subject.FACTOR_TIME and (item, slice_) not in rows
    ]
    assert absent
    assert not any(slice_ in everyone[item] for item, slice_ in absent)
