"""Files handed in: each with its own answer, nothing on disk, nothing doubled."""

import asyncio
import json
import re
import tempfile
import threading
from collections.abc import AsyncIterator, Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from fastapi import HTTPException, Request
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.casework import intake
from ltnlp.casework.reviews import load_sources
from ltnlp.domain.documents import DocumentKind
from ltnlp.web import uploads
from ltnlp.web.uploads import LONGEST_FIELD, MOST_PARTS, Part, parts_of
from tests.hostile import make
from tests.unit.reading.files import zip_of
from tests.web.sites import INTERVIEW, Site

BOUNDARY = "grens"
DUTCH_SENTENCE = re.compile(r"^[A-Z].{20,}\.$")

BAD = {
    "leeg.txt": b"",
    "kapot.docx": b"PK\x03\x04 en verder niets",
    "foto.jpg": b"\xff\xd8\xff\xe0" + bytes(200),
    "programma.exe": b"MZ" + bytes(200),
    "scan.pdf": b"%PDF-1.4\n%%EOF",
    "../../etc/passwd": b"\x00\x01\x02\x03" * 40,
    "‮txt.exe": b"\x00" * 50,
}


def post(site: Site, review: str, files: dict[str, bytes], **typed: str) -> list[dict]:
    answer = site.client.post(
        f"/reviews/{review}/bronnen",
        data={"bewijs": site.proof()} | typed,
        files=[("files", (name, content)) for name, content in files.items()],
        headers={"accept": "application/json"},
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


def names(site: Site, review: str) -> list[str]:
    return [r.file_name for r in load_sources(site.home, review).records]


def test_several_files_at_once_each_get_an_answer(
    site: Site, empty_review: str
) -> None:
    good = {f"gesprek {n}.txt": f"{INTERVIEW} Deel {n}.".encode() for n in (1, 2)}
    told = post(site, empty_review, good | BAD)
    assert len(told) == len(good) + len(BAD)
    assert [t["name"] for t in told if t["good"]] == list(good)
    for one in told:
        if not one["good"]:
            assert DUTCH_SENTENCE.match(one["words"]), one
            assert not re.search(r"Traceback|Error|Exception", one["words"])


def test_a_newer_version_takes_the_place_of_a_source(
    site: Site, empty_review: str
) -> None:
    told = {"kind": "file", "author_role": "mentor"}
    post(site, empty_review, {"oud.txt": INTERVIEW.encode()}, **told)
    page = site.client.get(f"/reviews/{empty_review}").text
    assert 'name="slot" value="s001"' in page
    files = {"nieuw.txt": f"{INTERVIEW} Meer.".encode()}
    (one,) = post(site, empty_review, files, slot="s001")
    assert one["words"] == "gelezen en in de plaats gezet van de vorige versie"
    (record,) = load_sources(site.home, empty_review).records
    document = record.document
    assert (record.file_name, document.slot) == ("nieuw.txt", "s001")
    assert (str(document.kind), document.author_role) == ("file", "mentor")


def test_a_path_in_a_name_is_only_a_name(site: Site, empty_review: str) -> None:
    files = {"../../x/gesprek.txt": INTERVIEW.encode(), "C:\\y\\b.txt": b"Op 3 mei."}
    post(site, empty_review, files)
    assert names(site, empty_review) == ["gesprek.txt", "b.txt"]


def test_a_zip_gives_an_answer_for_each_file_in_it(
    site: Site, empty_review: str
) -> None:
    inside = {"map/a.txt": INTERVIEW.encode(), "b.docx": b"PK\x03\x04 kapot"}
    told = post(site, empty_review, {"alles.zip": zip_of(inside)})
    assert [(t["name"], t["good"]) for t in told] == [
        ("a.txt", True),
        ("b.docx", False),
    ]
    assert names(site, empty_review) == ["a.txt", "b.docx"]


def test_what_is_typed_beside_the_files_is_kept(site: Site, empty_review: str) -> None:
    typed = {"kind": "file", "author_role": " jeugdarts ", "made_on": "2024-05-12"}
    post(site, empty_review, {"dossier.txt": INTERVIEW.encode()}, **typed)
    document = load_sources(site.home, empty_review).records[0].document
    assert document.kind is DocumentKind.FILE_EXTRACT
    assert document.author_role == "jeugdarts"
    assert str(document.made_on) == "2024-05-12"


def test_the_same_file_twice_is_one_source(site: Site, empty_review: str) -> None:
    files = {"a.txt": INTERVIEW.encode(), "b.txt": INTERVIEW.encode()}
    first, second = post(site, empty_review, files)
    assert first["words"] == "gelezen"
    assert "stond er al" in second["words"]
    assert names(site, empty_review) == ["a.txt"]


def test_the_same_file_at_the_same_moment_is_one_source(
    site: Site, empty_review: str
) -> None:
    told: list[dict] = []
    uploading = [
        threading.Thread(
            target=lambda: told.extend(
                post(site, empty_review, {"a.txt": INTERVIEW.encode()})
            )
        )
        for _ in range(4)
    ]
    for thread in uploading:
        thread.start()
    for thread in uploading:
        thread.join()
    assert [one["good"] for one in told] == [True] * 4
    assert names(site, empty_review) == ["a.txt"]


def test_a_refused_file_that_was_mended_takes_its_place(
    site: Site, empty_review: str
) -> None:
    post(site, empty_review, {"gesprek.txt": b"", "ander.txt": b"Op 3 mei 2024."})
    post(site, empty_review, {"gesprek.txt": INTERVIEW.encode()})
    records = load_sources(site.home, empty_review).records
    assert [(r.document.slot, r.file_name, r.problem) for r in records] == [
        ("s001", "gesprek.txt", ""),
        ("s002", "ander.txt", ""),
    ]


def test_without_a_script_the_answer_is_a_page(site: Site, empty_review: str) -> None:
    answer = site.client.post(
        f"/reviews/{empty_review}/bronnen",
        data={"bewijs": site.proof()},
        files=[("files", ("<i>a.txt", INTERVIEW.encode())), ("files", ("b", b""))],
    )
    assert answer.status_code == 200
    assert "&lt;i&gt;a.txt" in answer.text
    assert "Het bestand is leeg" in answer.text


def test_no_file_chosen_is_said_so(site: Site, empty_review: str) -> None:
    answer = site.client.post(
        f"/reviews/{empty_review}/bronnen",
        data={"bewijs": site.proof()},
        files=[("files", ("", b""))],
    )
    assert answer.status_code == 409
    assert "geen bestand gekozen" in answer.text


@pytest.mark.parametrize("proof", [{}, {"bewijs": "geraden"}])
def test_files_without_proof_are_not_read(
    site: Site, empty_review: str, proof: dict[str, str]
) -> None:
    answer = site.client.post(
        f"/reviews/{empty_review}/bronnen",
        data=proof,
        files=[("files", ("a.txt", INTERVIEW.encode()))],
    )
    assert answer.status_code == 403
    assert names(site, empty_review) == []


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b"{}", 400),
        ("multipart/form-data", b"", 400),
        (f"multipart/form-data; boundary={BOUNDARY}", b"geen grens te zien", 400),
        (f"multipart/form-data; boundary={'x' * 5000}", b"", 400),
    ],
)
def test_what_is_no_form_is_refused(
    site: Site, empty_review: str, kind: str, body: bytes, status: int
) -> None:
    answer = site.client.post(
        f"/reviews/{empty_review}/bronnen", content=body, headers={"content-type": kind}
    )
    assert answer.status_code == status
    assert "Dit verzoek is niet te begrijpen" in answer.text


def test_a_failure_over_one_file_holds_up_no_other(
    site: Site, empty_review: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = intake.read

    def sometimes(content: bytes, **options: str) -> object:
        if b"stuk" in content:
            raise OSError(28, "No space left on device")
        return read(content, **options)

    monkeypatch.setattr(intake, "read", sometimes)
    told = post(site, empty_review, {"a.txt": b"stuk", "b.txt": INTERVIEW.encode()})
    assert [one["good"] for one in told] == [False, True]
    assert told[0]["words"].startswith("De schijf is vol.")


def test_nothing_of_an_upload_lies_on_disk_in_clear(
    site: Site, empty_review: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made: list[object] = []

    def watched(make: Callable[..., object], *given: object, **named: object) -> object:
        # A store tries whether it can write, in its own folder.
        if set(named) != {"dir"}:
            made.append(given)
        return make(*given, **named)

    for name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile"):
        make = getattr(tempfile, name)
        monkeypatch.setattr(tempfile, name, partial(watched, make))
    canary = b"Kanariepietje zong op 3 mei 2024. " * 40_000
    post(site, empty_review, {"groot.txt": canary})
    assert made == []
    for file in tmp_path.rglob("*"):
        assert not file.is_file() or b"Kanariepietje" not in file.read_bytes()


# The reader of forms by itself.


def form(parts: list[tuple[str, str | None, bytes]]) -> bytes:
    """Return the bytes that a browser sends for fields and files."""
    lines = b""
    for name, file_name, content in parts:
        of_file = f'; filename="{file_name}"' if file_name is not None else ""
        head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{of_file}'
        lines += head.encode() + b"\r\n\r\n" + content + b"\r\n"
    return lines + f"--{BOUNDARY}--\r\n".encode()


def read_form(body: bytes, cuts: list[int], *, largest: int = 10_000) -> list[Part]:
    """Read a form that comes in as pieces cut at `cuts`."""
    places = sorted({0, *(cut % (len(body) + 1) for cut in cuts), len(body)})
    pieces = [body[a:b] for a, b in pairwise(places)]

    async def receive() -> dict[str, object]:
        piece = pieces.pop(0) if pieces else b""
        return {"type": "http.request", "body": piece, "more_body": bool(pieces)}

    kind = f"multipart/form-data; boundary={BOUNDARY}".encode()
    scope = {"type": "http", "method": "POST", "headers": [(b"content-type", kind)]}

    async def collect(parts: AsyncIterator[Part]) -> list[Part]:
        return [part async for part in parts]

    return asyncio.run(collect(parts_of(Request(scope, receive), largest=largest)))


@given(
    contents=st.lists(st.binary(max_size=300), max_size=5),
    cuts=st.lists(st.integers(min_value=0, max_value=5000), max_size=12),
)
def test_a_form_reads_the_same_however_it_is_cut(
    contents: list[bytes], cuts: list[int]
) -> None:
    contents = [c for c in contents if BOUNDARY.encode() not in c]
    parts = [("veld", None, b"waarde"), *(("files", "x.txt", c) for c in contents)]
    read = read_form(form(parts), cuts)
    assert [bytes(part.content) for part in read] == [b"waarde", *contents]
    assert [part.file_name for part in read] == [None, *("x.txt" for _ in contents)]


@given(extra=st.integers(min_value=-3, max_value=3))
def test_of_a_file_that_is_too_large_one_byte_too_many_is_kept(extra: int) -> None:
    body = form([("files", "x", b"a" * (1000 + extra)), ("files", "y", b"klein")])
    large, small = read_form(body, [700, 1100], largest=1000)
    assert len(large.content) == min(1000 + extra, 1001)
    assert small.content == b"klein"


@pytest.mark.parametrize(
    "parts",
    [
        [("veld", None, b"x" * (LONGEST_FIELD + 1))],
        [("veld", None, b"")] * (MOST_PARTS + 1),
    ],
    ids=["a field too long", "too many parts"],
)
def test_a_form_that_is_too_much_is_refused(
    parts: list[tuple[str, str | None, bytes]],
) -> None:
    with pytest.raises(HTTPException) as refused:
        read_form(form(parts), [])
    assert refused.value.status_code == 413


def test_a_large_file_is_refused_while_it_comes_in(
    site: Site, empty_review: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MAX_UPLOAD", 1000)
    monkeypatch.setattr("ltnlp.reading.reader.MAX_UPLOAD", 1000)
    monkeypatch.setattr(parts_of, "__kwdefaults__", {"largest": 1000})
    told = post(
        site, empty_review, {"groot.txt": b"a" * 50_000, "b.txt": b"Op 3 mei 2024."}
    )
    assert [one["good"] for one in told] == [False, True]
    assert "te groot" in told[0]["words"]


def test_the_answer_for_a_script_is_plain(site: Site, empty_review: str) -> None:
    told = post(site, empty_review, {"a.txt": INTERVIEW.encode()})
    assert json.dumps(told) == json.dumps(
        [{"name": "a.txt", "good": True, "words": "gelezen"}]
    )


def handed_in() -> dict[str, bytes]:
    groups = (
        *(make.empty, make.trees, make.locked, make.broken),
        *(make.disguised, make.odd_sheets, make.odd_mail),
    )
    return {one.name: one.content for group in groups for one in group()}


@pytest.mark.slow
def test_the_hostile_corpus_gets_an_answer_for_each_file(
    site: Site, empty_review: str, caplog: pytest.LogCaptureFixture
) -> None:
    files = handed_in()
    told = post(site, empty_review, files)
    assert len(told) == len(files) > 40
    for one in told:
        if not one["good"]:
            assert re.match(r"[A-Z].{20,}[.?]$", one["words"], re.DOTALL), one
        assert not re.search(r"Traceback|Error|Exception|/tmp/", one["words"]), one
    assert caplog.text == ""
    page = site.client.get(f"/reviews/{empty_review}")
    assert page.status_code == 200
    fine = post(site, empty_review, {"goed.txt": INTERVIEW.encode()})
    assert fine[0]["good"]
