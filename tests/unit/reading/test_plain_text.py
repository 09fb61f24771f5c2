import pytest

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading import read
from tests.unit.reading.seen import bodies, kinds, read_inside, read_text, rows, turns

SENTENCE = (
    "Moeder vertelde dat ze begin maart naar de crèche belde: ‘geen reactie’.\r\n"
)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param(SENTENCE.encode(), "utf-8", id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + SENTENCE.encode(), "utf-8", id="utf-8 mark"),
        pytest.param(SENTENCE.encode("utf-16"), "utf-16-le", id="utf-16 mark"),
        pytest.param(SENTENCE.encode("utf-16-le"), "utf-16-le", id="utf-16 no mark"),
        pytest.param(SENTENCE.encode("utf-16-be"), "utf-16-be", id="utf-16 big"),
        pytest.param(SENTENCE.encode("utf-32-le"), "utf-32-le", id="utf-32 no mark"),
        pytest.param(SENTENCE.encode("utf-32-be"), "utf-32-be", id="utf-32 big"),
        pytest.param(SENTENCE.encode("utf-7"), "utf-7", id="utf-7"),
        pytest.param(SENTENCE.encode() + b"\0" * 600, "utf-8", id="zeros after it"),
        pytest.param(SENTENCE.encode("cp1252"), "cp1252", id="cp1252"),
    ],
)
def test_the_text_is_the_decoded_file(content: bytes, encoding: str) -> None:
    told = read(content, name="a.txt")
    assert (told.text, told.encoding) == (SENTENCE, encoding)
    assert bodies(told) == [SENTENCE.strip()]


DUTCH = "Zoë’s reünie – coördinatie kostte € 12, zei Şeyma Doğan."


@pytest.mark.parametrize(
    ("words", "page"),
    [
        (DUTCH, "cp1254"),
        ("De crèche kost € 12.", "iso8859_15"),
        ("Zoë’s foto’s – “mooi” … € 3", "cp1252"),
        ("Mevrouw Novotný belde.", "cp1252"),
        ("Zoë’s foto’s – “mooi” …", "mac_roman"),
        ("één geïnde coëfficiënt", "cp850"),
    ],
)
def test_a_file_of_single_bytes_is_read_in_the_page_that_gives_dutch(
    words: str, page: str
) -> None:
    told = read_inside((words * 3).encode(page), name="bron.txt")
    assert (told.text, told.encoding) == (words * 3, page)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param("crèche café".encode() + b"\xc3", "crèche caféÃ", id="cut"),
        pytest.param("één één ".encode() + b"\xe9", "één één é", id="a paste"),
        pytest.param(
            "\udce9".encode("utf-8", "surrogateescape") + b"n", "én", id="1252"
        ),
    ],
)
def test_a_bad_byte_does_not_change_the_others(content: bytes, text: str) -> None:
    assert read(content, name="a.txt").text == text


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_line_is_a_segment_without_its_end(end: str) -> None:
    told = read_text(f"Eerste regel.{end}{end}  Tweede regel. {end}")
    assert bodies(told) == ["Eerste regel.", "Tweede regel."]
    assert [s.place.line for s in told.segments] == [1, 3]


def test_wrapped_lines_are_one_paragraph() -> None:
    told = read_text(
        "Het wijkteam nam in de zomer contact op met de ouders, die toen net waren\n"
        "verhuisd. Er volgde een gesprek op school, waar ook de leerplichtambtenaar\n"
        "bij aanwezig was. Daarna bleef het stil.\n"
        "\n"
        "In het najaar begon het opnieuw. De mentor belde drie keer en kreeg iedere\n"
        "keer de voicemail.\n"
    )
    assert [s.continues for s in told.segments] == [False, True, True, False, True]


def test_file_notes_are_not_joined() -> None:
    told = read_text(
        "12-03-24 Tel. mdr, geen gehoor, voicemail ingesproken en mail gestuurd nog\n"
        "13-03-24 Mdr belt terug, afspraak gemaakt voor volgende week dinsdag 10 uur\n"
        "20-03-24 Huisbezoek. Mdr moe, kind vrolijk, oma aanwezig, geen zorgen gezien\n"
        "02-04-24 Overleg gedragswetenschapper, besluit: afsluiten na tweede bezoek\n"
    )
    assert kinds(told) == ["paragraph"] * 4
    assert not any(s.continues for s in told.segments)


def test_speakers_of_an_interview_become_turns() -> None:
    told = read_text(
        "Gesprek met vader\nDatum: 3 mei 2024\n\n"
        "INT: Hoe begon het?\n\nVader: Met de nachten. Ze sliep niet.\n\n"
        "INT: En toen?\n\nVader (zucht): Toen belde ik de huisarts.\n\n"
        "Vader: Die had geen tijd.\n"
    )
    assert turns(told) == [
        (None, "Gesprek met vader"),
        (None, "Datum: 3 mei 2024"),
        ("INT", "Hoe begon het?"),
        ("Vader", "Met de nachten. Ze sliep niet."),
        ("INT", "En toen?"),
        ("Vader (zucht)", "Toen belde ik de huisarts."),
        ("Vader", "Die had geen tijd."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "S: moe, slaapt slecht.\nO: bleek.\nP: bloed prikken.\n"
            "S: nog moe.\nO: idem.\nP: verwijzen.\n",
            id="consult notes",
        ),
        pytest.param(
            "S: moe.\nO: bleek.\nA: anemie.\nP: prikken.\nS: ?\nA: griep.\n",
            id="consult notes with an A",
        ),
        pytest.param(
            "Advies: wachten.\nActie: bellen.\nAdvies: melden.\nActie: mailen.\n",
            id="minutes",
        ),
        pytest.param(
            "Naam: An\nTaak: bellen\nTermijn: mei\n\n" * 4, id="a list of fields"
        ),
        pytest.param(
            "Naam: J. Smit\nAdres: Laan 1\nTelefoon: 06\nGeboren: 2011\n", id="form"
        ),
    ],
)
def test_labels_of_a_file_are_no_speakers(text: str) -> None:
    assert set(kinds(read_text(text))) == {"paragraph"}


def test_letters_for_asking_and_answering() -> None:
    told = read_text("V: Hoe?\nA: Zo.\nV: En toen?\nA: Nou ja.\n")
    assert [s.speaker for s in told.segments] == ["V", "A", "V", "A"]


def test_a_label_alone_on_its_line() -> None:
    told = read_text("Moeder:\nHij sliep.\n\n**Ineke**:\nEn toen?\n\n" * 2)
    assert turns(told)[:2] == [("Moeder", "Hij sliep."), ("Ineke", "En toen?")]


ASKED = ["Hoe begon het?", "Met een brief.", "En toen?", "Toen kwam er niemand."]


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("{who}\n{words}\n\n", ("Interviewer", "Moeder")),
        ("{who}\n\n{words}\n\n", ("INTERVIEWER", "OMA TRUUS")),
        ("- {who}: {words}\n", ("Interviewer", "Oma Truus")),
        ("[{who}]: {words}\n", ("SPEAKER_00", "SPEAKER_01")),
        ("{who}. {words}\n", ("V", "A")),
        ("{who}) {words}\n", ("V", "A")),
    ],
    ids=["head", "head and blank line", "dash", "brackets", "full stop", "bracket"],
)
def test_a_speaker_is_written_in_many_ways(line: str, labels: tuple[str, str]) -> None:
    said = [(labels[n % 2], words) for n, words in enumerate(ASKED)]
    told = read_text("".join(line.format(who=who, words=words) for who, words in said))
    assert turns(told) == said


@pytest.mark.parametrize(
    "text",
    [
        "Voorgeschiedenis\nNiets bekend.\n\nBeleid\nAfwachten.\n\nVervolg\nBellen.\n",
        "12 mei\nGebeld.\n\n13 mei\nGebeld.\n\n12 mei\nNiets.\n\n13 mei\nNiets.\n",
        "A. de brief\nB. het formulier\nA. de brief\nB. het formulier?\n",
    ],
    ids=["headings once", "days", "a list"],
)
def test_headings_and_lists_are_no_speakers(text: str) -> None:
    assert not [s for s in read_text(text).segments if s.speaker]


def test_a_second_paragraph_stays_with_its_speaker() -> None:
    told = read_text(
        "An: Wat gebeurde er?\n\nBo: Eerst niets.\n\n"
        "Pas na de kerstvakantie kwam er een brief van de leerplicht binnen.\n\n"
        "An: En toen?\n\nBo: Toen schrok ik.\n"
    )
    assert [s.speaker for s in told.segments] == ["An", "Bo", "Bo", "An", "Bo"]


THREAD = (
    "Van: Joke de Wit\nAan: Sara Pool\nVerzonden: dinsdag 5 maart 2024 16:20\n"
    "Onderwerp: RE: overleg\n\nDag Sara, dinsdag kan ik niet, donderdag wel.\n\n"
    "Van: Sara Pool\nAan: Joke de Wit\nVerzonden: maandag 4 maart 2024 9:01\n"
    "Onderwerp: overleg\n\nJoke, kunnen we dinsdag overleggen over Tim?\n\n"
    "> Van: Joke de Wit\n> Verzonden: vrijdag 1 maart 2024\n"
    "> Tim was er vandaag weer niet.\n>\n"
    "----- Oorspronkelijk bericht -----\n"
    "Joke, kunnen we dinsdag overleggen over Tim?\n"
)


def test_mail_headers_are_no_speakers_and_quotes_are_quotes() -> None:
    told = read_text(THREAD)
    assert bodies(told, SegmentKind.PARAGRAPH) == [
        "Dag Sara, dinsdag kan ik niet, donderdag wel.",
        "Joke, kunnen we dinsdag overleggen over Tim?",
    ]
    assert bodies(told, SegmentKind.QUOTED) == [
        "Tim was er vandaag weer niet.",
        "Joke, kunnen we dinsdag overleggen over Tim?",
    ]
    assert len(bodies(told, SegmentKind.MAIL_HEADER)) == 11


def test_lines_with_bars_are_a_timeline() -> None:
    told = read_text(
        "Tijdlijn van de mentor\nWanneer | Wat | Wie\n"
        "na de zomer | Eerste keer ziek | ik\n3-11-22 |  | mentor\n"
    )
    assert kinds(told) == ["heading", "header_row", "row", "row"]
    assert rows(told) == [
        ("na de zomer", ["na de zomer", "Eerste keer ziek", "ik"]),
        ("3-11-22", ["3-11-22", "", "mentor"]),
    ]


def test_lines_with_tabs_and_dates_are_a_timeline() -> None:
    told = read_text("Datum\tWat\n2-3-2021\tMelding\n4 mei 2021\tGesprek\n")
    assert [date for date, _ in rows(told)] == ["2-3-2021", "4 mei 2021"]


def test_a_bar_in_a_sentence_makes_no_table() -> None:
    assert kinds(read_text("Dit | dat, het maakte hem niet uit.\n")) == ["paragraph"]


TIMED = "Ada Smit   0:04\nDe opname loopt, en\n\nBo Vos   0:13\nJa. Begin maart.\n\n"
TIMED += "Ada Smit   0:31\nEn toen?\n\nBo Vos   0:36\nToen niets.\n"
ARROWS = "0:0:4.1 --> 0:0:9.0\nAda Smit\nGoed, we\n0:0:9.1 --> 0:0:12.0\nAda Smit\n"
ARROWS += "beginnen.\n0:0:13.0 --> 0:0:15.0\nBo Vos\nJa.\n"
ARROWS += "0:0:16.0 --> 0:0:19.0\nAda Smit\nMooi.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            TIMED,
            [
                ("Ada Smit", "De opname loopt, en"),
                ("Bo Vos", "Ja. Begin maart."),
                ("Ada Smit", "En toen?"),
                ("Bo Vos", "Toen niets."),
            ],
            id="name and time",
        ),
        pytest.param(
            ARROWS,
            [
                ("Ada Smit", "Goed, we"),
                ("Ada Smit", "beginnen."),
                ("Bo Vos", "Ja."),
                ("Ada Smit", "Mooi."),
            ],
            id="times, name, words",
        ),
        pytest.param(
            "An (00:01): Hoi.\nBo (00:02): Ja.\nAn (00:05): En?\nBo (00:09): Nee.\n",
            [("An", "Hoi."), ("Bo", "Ja."), ("An", "En?"), ("Bo", "Nee.")],
            id="label and time",
        ),
        pytest.param(
            "[00:01] An: Hoi.\n[00:02] Bo: Ja.\n[00:05] An: En?\n[00:09] Bo: Nee.\n",
            [("An", "Hoi."), ("Bo", "Ja."), ("An", "En?"), ("Bo", "Nee.")],
            id="time and label",
        ),
        pytest.param(
            "An Vos\n0:01\nHoi.\nBo\n0:02\nJa.\nAn Vos\n0:05\nEn?\nBo\n0:09\nNee.\n",
            [("An Vos", "Hoi."), ("Bo", "Ja."), ("An Vos", "En?"), ("Bo", "Nee.")],
            id="name over time",
        ),
        pytest.param(
            "".join(
                f"[00:0{n} - 00:0{n + 1}] {who}\n{words}\n"
                for n, who, words in (
                    *((0, "An", "Hoi."), (1, "Bo", "Ja.")),
                    *((2, "An", "En?"), (3, "Bo", "Nee.")),
                )
            ),
            [("An", "Hoi."), ("Bo", "Ja."), ("An", "En?"), ("Bo", "Nee.")],
            id="from when to when",
        ),
    ],
)
def test_transcripts_with_times_have_speakers(
    text: str, expected: list[tuple[str, str]]
) -> None:
    told = read_text(text)
    assert turns(told) == expected
    assert all(s.place.time_code for s in told.segments)


@pytest.mark.parametrize(
    "head",
    [
        "[12-03-2024 10:2{n}:11] {who}: ",
        "12/03/2024, 10:2{n} - {who}: ",
        "3/12/24, 10:2{n} AM - {who}: ",
    ],
    ids=["iphone", "android", "american"],
)
def test_messages_of_a_chat_are_turns(head: str) -> None:
    lines = [head.format(n=n, who="Ada" if n % 2 else "Bo de Wit") for n in range(5)]
    told = read_text("".join(f"{line}ze is er niet\n" for line in lines) + "nog niet\n")
    assert turns(told)[:2] == [("Bo de Wit", "ze is er niet"), ("Ada", "ze is er niet")]
    assert [s.continues for s in told.segments] == [False] * 5 + [True]
    assert told.segments[0].span.start == 0


def test_what_a_recorder_says_of_itself_is_no_turn() -> None:
    told = read_text(TIMED + "\nBo Vos heeft transcriptie gestopt\n")
    assert turns(told) == turns(read_text(TIMED))


def test_times_of_speech_recognition_are_no_words() -> None:
    said = ("Ze belde", "op school.", "En toen?", "Toen niets.")
    told = read_text(
        "Opname\n"
        + "".join(
            f"[00:0{n}.000 --> 00:0{n + 1}.500]  {words}\n"
            for n, words in enumerate(said)
        )
        + "Niets.\n"
    )
    assert turns(told) == [
        *((None, words) for words in ("Opname", *said)),
        (None, "Niets."),
    ]
    assert [s.continues for s in told.segments][:3] == [False, False, True]
    assert [s.place.time_code for s in told.segments][1:3] == ["00:00.000", "00:01.000"]


def test_a_line_above_an_older_message_may_be_broken_in_two() -> None:
    told = read_text(
        "Prima.\n\nOp maandag 4 maart 2024 om 09:12 schreef Sara van der Poel\n"
        "<s.poel@wijkteam.example>:\n\n> Kun jij bellen?\n\nOp 3 mei belde zij.\nNiet:\n"
    )
    assert kinds(told) == [
        *("paragraph", "mail_header", "mail_header", "quoted"),
        *("paragraph", "paragraph"),
    ]
    assert [s.continues for s in told.segments][:3] == [False, False, True]


def test_clock_times_in_a_file_make_no_transcript() -> None:
    told = read_text("".join(f"Tel. moeder 10:2{n} geen gehoor.\n" for n in range(5)))
    assert set(kinds(told)) == {"paragraph"}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"", UnreadableReason.EMPTY, id="nothing"),
        pytest.param(b" \r\n\t \n", UnreadableReason.EMPTY, id="blanks"),
        pytest.param(b"\xff\xfe\n\0", UnreadableReason.EMPTY, id="blank utf-16"),
        pytest.param(
            b"\xff\xd8\xff\xe0" + bytes(99),
            UnreadableReason.UNKNOWN_FORMAT,
            id="head of a picture",
        ),
        pytest.param(bytes(range(256)) * 9, UnreadableReason.ENCODING, id="noise"),
    ],
)
def test_what_holds_no_text_is_refused(
    content: bytes, reason: UnreadableReason
) -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read(content, name="Jan Jansen.txt", source="bron 3")
    assert caught.value.reason is reason
    assert "bron 3" in str(caught.value)
    assert "Jansen" not in str(caught.value)
    assert caught.value.message_nl.endswith(".")
