import datetime as dt
import itertools
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import (
    DateInText,
    EventReading,
    NoEvent,
    TextToRead,
)
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.spans import Span
from ltnlp.nlp.events import DutchEventReader
from ltnlp.nlp.events.lexicon import knowing

CASES = Path(__file__).parents[3] / "cases" / "events"
READER = DutchEventReader()


def place(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start=start, end=start + len(words))


def day(text: str, words: str, iso: str) -> DateInText:
    at = dt.date.fromisoformat(iso)
    value = UncertainDate(
        text=words,
        type=DateType.DATE,
        edtf=iso,
        earliest=at,
        latest=at,
        precision=Precision.DAY,
    )
    return DateInText(span=place(text, words), value=value)


def source(text: str, case: dict[str, Any]) -> TextToRead:
    cells: list[Span] = []
    at = 0
    for cell in text.split(" | ") if case.get("row") else ():
        cells.append(Span(start=at, end=at + len(cell)))
        at += len(cell) + 3
    return TextToRead(
        text=text,
        document_kind=DocumentKind(case.get("document", "interview")),
        kind=SegmentKind.ROW if case.get("row") else SegmentKind.PARAGRAPH,
        cells=tuple(cells),
        date_cell=0 if case.get("row") else None,
        dates=tuple(
            day(text, words, iso) for words, iso in case.get("dates", {}).items()
        ),
        organisations=tuple(
            OrganisationMention(passage="p", span=place(text, words), kind=kind)
            for words, kind in case.get("organisations", {}).items()
        ),
        speaker_kind="wijkteam",
        interviewer=case.get("interviewer", False),
    )


def told(text: str, **case: Any) -> EventReading:
    return READER.read(source(text, case))


def test_cases_fail_exactly_where_known() -> None:
    file = json.loads((CASES / "told.json").read_text(encoding="utf-8"))
    failures = []
    for case in file["cases"]:
        reading = READER.read(source(case["text"], case))
        found = [[e.type, str(e.realised)] for e in reading.told]
        if found != case["told"]:
            failures.append(case["id"])
    assert failures == file["known_failures"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Artikel 7, eerste lid, van de wet is hier van belang.", NoEvent.LAW),
        ("Zie de uitspraak van 3 mei, ECLI:NL:HR:2001:1.", NoEvent.CITATION),
        ("Ik vind dat iedereen zijn best deed.", NoEvent.OPINION),
        ("Had ik dat geweten dan had ik anders besloten.", NoEvent.COUNTERFACTUAL),
        ("In principe gaat iedere melding eerst naar kantoor.", NoEvent.GENERAL),
        ("Wie heeft de melding gedaan?", NoEvent.QUESTION),
    ],
    ids=["law", "citation", "opinion", "counterfactual", "general", "question"],
)
def test_what_tells_no_event_says_why(text: str, why: NoEvent) -> None:
    reading = told(text)
    assert reading.told == ()
    assert [skipped.why for skipped in reading.skipped] == [why]


def test_the_interviewer_tells_nothing() -> None:
    reading = told("De school heeft toen gemeld bij ons.", interviewer=True)
    assert reading.told == ()
    assert reading.skipped[0].why is NoEvent.QUESTION


def test_a_date_before_its_sentence_belongs_to_it() -> None:
    text = "Dat was op 4 maart 2021. De school belde met de jeugdarts."
    reading = told(
        text,
        dates={"4 maart 2021": "2021-03-04"},
        organisations={"school": "basisschool"},
    )
    (event,) = reading.told
    assert event.span.of(text) == text
    assert event.date is not None
    assert event.date.value.edtf == "2021-03-04"


def test_a_date_taken_back_is_remembered() -> None:
    text = "De huisarts verwees haar op 3 mei 2020. Nee, dat was 10 mei 2020."
    (event,) = told(
        text,
        dates={"3 mei 2020": "2020-05-03", "10 mei 2020": "2020-05-10"},
        organisations={"huisarts": "huisarts"},
    ).told
    assert event.date is not None
    assert event.taken_back is not None
    assert event.date.value.edtf == "2020-05-10"
    assert event.taken_back.value.edtf == "2020-05-03"


def test_a_note_of_something_earlier_has_its_day_and_is_known_from_the_note() -> None:
    text = "12-05-21 Opa belt: kind is 9-5 gevallen van de trap."
    (event,) = told(
        text,
        document="file",
        dates={"12-05-21": "2021-05-12", "9-5": "2021-05-09"},
        organisations={"Opa": "familie_netwerk"},
    ).told
    assert event.date is not None
    assert event.date.value.edtf == "2021-05-09"
    (knowing,) = event.knowing
    assert knowing.date is not None
    assert knowing.date.value.edtf == "2021-05-12"


def test_the_day_of_hearing_does_not_date_what_was_heard() -> None:
    text = "Dat de voogd was vertrokken, dat hoorde ik pas op 3 juni 2022."
    (event,) = told(
        text,
        dates={"3 juni 2022": "2022-06-03"},
        organisations={"voogd": "gecertificeerde_instelling"},
    ).told
    assert event.date is None
    assert event.knowing[0].how == "heard_later"
    assert event.knowing[0].date is not None


def test_to_be_told_on_a_day_is_a_happening_and_a_knowing_of_the_one_before() -> None:
    text = "De voogd is vertrokken. Dat hoorde ik pas op 3 juni 2022 van de school."
    first, second = told(
        text,
        dates={"3 juni 2022": "2022-06-03"},
        organisations={"voogd": "gecertificeerde_instelling", "school": "basisschool"},
    ).told
    assert first.date is None
    assert first.knowing[0].how == "heard_later"
    assert second.type == "informatie"
    assert second.date is not None


def test_a_row_is_told_by_its_telling_cell() -> None:
    text = "3-4-20 | Overleg met de leerplicht over het verzuim. | ik, jeugdarts"
    (event,) = told(
        text, row=True, document="timeline", dates={"3-4-20": "2020-04-03"}
    ).told
    assert event.span == Span(start=0, end=text.index(" | ik"))
    assert event.entry
    assert event.what == "Overleg met de leerplicht over het verzuim"


@given(
    st.text(alphabet="abe dgt.,?!\n|ikwij", max_size=80), st.sampled_from(DocumentKind)
)
def test_any_text_is_read_and_events_stand_apart(text: str, kind: DocumentKind) -> None:
    reading = READER.read(TextToRead(text=text, document_kind=kind))
    spans = sorted(event.span for event in reading.told)
    for one, other in itertools.pairwise(spans):
        assert one.end <= other.start


def test_what_was_heard_later_is_not_dated_by_what_was_told() -> None:
    text = "Hij spijbelde op 3 mei 2021, en dat hoorde ik pas van de mentor."
    (event,) = told(
        text,
        dates={"3 mei 2021": "2021-05-03"},
        organisations={"mentor": "basisschool"},
    ).told
    (knowing,) = event.knowing
    assert knowing.how == "heard_later"
    assert knowing.date is None


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("De brief van mei lees ik nu pas.", "heard_later"),
        ("Later bleek dat zij verhuisd was.", "heard_later"),
        ("Niemand van ons wist dat hij weg was.", "did_not_know"),
        ("De verhuizing was bij ons niet bekend.", "did_not_know"),
        ("Dat is ons nooit verteld.", "did_not_know"),
        ("Wij gingen ervan uit dat school zou bellen.", "suspected"),
        ("We hoorden voor het eerst van de schulden.", "was_told"),
        ("School belde met opa.", None),
        ("Ik heb zojuist voor het eerst gelezen wat er lag.", "heard_later"),
        ("Vond vanochtend in het archief een brief.", None),
        ("Ik vond vanochtend in het archief dat er een brief lag.", "heard_later"),
        ("De aanvraag blijkt al sinds mei stil te liggen.", "heard_later"),
        ("Of dat is gebeurd weet ik niet.", "did_not_know"),
        ("Niemand heeft het ons laten weten.", "did_not_know"),
        ("Nee, geen idee.", "did_not_know"),
        ("Er is geen woord over gezegd in het overleg.", "did_not_know"),
        ("Dat weet ik niet meer.", None),
        ("Ik hoorde het op het plein.", "was_told"),
        ("Kreeg in mei een appje van de buurman.", "was_told"),
        ("De wijkagent wist het wel.", "was_told"),
        ("Dat weet ik pas sinds mei.", "heard_later"),
        ("Dat lees ik nu in het stuk.", "heard_later"),
        ("Dat las ik toen op het formulier.", "was_told"),
        ("Ik weet niet wat ik nu moet doen.", None),
        ("De voogd hoort dit pas van de jeugdarts.", "heard_later"),
        ("Zei haar buurman.", None),
        ("Vertelde ze mij in juli bij de afwas.", "was_told"),
        ("Vernomen op 18 augustus via de politie.", "was_told"),
    ],
)
def test_words_tell_how_somebody_knew(text: str, how: str | None) -> None:
    assert knowing(text.lower()) == how


@pytest.mark.parametrize(
    "text",
    ["Wist niet van de verhuizing.", "Sindsdien niets van de jeugdarts gehoord."],
)
def test_a_note_may_leave_out_who_did_not_know(text: str) -> None:
    (event,) = told(
        f"12-05-21 Brief van school binnen. {text}",
        document="file",
        dates={"12-05-21": "2021-05-12"},
        organisations={"school": "basisschool"},
    ).told
    (knowing,) = event.knowing
    assert (knowing.how, knowing.speaker) == ("did_not_know", True)


@pytest.mark.parametrize(
    ("text", "of_teller"),
    [
        ("kreeg hij een andere meester, en die wist volgens mij van niks.", False),
        ("belde de voogd, maar die had geen idee, zei hij tegen mij.", False),
        ("kreeg hij een andere meester, en dat wist ik niet.", True),
        ("belde de voogd, en die wist van niets en wij wisten van niets.", True),
    ],
    ids=["by what I think", "told to me", "the teller", "both"],
)
def test_what_another_did_not_know_is_not_said_of_the_teller(
    text: str, of_teller: bool
) -> None:
    (event,) = told(
        f"Op 3 mei 2021 {text}", dates={"3 mei 2021": "2021-05-03"}, organisations={}
    ).told
    assert any(knowing.speaker for knowing in event.knowing) == of_teller


def test_the_day_that_others_name_is_not_the_tellers_own() -> None:
    text = "Dat was op 9 mei 2021. School zegt dat ze op 2 mei 2021 belden met ons."
    (event,) = told(
        text,
        dates={"9 mei 2021": "2021-05-09", "2 mei 2021": "2021-05-02"},
        organisations={"School": "basisschool"},
    ).told
    assert event.date is not None
    assert event.date.value.edtf == "2021-05-09"


def test_the_day_that_others_name_is_better_than_none() -> None:
    (event,) = told(
        "School zegt dat ze op 2 mei 2021 belden met ons.",
        dates={"2 mei 2021": "2021-05-02"},
        organisations={"School": "basisschool"},
    ).told
    assert event.date is not None
    assert event.date.value.edtf == "2021-05-02"


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Op 2 mei nam ik de zaak over. In het systeem staat 9 mei, maar dat is later ingevoerd.", "9 mei"),
        ("De brief ging op 2 mei naar de kliniek. Zij houden het op 9 mei.", "9 mei"),
        ("Op 2 mei stroomde het water. Volgens de verhuurder was het 9 mei.", "9 mei"),
        ("Op 2 mei heb ik de zorg gemeld. School zegt dat ze op 9 mei gebeld zijn.", "9 mei"),
        ("Op 2 mei heb ik gebeld. Op 9 mei zijn we langs geweest.", None),
        ("Op 2 mei heb ik gebeld. Volgens mij was het 9 mei.", None),
    ],
    ids=["system", "hold it", "according to", "says", "two events", "own doubt"],
)  # fmt: skip
def test_the_day_that_others_give_stays_beside_the_tellers(
    text: str, others: str | None
) -> None:
    days = (day(text, "2 mei", "2022-05-02"), day(text, "9 mei", "2022-05-09"))
    read = READER.read(
        TextToRead(text=text, document_kind=DocumentKind.INTERVIEW, dates=days)
    )
    first = read.told[0]
    assert first.date is not None
    assert first.date.value.edtf == "2022-05-02" or others is None
    assert (first.others_say.value.text if first.others_say else None) == others


def test_a_day_of_another_season_is_no_other_day_of_the_same() -> None:
    text = "Op 2 mei ging hij weg. School zegt dat het op 9 december was."
    days = (day(text, "2 mei", "2022-05-02"), day(text, "9 december", "2022-12-09"))
    read = READER.read(
        TextToRead(text=text, document_kind=DocumentKind.INTERVIEW, dates=days)
    )
    assert all(told.others_say is None for told in read.told)


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("in januari bleek dat de brief nooit was verstuurd", "heard_later"),
        ("die heb ik pas gezien toen ik ging verhuizen", "heard_later"),
        ("dat hadden wij graag eerder geweten", "heard_later"),
        ("ze weet het nog steeds niet", "did_not_know"),
        ("het is niet doorgegeven aan de crèche", "did_not_know"),
        ("die hebben wij nooit ontvangen", "did_not_know"),
        ("ik dacht dat jullie het wisten", "did_not_know"),
        ("niemand wou mij zeggen waarom", "did_not_know"),
        ("wat ik van karin heb: hij liep weg", "was_told"),
        ("van de buurvrouw gehoord, op straat", "was_told"),
        ("ik heb het gehoord", "was_told"),
        ("wij hebben met de klas gewandeld", None),
    ],
)
def test_more_ways_to_say_who_knew(words: str, how: str | None) -> None:
    assert knowing(words) == how


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Zij verhuisde op 3 mei 2021, zo heb ik later gelezen.", "3 mei 2021"),
        (
            "In het dossier lees ik nu pas dat zij op 3 mei 2021 verhuisde.",
            "3 mei 2021",
        ),
        (
            "De ruzie die wij op 3 mei 2021 hoorden, bleek later hun afscheid.",
            "3 mei 2021",
        ),
        ("Later kwam naar boven dat zij op 3 mei 2021 verhuisde.", "3 mei 2021"),
    ],
)
def test_the_day_of_what_was_heard_is_not_that_of_hearing(text: str, day: str) -> None:
    (event,) = told(text, dates={day: "2021-05-03"}).told
    (knowing,) = event.knowing
    assert (knowing.how, knowing.date) == ("heard_later", None)
    assert event.date is not None


def test_what_turned_out_turned_out_to_who_tells_it() -> None:
    text = "Toen bleek dat de mentor in mei 2021 een brief had gestuurd."
    (event,) = told(
        text, dates={"mei 2021": "2021-05-01"}, organisations={"mentor": "basisschool"}
    ).told
    assert event.knowing[0].speaker


@pytest.mark.parametrize(
    ("who", "organisations"),
    [
        ("[Wijkcoach-12]", {}),
        ("wijkteam en school", {"wijkteam": "wijkteam", "school": "basisschool"}),
        ("[Wijkcoach-12], school", {"school": "basisschool"}),
    ],
    ids=["a person", "organisations", "both"],
)
def test_a_cell_of_names_alone_is_not_what_a_row_tells(
    who: str, organisations: dict[str, str]
) -> None:
    text = f"3-4-2024 | {who} | Huisbezoek bij moeder."
    case = {"row": True, "dates": {"3-4-2024": "2024-04-03"}}
    row = source(text, case | {"organisations": organisations})
    persons = (place(text, "[Wijkcoach-12]"),) if "[" in who else ()
    (one,) = READER.read(replace(row, persons=persons)).told
    assert one.core.of(text) == "Huisbezoek bij moeder."


def test_who_is_named_with_words_of_what_came_is_told() -> None:
    text = "3-4-2024 | wijkteam op bezoek | Tweede keer deze week."
    case = {"dates": {"3-4-2024": "2024-04-03"}, "organisations": {"wijkteam": "w"}}
    (one,) = told(text, row=True, **case).told
    assert one.core.of(text) == "wijkteam op bezoek"
