import pytest

from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading import read
from tests.unit.reading.seen import bodies, kinds, read_text, turns

VTT = (
    "WEBVTT\n\nNOTE Opname 4 maart 2024\nover het gezin\n\n"
    "STYLE\n::cue { color: red }\n\n"
    "1\n00:00:04.120 --> 00:00:13.480\n<v Ada Smit>De opname loopt.</v>\n\n"
    "2\n00:00:13.900 --> 00:00:31.050\n<v Vos, Bo (RBL)>Ja, en ik belde\n"
    "<i>meteen</i> terug.</v>\n"
)


def test_the_text_is_the_file_and_the_segments_are_what_is_said() -> None:
    told = read_text(VTT, "a.vtt")
    assert told.text == VTT
    assert kinds(told) == ["note", "note", *["turn"] * 4]
    assert turns(told)[2:] == [
        ("Ada Smit", "De opname loopt."),
        ("Vos, Bo (RBL)", "Ja, en ik belde"),
        ("Vos, Bo (RBL)", "meteen"),
        ("Vos, Bo (RBL)", "terug."),
    ]
    assert [s.continues for s in told.segments] == [
        False,
        True,
        False,
        False,
        True,
        True,
    ]


def test_the_place_is_the_start_of_the_cue() -> None:
    told = read_text(VTT, "a.vtt")
    assert [s.place.time_code for s in told.segments][2:4] == [
        "00:00:04.120",
        "00:00:13.900",
    ]


def test_the_span_covers_the_tag_of_the_voice_and_not_its_end() -> None:
    told = read_text(VTT, "a.vtt")
    assert told.segments[2].span.of(VTT) == "<v Ada Smit>De opname loopt."


def test_a_vtt_is_known_by_its_first_word() -> None:
    assert read(VTT.encode("utf-16"), name="opname.txt").format == "vtt"


def cue(number: int, said: str) -> str:
    return f"00:00:{number:02}.000 --> 00:00:{number + 1:02}.000\n{said}\n\n"


def vtt(*said: str) -> str:
    return "WEBVTT\n\n" + "".join(cue(n, s) for n, s in enumerate(said))


@pytest.mark.parametrize(
    ("text", "continues"),
    [
        pytest.param(
            vtt("<v A>Ik dacht dat</v>", "<v A>het goed ging.</v>", "<v A>Niet.</v>"),
            [False, True, False],
            id="until the sentence ends",
        ),
        pytest.param(
            vtt("<v A>Ik dacht dat</v>", "<v B>Wat dan?</v>", "<v A>het ging.</v>"),
            [False, False, False],
            id="not over another speaker",
        ),
        pytest.param(
            vtt(*[f"en toen {n}" for n in range(7)]),
            [False, True, True, False, True, True, False],
            id="without punctuation three cues a turn",
        ),
    ],
)
def test_sentences_over_cues_are_joined(text: str, continues: list[bool]) -> None:
    assert [s.continues for s in read_text(text, "a.vtt").segments] == continues


def test_a_name_before_a_colon_is_the_speaker() -> None:
    told = read_text(vtt("Ada: Hoi.", "Bo: Ja.", "Ada: Let op: nu.", "Bo: O."), "a.vtt")
    assert turns(told) == [
        ("Ada", "Hoi."),
        ("Bo", "Ja."),
        ("Ada", "Let op: nu."),
        ("Bo", "O."),
    ]


SRT = "1\r\n00:00:01,000 --> 00:00:04,000\r\nHoe ging\r\nhet?\r\n\r\n"
SRT += "2\r\n00:00:05,000 --> 00:00:06,000\r\n- Goed.\r\n"


@pytest.mark.parametrize("name", ["a.srt", "a.txt"])
def test_srt_is_read_like_vtt(name: str) -> None:
    told = read_text(SRT, name)
    assert (told.format, told.text) == ("srt", SRT)
    assert bodies(told) == ["Hoe ging", "het?", "- Goed."]
    assert [s.continues for s in told.segments] == [False, True, False]
    assert told.segments[0].place.time_code == "00:00:01.000"


def test_a_transcript_in_which_nobody_speaks_is_refused() -> None:
    with pytest.raises(UnreadableSourceError) as caught:
        read_text("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "a.vtt")
    assert caught.value.reason is UnreadableReason.NO_TEXT


def test_notes_are_kept_apart() -> None:
    told = read_text(VTT, "a.vtt")
    assert bodies(told, SegmentKind.NOTE) == ["Opname 4 maart 2024", "over het gezin"]
