"""Talk without marks: where a new breath begins, and that nothing is lost by it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.spans import Span
from ltnlp.nlp.breaths import breaths
from ltnlp.nlp.sentences import sentences

LEAD = (
    "nou wij zaten daar met de hele familie aan de lange tafel in die koude zaal boven"
)
TAIL = (
    "met de fiets over de dijk naar de winkel van haar broer waar het altijd druk was"
)
CASES = [
    (f"{LEAD} en toen kwam de rector binnen {TAIL}", "en toen kwam"),
    (
        f"{LEAD} op elf september gooide ze een bord stuk {TAIL}",
        "op elf september gooide",
    ),
    (f"{LEAD} maar die zei dat het niet kon {TAIL}", "maar die zei"),
    (f"{LEAD} een week later belde de wijkagent ons {TAIL}", "een week later belde"),
    (f"{LEAD} en in juni had hij een gesprek {TAIL}", "en in juni had"),
    (f"{LEAD} na de zomer was er niemand meer {TAIL}", "na de zomer was"),
]
WHOLE = [
    f"{LEAD} en wij zijn in maart begonnen met de gesprekken {TAIL}",
    f"{LEAD} en de buurvrouw en de trainer en de bakker {TAIL}",
    f"{LEAD} in oktober of nee november was het {TAIL}",
    f"{LEAD} en zij zei mij zachtjes en ik heb dat nooit gewild {TAIL}",
    "wij waren er en toen kwam ze",
]


def shown(text: str) -> list[str]:
    return [span.of(text) for span in breaths(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(("text", "begins"), CASES, ids=[b for _, b in CASES])
def test_a_main_clause_takes_a_new_breath(text: str, begins: str) -> None:
    assert [s for s in shown(text) if s.startswith(begins)]


@pytest.mark.parametrize(
    "text",
    WHOLE,
    ids=["participle", "list", "corrected day", "what another said", "short"],
)
def test_what_goes_on_stays_whole(text: str) -> None:
    assert [
        s for s in shown(text) if s.startswith(("in maart", "en de", "november"))
    ] == []
    assert [s for s in shown(text) if s.startswith(("en ik", "en toen kwam ze"))] == []


def test_marks_of_the_writer_are_kept_to() -> None:
    text = (
        f"{LEAD}. En toen kwam de rector, op elf september belde hij; {TAIL}, ja, echt."
    )
    assert len(sentences(text)) == 2


@given(st.lists(st.sampled_from([t for t, _ in CASES] + WHOLE), min_size=1, max_size=4))
def test_every_word_stands_in_one_stretch(parts: list[str]) -> None:
    text = " ".join(parts)
    spans = breaths(text, Span(start=0, end=len(text)))
    assert " ".join(span.of(text) for span in spans) == text
