"""Numbers of pseudonyms: none is given twice."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.domain.pseudonyms import Entity, Registry
from ltnlp.stages.numbering import Group, Taken, number

SANNE = Entity(
    id="p1",
    label=Label.PERSON,
    pseudonym="[Moeder-1]",
    role="moeder",
    variants=("Sanne", "Sanne Prins"),
    slots=("s001",),
)
LAST_RUN = Registry(entities=(SANNE,), taken=("[Moeder-1]",))


@pytest.mark.parametrize(
    ("taken", "next_one"),
    [
        ((), "[Moeder-1]"),
        (("[Moeder-1]",), "[Moeder-2]"),
        (("[Moeder-2]",), "[Moeder-3]"),
        (("[Oma-1]", "[Oma-2]"), "[Moeder-1]"),
    ],
    ids=["none", "one", "one that a person chose", "of others"],
)
def test_the_next_pseudonym_is_one_never_given_out(
    taken: tuple[str, ...], next_one: str
) -> None:
    assert Taken(taken).free("moeder") == next_one


def test_a_role_of_several_words_is_one_word() -> None:
    assert Taken().free("[betrokken] wijkagent") == "[Betrokken-wijkagent-1]"
    assert Taken().free("jeugd- en gezinswerker") == "[Jeugd-en-gezinswerker-1]"


@pytest.mark.parametrize(
    ("registry", "named", "shown"),
    [
        (LAST_RUN, ("Sanne",), "[Moeder-1]"),
        (LAST_RUN.without("s002"), ("Sanne",), "[Moeder-1]"),
        (LAST_RUN.without("s001"), ("Sanne",), "[Moeder-2]"),
        (LAST_RUN.without("s001"), ("Sanne", "Sanne Bos"), "[Moeder-2]"),
        (LAST_RUN.without("s001"), ("Sanne", "Sanne Prins"), "[Moeder-1]"),
    ],
    ids=["run again", "another source out", "hers out", "a namesake", "back again"],
)
def test_who_was_withdrawn_is_known_again_by_a_whole_name_only(
    registry: Registry, named: tuple[str, ...], shown: str
) -> None:
    group = Group(
        key="g",
        label=Label.PERSON,
        role="moeder",
        variants=named,
        first=0,
        slots=("s002",),
    )
    numbered, of_group = number((group,), registry, {}, ())
    assert numbered.by_id()[of_group["g"]].pseudonym == shown
    holders = [e for e in numbered.entities if "Sanne" in e.variants]
    assert len(holders) == 1
