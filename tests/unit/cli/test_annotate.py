"""`ltnlp annotate`: every line is answered, in order, a broken one with its error."""

import json

import pytest

from ltnlp.casework import annotating

LINE = json.dumps({"id": "x", "text": "Op 3 mei 2023 belde oma.", "colour": "red"})
BROKEN = [
    (b"{", "not JSON"),
    (b"[1]", "not a JSON object"),
    (b'{"id": 7}', "no text"),
    (b'{"id": 7, "text": 3}', "no text"),
    (b'{"text": "\xff"}', "not UTF-8"),
    (b"[" * 100_000, "not JSON"),
]


def answers(shown):
    return [json.loads(line) for line in shown.out.splitlines()]


@pytest.mark.parametrize("stage", ["dates", "names", "factors", "interactions"])
def test_a_good_line_is_answered(ltnlp, stage):
    shown = ltnlp("annotate", stage, stdin=LINE)
    (answer,) = answers(shown)
    assert answer["id"] == "x"
    assert shown.status == 0


@pytest.mark.parametrize("stage", ["dates", "names", "factors", "interactions"])
def test_broken_lines_hold_up_no_other(ltnlp, stage):
    good = LINE.encode()
    stdin = b"\n\n".join([good, *(line for line, _ in BROKEN), good])
    shown = ltnlp("annotate", stage, stdin=stdin)
    found = answers(shown)
    assert [a.get("error") for a in found] == [None, *(e for _, e in BROKEN), None]
    assert found[0] == found[-1] or stage == "names"
    assert found[3]["id"] == 7
    assert found[1]["line"] == 3
    assert shown.status == 1


def test_what_a_date_line_holds(ltnlp):
    (answer,) = answers(ltnlp("annotate", "dates", stdin=LINE))
    (date,) = answer["dates"]
    assert (date["start"], date["end"], date["text"]) == (3, 13, "3 mei 2023")
    assert (date["earliest"], date["latest"]) == ("2023-05-03", "2023-05-03")
    assert {
        "type",
        "edtf",
        "timex",
        "rule",
        "confidence",
        "needs_review",
    } <= date.keys()


@pytest.mark.parametrize(
    "record",
    [
        {"id": 1, "text": "Drie weken later.", "reference": "2023-13-40"},
        {"id": 1, "text": "Drie weken later.", "reference": 5},
        {"id": 1, "text": "Drie weken later.", "context": "interview"},
    ],
    ids=["no date", "a number", "no object"],
)
def test_a_line_with_a_wrong_field_is_answered_with_its_error(ltnlp, record):
    shown = ltnlp("annotate", "dates", stdin=f"{json.dumps(record)}\n{LINE}")
    first, second = answers(shown)
    assert first["id"] == 1
    assert first["error"].startswith(("invalid", "failed"))
    assert "error" not in second


@pytest.mark.parametrize(
    "roster", ["Fatma", [{}], [{"name": 1}], ["Fatma"]], ids=lambda value: str(value)
)
def test_a_wrong_roster_is_an_error_of_its_line(ltnlp, roster):
    record = {"id": 1, "text": "Fatma belde.", "roster": roster}
    first, second = answers(
        ltnlp("annotate", "names", stdin=f"{json.dumps(record)}\n{LINE}")
    )
    assert first == {"id": 1, "error": "invalid: roster"}
    assert "error" not in second


def test_lines_of_one_review_share_their_persons(ltnlp):
    roster = [{"name": "Fatma Yıldız", "role": "jeugdbeschermer"}]
    lines = [
        {"id": 1, "review": "a", "text": "Fatma Yıldız belde met moeder."},
        {"id": 2, "review": "b", "text": "Wim Bos schreef een brief."},
        {"id": 3, "review": "a", "text": "Daarna kwam Fatma langs.", "roster": roster},
    ]
    found = answers(
        ltnlp("annotate", "names", stdin="\n".join(json.dumps(one) for one in lines))
    )
    assert [answer["id"] for answer in found] == [1, 2, 3]
    first, last = found[0]["spans"][0], found[2]["spans"][0]
    assert first["entity"] == last["entity"]
    assert first["pseudonym"] == last["pseudonym"] == "[Jeugdbeschermer-1]"
    assert "Fatma" not in found[2]["text"]


def test_a_review_that_fails_holds_up_no_other(ltnlp, monkeypatch):
    real = annotating.names

    def fails(records):
        if records[0].get("review") == "a":
            raise RuntimeError("Fatma")
        return real(records)

    monkeypatch.setattr(annotating, "names", fails)
    lines = [
        {"id": n, "review": review, "text": "Er was overleg."}
        for n, review in enumerate("abab")
    ]
    shown = ltnlp("annotate", "names", stdin="\n".join(map(json.dumps, lines)))
    found = answers(shown)
    assert [answer["id"] for answer in found] == [0, 1, 2, 3]
    assert ["error" in answer for answer in found] == [True, False, True, False]
    assert "Fatma" not in shown.out + shown.err


def test_half_a_character_does_not_stop_the_output(ltnlp):
    stdin = '{"id": "\\ud800", "text": "Op 3 mei 2023 \\ud800."}\n' + LINE
    found = answers(ltnlp("annotate", "dates", stdin=stdin))
    assert [answer["id"] for answer in found] == ["\ud800", "x"]


def test_lines_come_from_a_file_too(ltnlp, place):
    path = place / "in.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + LINE.encode())
    assert answers(ltnlp("annotate", "dates", "--input", path))[0]["id"] == "x"


@pytest.mark.parametrize(
    "arguments",
    [("dates", "--input", "weg.jsonl"), ("factors", "--codebook", "weg.jsonl")],
)
def test_a_file_that_is_not_there_is_told(ltnlp, arguments):
    shown = ltnlp("annotate", *arguments)
    assert shown.status == 1
    assert "bestaat niet" in shown.err
    assert shown.out == ""


def test_another_codebook_gives_its_own_ids(ltnlp, place):
    path = place / "codes.jsonl"
    code = {
        "pattern": "W1",
        "naam": "wachtlijst",
        "definitie": "Wachten op hulp.",
        "trefwoorden": ["wachtlijst", "wachttijd"],
    }
    path.write_text(json.dumps(code) + "\n", "utf-8")
    line = json.dumps({"id": 1, "text": "Er was een lange wachtlijst."})
    (found,) = answers(ltnlp("annotate", "factors", "--codebook", path, stdin=line))
    assert found["patterns"][0]["id"] == "W1"


@pytest.mark.parametrize("content", [b"{", b"\xff", b'{"naam": "x"}'])
def test_a_broken_codebook_is_told_in_dutch(ltnlp, place, content):
    path = place / "codes.jsonl"
    path.write_bytes(content)
    shown = ltnlp("annotate", "factors", "--codebook", path, stdin=LINE)
    assert shown.status == 1
    assert "odeboek" in shown.err
