"""Names that are put into every kind of source are found nowhere but in the vault.

Everything is done by commands, each a process of its own with its own temporary
folder; then every byte that they left and every word that they said is searched.
"""

import base64
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from examples.make_files import docx_of, xlsx_of
from ltnlp.casework.home import Home
from ltnlp.domain.purposes import Purpose
from ltnlp.store.database import Database
from tests import homes
from tests.unit.reading.files import pdf_of


def vtt_of(text: str) -> bytes:
    """A recording: every line a cue, its speaker in the tag."""
    cues = ["WEBVTT"]
    for number, line in enumerate(text.splitlines()):
        speaker, _, words = line.partition(": ")
        cues.append(f"00:{number:02}.000 --> 00:{number:02}.900\n<v {speaker}>{words}")
    return "\n\n".join(cues).encode()


MAKERS = {".docx": docx_of, ".vtt": vtt_of, ".xlsx": xlsx_of}


@dataclass(frozen=True)
class Lived:
    """A review that went its whole way, and what was said on the way."""

    place: Path
    home: Home
    review: str
    said: str


def handed_in(folder: Path) -> Path:
    """The golden review with the real files beside its texts."""
    sources = folder / "sources"
    sources.mkdir(parents=True)
    typed = json.loads((homes.GOLDEN / "review.json").read_text("utf-8"))
    # Names where nobody asks for them.
    typed["questions"].append("Waarom sprak Hedwig niet met Jorrit?")
    typed["participants"][0]["role"] = "moeder van Jorrit"
    typed["documents"][0]["author_role"] = "moeder Ymkelien Zandbergen"
    (folder / "review.json").write_text(json.dumps(typed), "utf-8")
    for document in typed["documents"]:
        name = document.get("file") or document["doc"]
        text = (homes.GOLDEN / "sources" / document["doc"]).read_text("utf-8")
        maker = MAKERS.get(Path(name).suffix)
        content = maker(text) if maker else text.encode()
        (sources / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Lived:
    outside = tmp_path_factory.mktemp("in")
    place = tmp_path_factory.mktemp("canary")
    folder = handed_in(outside / "review")
    own = {
        "HOME": place / "user",
        "TMPDIR": place / "tmp",
        "XDG_CACHE_HOME": place / "user" / "cache",
        "PREFECT_HOME": place / "prefect",
    }
    for path in own.values():
        path.mkdir(parents=True, exist_ok=True)
    environment = os.environ | homes.environment(place)
    environment |= {name: str(path) for name, path in own.items()}
    begun = _commands(environment, place, [("review", "new", "--from", folder)])
    review = begun.stdout.splitlines()[-2]
    broken = _broken(outside)
    commands = [
        ("run", review),
        ("add", review, *broken),
        ("add", review, outside / "Vossenstein.txt"),
        ("add", review, _printed(outside)),
        ("correct", review, "--input", _corrections(outside)),
        ("run", "Zandbergen"),
        ("query", "Zandbergen"),
        ("export", review, broken[0] / "Kwartelhof"),
        ("run", review),
        ("timeline", review),
        ("timeline", review, "--unused"),
        ("graph", review),
        ("factors", review),
        ("query", "gebeurtenissen", "--review", review),
        ("report", review, place / "out"),
        ("papers", review, place / "out"),
        ("story", "write", review, place / "out"),
        ("check", "write", review, place / "out"),
        ("export", review, place / "out"),
        ("compare", "--export", place / "out"),
        ("doctor",),
    ]
    done = _commands(environment, place, commands)
    back = [
        ("story", "import", review, _rewritten(place, outside, f"{review}.docx")),
        ("story", "import", review, broken[0]),
        ("check", "import", review, _filled(place, outside, review), broken[0]),
        ("run", review),
        ("versions", review),
        ("timeline", review, "--compare", "0"),
        ("journal", review),
        ("story", "write", review, place / "out"),
        ("report", review, place / "out"),
    ]
    later = _commands(environment, place, back)
    runs = (begun, done, later)
    said = "".join(part for run in runs for part in (run.stdout, run.stderr))
    return Lived(place, homes.home_in(place), review, said)


DRIVER = """
import json, sys
from ltnlp.cli import main
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["ltnlp", *arguments]
    try:
        main()
    except SystemExit as end:
        print("status", end.code)
"""


def _commands(environment, place, commands):
    """Run commands one after another in one process: to start one takes seconds."""
    listed = json.dumps([[str(part) for part in command] for command in commands])
    return subprocess.run(
        [sys.executable, "-c", DRIVER, listed],
        env=environment,
        cwd=place,
        capture_output=True,
        text=True,
        check=True,
    )


def _broken(outside: Path) -> list[Path]:
    """Sources that cannot be read, and hold a name where they are broken."""
    paper, recording = outside / "Zandbergen.docx", outside / "Koolbergen.vtt"
    paper.write_bytes(b"PK\x03\x04 Ymkelien Zandbergen")
    recording.write_bytes(b"WEBVTT\n\nYmkelien --> Zandbergen\n\xff")
    return [paper, recording]


def _printed(outside: Path) -> Path:
    """A letter as PDF, that came later."""
    lines = (
        "Brief aan mevrouw Ymkelien Zandbergen",
        "Op 14 april 2021 belde Hedwig Koolbergen met De Kwartelhof.",
        "Jorrit was die dag niet op school.",
    )
    path = outside / "Koolbergen.pdf"
    path.write_bytes(pdf_of([(72, 700 - 20 * n, t) for n, t in enumerate(lines)]))
    return path


def _rewritten(place: Path, outside: Path, name: str) -> Path:
    """The story, after somebody wrote names in it in Word."""
    story = docx.Document(str(place / "out" / name))
    told = next(p for p in story.paragraphs if p.style.name == "Gebeurtenis")
    told.insert_paragraph_before("Hedwig Koolbergen vertelde dit aan Ymkelien.")
    told.runs[1].text = " Ymkelien Zandbergen van De Kwartelhof belde."
    story.save(str(outside / "Zandbergen-verhaal.docx"))
    return outside / "Zandbergen-verhaal.docx"


def _filled(place: Path, outside: Path, review: str) -> Path:
    """A form for a member check, filled in with names."""
    form = docx.Document(str(place / "out" / f"{review}-controle-01.docx"))
    form.tables[0].cell(2, 1).paragraphs[2].add_run("Nee, Jorrit Zandbergen was er.")
    form.save(str(outside / "Zandbergen-formulier.docx"))
    return outside / "Zandbergen-formulier.docx"


def _corrections(outside: Path) -> Path:
    lines = [
        "Ymkelien Zandbergen",
        json.dumps({"do": "Ymkelien"}),
        json.dumps({"do": "edit", "event": "e1", "what": "Ymkelien Zandbergen belde"}),
        json.dumps({"do": "name", "text": "Jorrit Zandbergen"}),
        json.dumps({"do": "redate", "event": "Zandbergen", "edtf": "Ymkelien"}),
    ]
    path = outside / "Zandbergen.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


def forms(word: str) -> list[bytes]:
    """The ways in which a word may stand in a file."""
    plain = word.encode()
    return [
        plain,
        word.lower().encode(),
        word.encode("utf-16-le"),
        word.encode("utf-16-be"),
        base64.b64encode(plain)[: len(plain) * 4 // 3],
        plain.hex().encode(),
        word.encode("unicode_escape"),
    ]


def test_the_review_was_really_run(lived):
    export = json.loads((lived.place / "out" / "events.json").read_text("utf-8"))
    assert len(export) > 8
    kinds = {Path(a["doc"]).name for e in export for a in e["accounts"]}
    assert len(kinds) == 5
    assert list((lived.place / "out").glob("*.html"))
    journal = lived.home.store(lived.review).corrections()
    assert [c.do for c in journal].count("tell") == 2
    assert [c.do for c in journal].count("remark") == 1


def content_of(path: Path) -> bytes:
    """What a file holds, unpacked where it is packed."""
    content = path.read_bytes()
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(path) as packed:
        return b"".join(packed.read(name) for name in packed.namelist())


@pytest.mark.parametrize("word", homes.NAMES)
def test_no_file_that_was_left_holds_a_name(lived, word):
    wanted = forms(word)
    found = [
        path.relative_to(lived.place).as_posix()
        for path in lived.place.rglob("*")
        if path.is_file() and any(form in content_of(path) for form in wanted)
    ]
    assert found == []


@pytest.mark.parametrize("word", homes.NAMES)
def test_no_name_of_a_file_or_folder_holds_a_name(lived, word):
    assert [path for path in lived.place.rglob("*") if word in path.name] == []


@pytest.mark.parametrize("word", homes.NAMES)
def test_nothing_that_was_said_holds_a_name(lived, word):
    assert word not in lived.said


def dump(database: Database) -> str:
    """Everything that a store holds, opened with its key."""
    with database.session() as session:
        tables = session._connection.execute("SHOW TABLES").fetchall()
        rows = [
            session._connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            for (table,) in tables
        ]
    return repr(rows)


@pytest.mark.parametrize("word", homes.NAMES)
def test_the_stores_opened_with_their_key_hold_no_name(lived, word):
    assert word not in dump(lived.home.review_database(lived.review))
    assert word not in dump(lived.home.system_database())


def test_the_vault_does_hold_them(lived):
    """So that the search above is known to search for what was there."""
    opened = b"".join(
        lived.home.key(lived.review).open(path.read_bytes(), name=name)
        for name, path in _records(lived)
    )
    assert all(word.encode() in opened for word in homes.NAMES)


def _records(lived: Lived) -> list[tuple[str, Path]]:
    vault = lived.home.vault(lived.review, purpose=Purpose.CHECK)
    sources = json.loads(vault.get("sources") or b"{}")["records"]
    names = ["review", *(f"text:{record['document']['id']}" for record in sources)]
    return [(name, vault._file(name)) for name in names if vault.get(name)]


def test_nothing_was_left_in_temporary_folders(lived):
    assert [p for p in (lived.place / "tmp").rglob("*") if p.is_file()] == []


def test_nothing_was_written_to_the_users_folders(lived):
    assert [p for p in (lived.place / "user").rglob("*") if p.is_file()] == []
    assert [p for p in (lived.place / "prefect").rglob("*") if p.is_file()] == []
