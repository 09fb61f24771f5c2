"""Mails: who writes, who is written to, and what is asked politely."""

import pytest

from ltnlp.nlp.interactions import annotate


def told(text: str, speaker: str | None = None) -> list[tuple[str, str, str, str]]:
    record = {"text": text, "speaker_organisation": speaker}
    return [
        (one["from"], one["to"], one["class"], one["realised"])
        for one in annotate(record)["interactions"]
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "wanted"),
    [
        (
            "Beste huisarts, kunt u ons de uitslag toesturen?",
            "wijkteam",
            ("wijkteam", "huisarts", "informatieverzoek", "ja"),
        ),
        (
            "Geachte leerplichtambtenaar, wilt u laten weten of de brief er is?",
            "basisschool",
            ("basisschool", "leerplicht", "informatieverzoek", "ja"),
        ),
        (
            "Beste huisarts, zou u de datum kunnen bevestigen? Groet, de jeugdbeschermer",
            None,
            ("gecertificeerde_instelling", "huisarts", "informatieverzoek", "ja"),
        ),
    ],
    ids=["asked to send", "asked to tell", "by the signature"],
)
def test_a_polite_question_in_a_mail_asks_who_is_written_to(
    text: str, speaker: str | None, wanted: tuple[str, str, str, str]
) -> None:
    assert wanted in told(text, speaker)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kunt u vertellen hoe dat ging?", "wijkteam"),
        ("Beste huisarts, hoe gaat het nu?", "wijkteam"),
        ("Beste huisarts, kunt u de uitslag sturen?", "huisarts"),
    ],
    ids=["nobody addressed", "nothing asked for", "to one's own"],
)
def test_any_other_question_is_no_request(text: str, speaker: str) -> None:
    assert told(text, speaker) == []


def test_who_stands_in_the_copy_receives_as_well() -> None:
    found = told(
        "Ik heb het verslag naar de mentor gestuurd, met de jeugdarts in de cc.",
        "wijkteam",
    )
    assert {one[1] for one in found} == {"voortgezet_onderwijs", "jeugdgezondheidszorg"}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("De voogd sloot af zonder de huisarts in te lichten.", "nee"),
        ("De voogd stopte zonder dat de huisarts werd ingelicht.", "nee"),
        ("Afgesproken werd dat school de huisarts inlicht.", "voorgenomen"),
        ("School beloofde om de huisarts in te lichten.", "voorgenomen"),
        ("School heeft de huisarts ingelicht.", "ja"),
    ],
    ids=["without doing", "without its being done", "agreed", "promised", "done"],
)
def test_what_is_left_undone_or_agreed_has_not_happened(
    text: str, outcome: str
) -> None:
    found = [one[3] for one in told(text) if one[1] == "huisarts"]
    assert found == [outcome]


def test_who_it_was_not_is_no_party() -> None:
    found = told(
        "Wij hebben het aan de huisarts verteld, niet aan de school.", "wijkteam"
    )
    assert [one[1] for one in found] == ["huisarts"]


def test_a_clause_that_goes_on_keeps_its_subject() -> None:
    found = told("De mentor twijfelde en belde de huisarts.")
    assert [one[:2] for one in found] == [("voortgezet_onderwijs", "huisarts")]


@pytest.mark.parametrize(
    ("text", "speaker", "wanted"),
    [
        (
            "De mentor zag het en meldde dat bij leerplicht.",
            None,
            ("voortgezet_onderwijs", "leerplicht", "melding", "ja"),
        ),
        (
            "Ik kreeg een brief van mijn collega van de GI.",
            "wijkteam",
            ("gecertificeerde_instelling", "wijkteam", "informatieoverdracht", "ja"),
        ),
        (
            "De mentor heeft hem aangemeld bij de kringloop en de schuldhulp.",
            None,
            ("voortgezet_onderwijs", "schuldhulpverlening", "aanmelding", "ja"),
        ),
        (
            "De orthopedagoog van het samenwerkingsverband belde de jeugdarts.",
            None,
            (
                "samenwerkingsverband",
                "jeugdgezondheidszorg",
                "informatieoverdracht",
                "ja",
            ),
        ),
        (
            "Ik heb namens moeder de huisarts gebeld.",
            "wijkteam",
            ("wijkteam", "huisarts", "informatieoverdracht", "ja"),
        ),
    ],
    ids=["dat as what is told", "a colleague elsewhere", "a list", "a title", "namens"],
)
def test_who_is_meant_follows_from_the_words_between(
    text: str, speaker: str | None, wanted: tuple[str, str, str, str]
) -> None:
    assert wanted in told(text, speaker)


def test_who_is_greeted_does_nothing_in_the_letter() -> None:
    assert told("Beste huisarts, wij maken ons zorgen.", "wijkteam") == []
