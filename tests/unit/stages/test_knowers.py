import pytest

from ltnlp.domain.events import Knowing
from ltnlp.domain.spans import Span
from ltnlp.stages.knowers import knowers

KINDS = {"school": "basisschool", "moeder": "gezin", "wijkteam": "wijkteam"}


def told_to(text: str, *, speaker: bool = False) -> list[tuple[str, str | None]]:
    """Return who knew according to `text`, and by whom they were told."""
    named = sorted(
        (Span(start=at, end=at + len(word)), kind)
        for word, kind in KINDS.items()
        if (at := text.lower().find(word)) >= 0
    )
    knowing = Knowing(
        span=Span(start=0, end=len(text)), how="was_told", speaker=speaker
    )
    known = knowers(knowing, text, named, speaker="wijkteam", document=None)
    return [(one.actor, one.told_by) for one in known]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De school hoorde het van moeder", [("basisschool", None)]),
        ("Van de moeder hoorde de school het", [("basisschool", None)]),
        ("De mentor had het van moeder gehoord", []),
        ("School: de mentor had het gehoord", []),
    ],
    ids=["who knew first", "who told it first", "only who told it", "a label"],
)
def test_who_told_it_is_not_who_came_to_know_it(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert told_to(text) == expected


def test_the_speaker_was_told_by_the_other_who_is_named() -> None:
    assert told_to("Ik hoorde het van moeder", speaker=True) == [("wijkteam", "gezin")]
