"""Weights are learned from labelled sentences, and find what they were learned from."""

import pytest

from benchmarks.corpus.places import Row
from benchmarks.interactions.learn import Sentence, learn, sentences
from ltnlp.domain.interactions import InteractionClass, Telling
from ltnlp.nlp.interactions.scorer import connected, read_model
from ltnlp.nlp.organisations import organisation_reader
from tests.builders import span

TOLD = "Van de huisarts kwam toen een brief voor ons."
ASKED = "Aan de huisarts is door ons iets gevraagd."
CLOSED = "Het dossier van het gezin is door de huisarts gesloten."
NOTHING = "Het weer was die dagen zonnig en erg warm."


def telling(text: str) -> Telling:
    return Telling(
        text=text,
        span=span(0, len(text)),
        parties=organisation_reader().read("p1", text),
        speaker="wijkteam",
    )


def review() -> tuple[list[Sentence], list[Row]]:
    """Six of each sentence, one below the other in one document."""
    told: list[tuple[Row, Telling]] = []
    labels: list[Row] = []
    for n, text in enumerate([TOLD, ASKED, NOTHING, CLOSED] * 6):
        place = {"doc": "a.txt", "start": 100 * n, "end": 100 * n + len(text)}
        told.append((place, telling(text)))
        if text is TOLD:
            labels.append(label(place, "huisarts", "wijkteam", "informatieoverdracht"))
        if text is ASKED:
            labels.append(label(place, "wijkteam", "huisarts", "informatieverzoek"))
        if text is CLOSED:
            labels.append(label(place, "huisarts", "gezin", "afsluiting"))
    return sentences(told, labels), labels


def label(place: Row, giver: str, receiver: str, kind: str) -> Row:
    return place | {
        "from_kind": giver,
        "to_kind": receiver,
        "type": kind,
        "realised": "ja",
    }


@pytest.mark.slow
def test_what_was_labelled_is_found_again_and_nothing_else() -> None:
    learned = learn([review()])
    chosen = read_model(learned | {"limits": {"least": 0.3, "second": 0.9}})
    (told,) = connected(telling(TOLD), chosen)
    (asked,) = connected(telling(ASKED), chosen)
    assert (told.giver, told.receiver) == ("huisarts", "wijkteam")
    assert told.interaction_class is InteractionClass.INFORMATION
    assert (asked.giver, asked.receiver) == ("wijkteam", "huisarts")
    assert asked.interaction_class is InteractionClass.INFORMATION_REQUEST
    assert connected(telling(NOTHING), chosen) == ()


@pytest.mark.slow
def test_a_label_on_two_sentences_is_told_by_one_of_them() -> None:
    told, labels = review()
    whole = label(
        {"doc": "a.txt", "start": 0, "end": 142},
        "huisarts",
        "wijkteam",
        "informatieoverdracht",
    )
    found = sentences([(one.place, one.seen.telling) for one in told], [whole, *labels])
    assert [len(one.labels) for one in found[:3]] == [2, 2, 0]
    learned = learn([(found, [whole, *labels])])
    chosen = read_model(learned | {"limits": {"least": 0.3, "second": 0.9}})
    assert connected(telling(TOLD), chosen)[0].giver == "huisarts"
