"""The nasty sentences: what is covered, what is not, and exactly what is known to fail."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.mentions import join
from tests.unit.nlp.names.building import cases, marked, passage

CASES = {name: cases(name) for name in ("sentences", "genres")}


def judged(sentence: str, *, lower: bool) -> tuple[bool, bool]:
    """Return whether an identifier leaks and whether anything else is covered."""
    text, spans = marked(sentence)
    text = text.lower() if lower else text
    covered = {
        at
        for c in join(NameDetector().detect([passage(text)], []))
        if c.label is not Label.ROLE
        for at in range(c.span.start, c.span.end)
    }
    wanted = {at for span in spans for at in range(span.start, span.end)}
    leaks = any(text[at].isalnum() for at in wanted - covered)
    needless = any(text[at].isalnum() for at in covered - wanted)
    return leaks, needless


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(
    ("lower", "kind"),
    [(False, "leaks"), (False, "needless"), (True, "leaks"), (True, "needless")],
    ids=["leaks", "needless", "leaks-lower", "needless-lower"],
)
def test_exactly_the_known_sentences_fail(name: str, lower: bool, kind: str) -> None:
    at = ("leaks", "needless").index(kind)
    own = CASES[name]
    failing = [s for s in own["sentences"] if judged(s, lower=lower)[at]]
    assert failing == own[f"known_{kind}{'_lower' if lower else ''}"]


def test_there_are_five_hundred_sentences_and_each_stands_once() -> None:
    sentences = [s for own in CASES.values() for s in own["sentences"]]
    assert len(sentences) >= 500
    assert len(set(sentences)) == len(sentences)
