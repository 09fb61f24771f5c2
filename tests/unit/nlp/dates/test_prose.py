"""Five thousand words of plain prose that hold no date at all."""

from pathlib import Path

import pytest

from ltnlp.domain.dates import DateContext
from ltnlp.nlp.dates.entries import Stretch
from ltnlp.nlp.dates.reader import read_stretches

FILE = Path(__file__).parents[3] / "cases" / "dates_prose" / "without_dates.txt"
KINDS = ("interview", "client_interview", "file", "email", "timeline", "ruling")
MOST_PER_1000_WORDS = 0.2


@pytest.mark.parametrize("kind", KINDS)
def test_plain_prose_gives_no_dates(kind: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    lines = [Stretch(text=line) for line in text.splitlines() if line]
    found = read_stretches(lines, DateContext(kind=kind), document=True)
    words = len(text.split())
    assert words >= 5000
    assert 1000 * sum(map(len, found)) / words <= MOST_PER_1000_WORDS


def test_a_date_put_into_it_is_found() -> None:
    text = FILE.read_text(encoding="utf-8").replace("De tandarts", "Op 3 mei 2019", 1)
    found = read_stretches([Stretch(text=text)], DateContext())
    assert [value.edtf for _, value in found[0]] == ["2019-05-03"]
