"""Transcripts as programs export them: speakers, turns and times, and nothing else."""

import datetime as dt

import pytest

from ltnlp.domain.documents import SegmentKind
from tests.unit.reading.files import docx_of, xlsx_of
from tests.unit.reading.seen import read_inside, read_text, turns

TALK = (
    ("Ada", "Wanneer hoorde u het?"),
    ("Bo", "Op 3 mei 2022, van de buurvrouw."),
    ("Ada", "En wat deed u toen?"),
    ("Bo", "Ik heb gewacht tot na het weekend."),
)
NVIVO = (
    ("Timespan", "Content", "Speaker"),
    *((f"0:0{n},0 - 0:0{n + 1},5", words, who) for n, (who, words) in enumerate(TALK)),
)


def times(told_lines: str, name: str = "bron.txt") -> list[str | None]:
    told = read_text(told_lines, name)
    return [s.place.time_code for s in told.segments if s.kind is SegmentKind.TURN]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("\n".join(map("\t".join, NVIVO)).encode(), "a.txt"),
        ("\n".join(";".join(f'"{c}"' for c in row) for row in NVIVO).encode(), "a.csv"),
        (docx_of(table=NVIVO), "a.docx"),
        (xlsx_of(NVIVO), "a.xlsx"),
    ],
    ids=["tabs", "csv", "docx", "xlsx"],
)
def test_rows_of_time_words_and_speaker_are_turns(content: bytes, name: str) -> None:
    told = read_inside(content, name=name)
    assert turns(told)[1:] == list(TALK)
    assert told.segments[0].kind is SegmentKind.HEADER_ROW
    assert [s.place.time_code for s in told.segments[1:]] == [
        *("0:00,0", "0:01,0", "0:02,0", "0:03,0"),
    ]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(
            "start\tend\ttext\n0\t1500\tWanneer\n1500\t4200\twas dat?\n4200\t65000\tMei.\n",
            [("00:00:00", None), ("00:00:01", None), ("00:00:04", None)],
            id="milliseconds",
        ),
        pytest.param(
            "start\tend\tspeaker\ttext\n0.00\t2.5\tSPEAKER_00\tHoi.\n"
            "62.50\t70.1\tSPEAKER_01\tDag.\n",
            [("00:00:00", "SPEAKER_00"), ("00:01:02", "SPEAKER_01")],
            id="seconds and speakers",
        ),
        pytest.param(
            "Tijd;Spreker;Tekst\n00:00:01;I;Hoe?\n00:00:05;R;Zo.\n",
            [("00:00:01", "I"), ("00:00:05", "R")],
            id="Dutch header",
        ),
    ],
)
def test_rows_of_speech_recognition_have_times(
    rows: str, expected: list[tuple[str, str | None]]
) -> None:
    told = read_text(rows, "a.tsv")
    found = [(s.place.time_code, s.speaker) for s in told.segments[1:]]
    assert found == expected
    assert {s.kind for s in told.segments[1:]} == {SegmentKind.TURN}


def test_a_sentence_over_two_rows_is_joined() -> None:
    told = read_text("start\tend\ttext\n0\t900\tDat was\n900\t1800\tin mei.\n", "a.tsv")
    assert [s.continues for s in told.segments] == [False, False, True]


def test_rows_without_a_header_are_turns() -> None:
    rows = [(dt.time(0, 0, 11 * n), *turn) for n, turn in enumerate(TALK)]
    told = read_inside(xlsx_of(rows), name="a.xlsx")
    assert turns(told) == list(TALK)
    assert told.segments[1].place.time_code == "00:00:11"


def test_a_label_before_a_tab_speaks() -> None:
    assert turns(read_text("".join(f"{a}\t{b}\n" for a, b in TALK))) == list(TALK)


@pytest.mark.parametrize(
    "text",
    [
        "Datum\tTijd\tTekst\n3-5-2022\t09:00\tGebeld.\n4-5-2022\t10:00\tGemaild.\n",
        "Tijd\tWie\tWat\n09:15\tschool\tbelt moeder\n09:40\tmoeder\tneemt niet op\n"
        "10:05\tschool\tbelt de leerplicht\n11:30\tmoeder\tbelt de school terug\n",
        "".join(
            f"{n}-5-2022\tschool\tbelt moeder voor de {n}e keer\n" for n in range(1, 6)
        ),
        "Wie\tTelefoon\nschool\t12\nmoeder\t13\nschool\t14\nmoeder\t15\n",
    ],
    ids=["day and hour", "hours of a day", "days", "numbers"],
)
def test_a_table_of_what_happened_is_no_transcript(text: str) -> None:
    told = read_text(text)
    assert SegmentKind.TURN not in {s.kind for s in told.segments}


def test_times_at_the_end_of_turns_are_no_words() -> None:
    told = read_text(
        "I: Hoe ging dat? #00:00:09-2#\nB: Slecht. #00:00:21-8# Heel slecht. #00:00:30#\n"
        "I: Voor wie? #00:00:33-1#\nB: Voor ons allemaal. #00:00:40#\n\n"
        "En voor haar. #00:00:44-0#\n"
    )
    assert [(s.speaker, s.body.of(told.text)) for s in told.segments] == [
        ("I", "Hoe ging dat?"),
        ("B", "Slecht."),
        ("B", "Heel slecht."),
        ("I", "Voor wie?"),
        ("B", "Voor ons allemaal."),
        ("B", "En voor haar."),
    ]
    assert [s.place.time_code for s in told.segments] == [
        *("00:00:09", "00:00:21", "00:00:30", "00:00:33", "00:00:40", "00:00:44"),
    ]
    assert [s.continues for s in told.segments] == [False, False, True, *[False] * 3]


def test_times_before_turns_hold_until_the_next() -> None:
    lines = "#00:00:00-0# I: Hoe?\n\n#00:00:09-2# B: Zo. [00:01:00] En zo.\n\n"
    assert times(f"{lines}#00:02:00# I: En toen?\n\nB: Niets.\n") == [
        *("00:00:00", "00:00:09", "00:01:00", "00:02:00", "00:02:00"),
    ]


def test_lines_with_nothing_but_a_time_are_no_words() -> None:
    said = [f"{who}: {words}\n" for who, words in TALK]
    told = read_text(
        f"00:00:00\n\n{''.join(said[:2])}\n00:05:00\n\n{''.join(said[2:])}"
    )
    assert turns(told) == list(TALK)
    assert [s.place.time_code for s in told.segments] == [
        *("00:00:00", "00:00:00", "00:05:00", "00:05:00"),
    ]


def test_one_time_between_brackets_may_be_said() -> None:
    told = read_text("I: Hoe laat?\nB: Laat [10:30] denk ik.\nI: En?\nB: Ja.\n")
    assert turns(told)[1] == ("B", "Laat [10:30] denk ik.")


def test_a_turn_of_nothing_but_a_time_stays_a_turn() -> None:
    told = read_text("I: Hoe? #00:01#\nB: #00:02#\nI: En nu? #00:03#\nB: Zo. #00:04#\n")
    assert [s.speaker for s in told.segments] == ["I", "B", "I", "B"]


@pytest.mark.parametrize(
    "line",
    ["[{who}] 10:0{n}:11\n{words}\n\n", "**{who}** (00:0{n}:00): {words}\n\n"],
    ids=["name between brackets", "bold name"],
)
def test_a_head_may_be_dressed(line: str) -> None:
    text = "".join(line.format(n=n, who=w, words=t) for n, (w, t) in enumerate(TALK))
    told = read_text(text)
    assert turns(told) == list(TALK)
    assert all(s.place.time_code for s in told.segments)


def test_letters_speak_where_one_of_them_asks() -> None:
    asked = [(who[0], words) for who, words in (("X", TALK[0][1]), ("K", TALK[1][1]))]
    text = "".join(f"{who}: {words}\n" for who, words in asked * 3)
    assert turns(read_text(text)) == asked * 3


@pytest.mark.parametrize(
    "line",
    [
        "Ada Smit heeft de transcriptie gestopt",
        "Ada Smit beëindigde de transcriptie",
        "Ada is gestart met transcriberen",
        "De vergadering is geëindigd na 00:41:20 👋",
        "This editable transcript was computer generated and might contain errors.",
    ],
)
def test_what_a_program_says_of_itself_is_nowhere(line: str) -> None:
    said = "".join(f"{who}: {words}\n\n" for who, words in TALK)
    assert turns(read_text(f"{said}{line}\n")) == list(TALK)


def cue(number: int, words: str) -> str:
    return f"{number}\n00:00:0{number},0 --> 00:00:0{number},9\n{words}\n\n"


def test_a_label_in_cues_holds_until_the_next() -> None:
    lines = ("Begeleider: Hoe ging", "het verder?", "Moeder: Stil.", "Heel stil.")
    told = read_text("".join(cue(n, w) for n, w in enumerate(lines)), "a.srt")
    assert turns(told) == [
        ("Begeleider", "Hoe ging"),
        ("Begeleider", "het verder?"),
        ("Moeder", "Stil."),
        ("Moeder", "Heel stil."),
    ]


@pytest.mark.parametrize("answers", ["W", "Pleegvader"])
def test_two_letters_ask_as_reviews_have_two_facilitators(answers: str) -> None:
    said = [
        ("H" if at % 4 else "B", words) if who == "Ada" else (answers, words)
        for at, (who, words) in enumerate(TALK * 2)
    ]
    assert turns(read_text("".join(f"{a}: {b}\n" for a, b in said))) == said


def test_a_letter_asks_and_a_name_answers() -> None:
    said = [("V" if who == "Ada" else "Pleegvader", words) for who, words in TALK]
    assert turns(read_text("".join(f"{a}: {b}\n" for a, b in said))) == said


def test_letters_of_a_consult_that_ask_are_no_speakers() -> None:
    told = read_text("S: moe?\nO: bleek\nE: anemie?\nP: prikken\n" * 2)
    assert not [s for s in told.segments if s.speaker]


def test_messages_beside_a_meeting_are_turns() -> None:
    heads = ("From  Ada", "From  Bo", "From  Ada  to  Bo(Direct Message)", "Van Bo")
    text = "".join(f"10:02:1{n}\t {h} : ja\n" for n, h in enumerate(heads))
    assert turns(read_text(text)) == [("Ada", "ja"), ("Bo", "ja")] * 2


def test_speech_recognition_may_tell_speakers() -> None:
    line = "[00:00:0{n}.000 --> 00:00:0{n}.900] [SPEAKER_0{who}] {words}\n"
    text = "".join(line.format(n=n, who=n % 2, words=TALK[n][1]) for n in range(4))
    told = read_text(text)
    assert [s.speaker for s in told.segments] == ["SPEAKER_00", "SPEAKER_01"] * 2


def test_times_above_words_time_them() -> None:
    lines = [f"00:00:0{n}\n{words}\n" for n, (_, words) in enumerate(TALK)]
    told = read_text(f"Transcript\n{''.join(lines)}")
    assert turns(told)[1:] == [(None, words) for _, words in TALK]
    assert [s.place.time_code for s in told.segments][1:] == [
        f"00:00:0{n}" for n in range(4)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "10:15\nGebeld.\n10:40\nGeen gehoor.\n11:05\nTeruggebeld.\n13:30\nOverleg.\n",
        "0:05\nEen.\n0:03\nTwee.\n0:09\nDrie.\n0:11\nVier.\n",
        "0:05\nEen.\n0:07\nTwee.\n",
    ],
    ids=["hours of a day", "not in order", "too few"],
)
def test_times_above_words_may_be_something_else(text: str) -> None:
    assert SegmentKind.TURN not in {s.kind for s in read_text(text).segments}


def test_a_time_inside_a_turn_cuts_it() -> None:
    told = read_text(
        "[00:05] O: Hoe?\n[00:11] G: Zo. [00:20] En zo.\n[01:02] O: En?\n[01:05] G: Nee.\n"
    )
    assert [(s.body.of(told.text), s.place.time_code) for s in told.segments] == [
        ("Hoe?", "00:05"),
        ("Zo.", "00:11"),
        ("En zo.", "00:20"),
        ("En?", "01:02"),
        ("Nee.", "01:05"),
    ]


MESSAGES = "".join(f"[1{n}-5-2022 09:1{n}] Ada: bericht {n}\n" for n in range(4))


def test_mails_below_messages_are_no_part_of_the_last_one() -> None:
    mail = "Van: Joke\nAan: Ada\nDatum: 20 mei 2022\n\nBeste Ada, dank."
    told = read_text(f"{MESSAGES}\n== Mail ==\n{mail}")
    kinds = [segment.kind for segment in told.segments]
    assert kinds[:4] == [SegmentKind.TURN] * 4
    assert SegmentKind.MAIL_HEADER in kinds[4:]
    assert turns(told)[-1] == (None, "Beste Ada, dank.")


def test_a_message_of_more_paragraphs_is_one_where_no_mail_stands() -> None:
    told = read_text(f"{MESSAGES}\nnog iets\n")
    assert turns(told)[-1] == ("Ada", "nog iets")
    assert told.segments[-1].continues
