"""Sentences with who turned to whom; known failures are named, so repairs show."""

import json
from pathlib import Path
from typing import Any

import pytest

from ltnlp.nlp.interactions import annotate

FILE = json.loads(
    (Path(__file__).parents[3] / "cases" / "interactions.json").read_text("utf-8")
)
CASES: list[dict[str, Any]] = FILE["cases"]
KNOWN_FAILURES = set(FILE["known_failures"])


def told(case: dict[str, Any]) -> list[tuple[Any, ...]]:
    found = annotate(case)["interactions"]
    return [(one["from"], one["to"], one["class"], one["realised"]) for one in found]


def fits(case: dict[str, Any]) -> bool:
    found = told(case)
    wanted = [
        (w["from"], w["to"], w["class"], w["realised"]) for w in case["interactions"]
    ]
    if not wanted:
        return not found
    mutual = [(b, a, c, r) for a, b, c, r in found if c == "overleg"]
    return all(want in (*found, *mutual) for want in wanted)


def test_exactly_the_known_failures_fail() -> None:
    failing = {case["id"] for case in CASES if not fits(case)}
    assert failing == KNOWN_FAILURES


def test_pair_and_class_reach_the_goal_on_the_half_kept_apart() -> None:
    hits = given = wanted = 0
    for case in CASES:
        if case["part"] != "test":
            continue
        found = [(a, b, c) for a, b, c, _ in told(case)]
        found += [(b, a, c) for a, b, c in found if c == "overleg"]
        given += len(told(case))
        wanted += len(case["interactions"])
        hits += sum(
            (w["from"], w["to"], w["class"]) in found for w in case["interactions"]
        )
    assert 2 * hits / (given + wanted) >= 0.75


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Wij belden de huisarts.", "wijkteam", ("wijkteam", "huisarts", "ja")),
        ("Wij werden niet geïnformeerd door de GI.", "basisschool",
         ("gecertificeerde_instelling", "basisschool", "nee")),
        ("De melding van de school kwam binnen bij Veilig Thuis.", None,
         ("school", "veilig_thuis", "ja")),
        ("[Jeugdarts-1] verwees [Jeugdige-1] naar [Jeugd-ggz-1].", None,
         ("jeugdgezondheidszorg", "jeugd_ggz", "ja")),
    ],
)  # fmt: skip
def test_voice_speaker_and_pseudonyms(
    text: str, speaker: str | None, expected: tuple[str, str, str]
) -> None:
    record = {"id": "x", "text": text, "speaker_organisation": speaker}
    one = annotate(record)["interactions"][0]
    assert (one["from"], one["to"], one["realised"]) == expected


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Ik heb er nooit meer iets van gehoord van Veilig Thuis.", "basisschool",
         ("veilig_thuis", "basisschool", "nee")),
        ("12-03 Melding VT, nr. 456.", "leerplicht", ("leerplicht", "veilig_thuis", "ja")),
        ("VT-melding overwogen.", "wijkteam", ("wijkteam", "veilig_thuis", "voorgenomen")),
        ("Zorgmelding politie.", "wijkteam", ("politie", "wijkteam", "ja")),
        ("Melding VT ontvangen.", "politie", ("veilig_thuis", "politie", "ja")),
        ("Ons bestuur heeft de inspectie op de hoogte gesteld.", "basisschool",
         ("basisschool", "igj", "ja")),
        ("Van ons bestuur kreeg de inspectie een brief.", "basisschool",
         ("basisschool", "igj", "ja")),
        ("Ik liet bij de huisarts een boodschap achter.", "basisschool",
         ("basisschool", "huisarts", "poging")),
        ("De wijkagent gaat de school bellen.", None, ("politie", "school", "voorgenomen")),
        ("Ik wilde de huisarts om raad vragen.", "wijkteam",
         ("wijkteam", "huisarts", "voorgenomen")),
        ("Het wijkteam belt de school binnen een week.", None,
         ("wijkteam", "school", "voorgenomen")),
        ("De wijkagent belde de school binnen een week.", None,
         ("politie", "school", "ja")),
        ("Ik verwachtte een reactie van het wijkteam.", "huisarts",
         ("wijkteam", "huisarts", "voorgenomen")),
    ],
    ids=["never heard", "report to", "compound", "report by another", "received",
         "our board", "from our board", "left a note", "going to", "wanted to", "within a week", "within a week then",
         "awaited"],
)  # fmt: skip
def test_who_is_meant_and_whether_it_came(
    text: str, speaker: str | None, expected: tuple[str, str, str]
) -> None:
    record = {"id": "x", "text": text, "speaker_organisation": speaker}
    one = annotate(record)["interactions"][0]
    assert (one["from"], one["to"], one["realised"]) == expected


def test_what_somebody_had_is_no_verb() -> None:
    text = "Op de mail aan de voogd heb ik nooit antwoord gehad."
    record = {"id": "x", "text": text, "speaker_organisation": "basisschool"}
    rows = [(one["from"], one["score"]) for one in annotate(record)["interactions"]]
    assert not [row for row in rows if row[0] == "basisschool" and row[1] >= 0.6]


def test_planned_and_then_not_done_is_two_rows() -> None:
    text = "Het wijkteam zou de school informeren. Dat is niet gebeurd."
    rows = [
        one["realised"] for one in annotate({"id": 1, "text": text})["interactions"]
    ]
    assert rows == ["voorgenomen", "nee"]


def test_a_call_that_nobody_answered_becomes_an_attempt() -> None:
    text = "De mentor belde moeder. Ze nam niet op."
    (one,) = annotate({"id": 1, "text": text})["interactions"]
    assert (one["class"], one["realised"]) == ("contactpoging", "poging")


def test_offsets_count_in_the_text_as_given() -> None:
    text = "Het was stil. De huisarts verwees haar naar de jeugd-ggz."
    (one,) = annotate({"id": 1, "text": text})["interactions"]
    assert (
        text[one["start"] : one["end"]] == "De huisarts verwees haar naar de jeugd-ggz."
    )


def test_a_role_may_stand_for_the_speakers_organisation() -> None:
    record = {"id": 1, "text": "Ik heb gemeld.", "speaker_organisation": "juf"}
    assert annotate(record)["interactions"][0]["from"] == "basisschool"


def test_who_was_there_without_a_verb_is_a_consultation() -> None:
    record = {"id": 1, "text": "Moeder, de mentor en ik.",
              "speaker_organisation": "leerplicht"}  # fmt: skip
    (one,) = annotate(record)["interactions"]
    assert one["class"] == "overleg"
    assert "gezin" in {one["from"], one["to"]}


def test_the_other_persons_i_is_not_the_speaker() -> None:
    text = "De wijkagent kwam. Toen zei hij: ik bel de school."
    record = {"id": 1, "text": text, "speaker_organisation": "leerplicht"}
    assert annotate(record)["interactions"][-1]["from"] == "politie"
