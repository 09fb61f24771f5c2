"""Whatever is handed in ends in a text or in a refusal that a person understands."""

from collections.abc import Callable, Iterator

import pytest

from ltnlp.domain.errors import UnreadableSourceError
from ltnlp.reading import read
from tests.hostile import make
from tests.hostile.make import Hostile

Group = Callable[[], Iterator[Hostile]]
GROUPS: tuple[Group, ...] = (
    make.empty,
    make.bombs,
    make.trees,
    make.locked,
    make.broken,
    make.disguised,
    make.heavy_text,
    make.odd_sheets,
    make.odd_mail,
)


def refusal(one: Hostile) -> UnreadableSourceError | None:
    try:
        read(one.content, name=one.name, source="bron 7")
    except UnreadableSourceError as error:
        return error
    return None


def is_told_well(one: Hostile, error: UnreadableSourceError | None) -> bool:
    """Tell whether a log would hold the id and no name, and a person is told more."""
    if error is None:
        return True
    logged = str(error)
    return "bron 7" in logged and one.name not in logged and len(error.message_nl) > 20


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_hostile_files_end_as_they_should(group: Group) -> None:
    wrong = []
    for one in group():
        error = refusal(one)
        ended = error.reason if error else None
        if ended not in one.expected or not is_told_well(one, error):
            wrong.append((one.name, ended))
    assert not wrong


def test_the_next_file_is_read_after_a_hostile_one() -> None:
    for one in make.odd_sheets():
        refusal(one)
    (fine,) = (one for one in make.disguised() if one.name == "word.txt")
    assert refusal(fine) is None
