"""Which events are worth comparing, in a small review and in a large one."""

from dataclasses import replace

import pytest

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.edtf import bounds_of
from ltnlp.stages.candidates import FEW, LONGEST_LIST, pairs
from ltnlp.stages.likeness import Features, features
from tests.unit.stages.story import event


def item(
    wording: str,
    *,
    source: str,
    when: str | None = None,
    kind: str = "overig",
    parties: tuple[str, ...] = (),
    context: Bounds | None = None,
) -> Features:
    told = event(wording, when=when, source=source, kind=kind, parties=parties)
    return replace(features(told), context=context)


def crowd(*first: Features) -> list[Features]:
    """Return `first` among so many others that not all are compared with all."""
    others = [
        replace(
            item(f"x{n}", source="d0", kind=f"k{n}", when=f"{1500 + n}"),
            stems=frozenset({f"stam{n}"}),
        )
        for n in range(FEW)
    ]
    return [*first, *others]


def test_in_a_small_review_all_of_two_documents_are_compared() -> None:
    one, same, other = (item(f"x{n}", source=d) for n, d in enumerate("aab"))
    assert pairs([one, same, other]) == [(0, 2), (1, 2)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"when": "2021-03-04"}, {"when": "2021-03-04", "kind": "gesprek"}),
        ({"when": "2021-03-04"}, {"when": "2021-03-02/2021-03-06"}),
        ({"when": "2021-03", "kind": "melding"}, {"when": "2021-03-04", "kind": "melding"}),
        ({"when": "2021-02/2021-04", "kind": "melding"}, {"when": "2021-03-09", "kind": "melding"}),
        ({"when": "../2021-03-31", "kind": "melding"}, {"when": "2021-03-09", "kind": "melding"}),
        ({"kind": "melding", "context": bounds_of("2021-03")}, {"when": "2021-03-09", "kind": "melding"}),
        ({"kind": "melding"}, {"kind": "melding"}),
    ],
    ids=["day", "days", "month and kind", "months", "open", "by the talk around", "undated"],
)  # fmt: skip
def test_in_a_large_review_those_that_share_time_and_kind_are_compared(
    one: dict[str, str], other: dict[str, str]
) -> None:
    items = crowd(item("een", source="a", **one), item("ander", source="b", **other))  # type: ignore[arg-type]
    assert pairs(items) == [(0, 1)]


def test_two_rare_words_are_enough_whatever_the_time() -> None:
    one = replace(
        item("een", source="a", when="2019-01-01", kind="overleg"),
        stems=frozenset({"groeicurv", "jeugdart"}),
    )
    other = replace(
        item("ander", source="b", when="2022-06-01", kind="melding"),
        stems=one.stems,
    )
    assert pairs(crowd(one, other)) == [(0, 1)]


def test_one_document_tells_no_happening_twice() -> None:
    twice = [item(f"x{n}", source="a", when="2021-03-04") for n in range(2)]
    assert pairs(crowd(*twice)) == []


def test_what_too_many_share_says_nothing() -> None:
    many = [
        replace(
            item(f"x{n}", source=f"b{n}", when="2021-03-04", kind="overleg"),
            stems=frozenset({"school"}),
        )
        for n in range(LONGEST_LIST + 1)
    ]
    assert pairs(crowd(*many)) == []


def test_the_family_that_all_have_and_a_time_without_bounds_find_nothing() -> None:
    open_ended = Bounds(earliest=None, latest=None)
    one = item("een", source="a", kind="een", parties=("gezin",), context=open_ended)
    other = item("ander", source="b", kind="twee", parties=("gezin",))
    assert pairs(crowd(one, other)) == []


def test_organisations_that_tellers_mix_up_bring_a_day_together() -> None:
    one = item("een", source="a", when="2021-03-04", kind="melding", parties=("wijkteam",))  # fmt: skip
    other = item("ander", source="b", when="2021-03-04", kind="melding", parties=("gemeente",))  # fmt: skip
    assert pairs(crowd(one, other)) == [(0, 1)]
