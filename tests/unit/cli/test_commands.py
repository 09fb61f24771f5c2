"""The commands: Dutch on the screen, a status that scripts can use, never a trace."""

import base64
import datetime as dt
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.versions import keep_version
from ltnlp.cli import running, screen
from ltnlp.domain.interactions import InteractionGraph
from ltnlp.domain.reviews import ReviewState
from ltnlp.domain.timeline import Alike
from tests import builders as make
from tests import homes

COMMANDS = (
    "timeline", "graph", "factors", "run", "export", "report", "papers", "correct", "add",
    "status",
)  # fmt: skip


@pytest.fixture
def review(place) -> str:
    """A review with results, without the work of making them."""
    home = Home.open()
    made = homes.made(home)
    store = home.store(made)
    store.save_timeline(
        make.timeline(
            make.event("e1", what="[/b] [lacht] [Moeder-1] belde"),
            make.event("e2", date=None, what="overleg"),
        ),
        [],
    )
    store.save_graph(InteractionGraph(interactions=(make.interaction(),), parties=()))
    store.save_factors([make.factor(wording="[zucht] niemand belde terug")])
    return made


def test_versions_and_the_journal_are_shown(ltnlp, review):
    keep_version(Home.open(), review)
    assert "│ 1 " in ltnlp("versions", review).out
    assert "nog maar één versie" in ltnlp("timeline", review, "--compare", "0").out
    assert "Er is niets veranderd" in ltnlp("timeline", review, "--compare", "1").out
    line = (
        '{"do": "redate", "event": "e1", "edtf": "2023", "why": "agenda", "by": "lid"}'
    )
    later = line.replace("2023", "2022")
    ltnlp("correct", review, stdin=f"{line}\n{later}\n")
    shown = ltnlp("journal", review).out
    assert "teruggenomen" in shown
    assert "agenda" in shown
    store = Home.open().store(review)
    store.save_timeline(make.timeline(make.event("e1", what="Oma belde")), [])
    keep_version(Home.open(), review)
    told = ltnlp("timeline", review, "--compare", "1").out
    assert "omschrijving" in told
    assert "lid: agenda" in told
    assert "bestaat niet" in ltnlp("timeline", review, "--compare", "9").err


def test_a_source_goes_out_when_it_is_said_to_be_sure(ltnlp, review, place):
    file = place / "bron.txt"
    file.write_text("Oma belde op 3 mei 2024 de school.", encoding="utf-8")
    ltnlp("add", review, file)
    *others, last = reviews.load_sources(Home.open(), review).records
    assert "Er is niets veranderd" in ltnlp("remove", review, last.document.slot).out
    assert "eruit" in ltnlp("remove", review, last.document.slot, "--sure").out
    assert reviews.load_sources(Home.open(), review).records == tuple(others)
    assert "geen bron" in ltnlp("remove", review, "s009").err


def test_the_story_goes_out_and_comes_back(ltnlp, review, place):
    keep_version(Home.open(), review)
    assert ltnlp("story", "write", review, place / "uit").status == 0
    (file,) = (place / "uit").iterdir()
    shown = ltnlp("story", "import", review, file, "--leave-out")
    assert "vastgelegd: 0; eigen alinea's: 0" in shown.out
    document = docx.Document(str(file))
    for paragraph in document.paragraphs:
        if "overleg" in paragraph.text:
            paragraph._p.getparent().remove(paragraph._p)
    document.save(str(file))
    assert "--leave-out" in ltnlp("story", "import", review, file).err
    assert "Weggelaten" in ltnlp("story", "import", review, file, "--leave-out").out
    assert "bestaat niet" in ltnlp("story", "import", review, place / "weg.docx").err


def test_papers_for_a_check_go_out_and_come_back(ltnlp, review, place):
    timeline = make.timeline(
        make.event("e1", accounts=(make.account("a1", who_tells="oma"),))
    )
    Home.open().store(review).save_timeline(timeline, [])
    assert "oma" in ltnlp("check", "write", review, place / "uit").out
    (file,) = (place / "uit").iterdir()
    assert "0 antwoorden vastgelegd." in ltnlp("check", "import", review, file).out
    document = docx.Document(str(file))
    document.tables[0].cell(2, 1).paragraphs[2].add_run("Dat was later.")
    document.save(str(file))
    packed = place / "terug.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(file, "form.docx")
    assert "1 antwoord vastgelegd." in ltnlp("check", "import", review, packed).out
    content = bytearray(packed.read_bytes())
    content[60] ^= 1
    packed.write_bytes(content)
    damaged = ltnlp("check", "import", review, packed)
    assert damaged.status == 1
    assert "Formulier 1:" in damaged.err


def test_the_scope_heads_the_timeline(ltnlp, review):
    ltnlp(
        "review", "scope", review, "--period-from", "2021-01-01", "--question", "Wat?"
    )
    shown = ltnlp("timeline", review).out
    assert "Periode: vanaf 1 januari 2021" in shown
    assert "Vraag 1: Wat?" in shown
    assert "Vraag 1: Wat?" in ltnlp("review", "show", review).out
    ltnlp("review", "scope", review, "--title", "Zonder naam", "--kind", "overgang")
    shown = ltnlp("review", "show", review).out
    assert "Zonder naam (overgang)" in shown
    assert "vanaf 1 januari 2021" in shown


def test_what_may_be_one_event_is_listed_with_why(ltnlp, review):
    pair = Alike(event="e1", other="e2", score=2.7, because=("zelfde bewoordingen",))
    timeline = make.timeline(
        make.event("e1", what="Oma belde"),
        make.event("e2", what="Gebeld door oma", date=None),
        alike=(pair,),
    )
    Home.open().store(review).save_timeline(timeline, [])
    shown = ltnlp("timeline", review, "--alike").out
    for words in ("Oma belde (1 mei 2023", "Gebeld door oma (zonder datum)", "e2"):
        assert words in shown
    assert "zelfde bewoordingen" in shown


def test_a_report_for_a_learning_meeting(ltnlp, review, place):
    shown = ltnlp("report", review, place / "uit", "--meeting")
    assert shown.status == 0
    (page,) = (place / "uit").iterdir()
    assert "Markeer eerst zelf" in page.read_text("utf-8")


def test_a_review_from_a_folder_ends_with_its_number(ltnlp):
    shown = ltnlp("review", "new", "--from", homes.GOLDEN)
    assert shown.status == 0
    assert Home.open().entry(shown.out.splitlines()[-1])
    assert "Bestand 1: gelezen (s001)." in shown.out


def test_what_is_not_there_is_told_and_the_number_still_comes(ltnlp, place):
    folder = place / "folder"
    (folder / "sources").mkdir(parents=True)
    (folder / "review.json").write_text('{"documents": [{"doc": "a.txt"}]}')
    shown = ltnlp("review", "new", "--from", folder)
    assert shown.status == 0
    assert "1 document uit review.json staat" in shown.err
    assert Home.open().entry(shown.out.splitlines()[-1])


def test_a_review_without_a_folder(ltnlp):
    shown = ltnlp(
        "review", "new", "--title", "Eerste [b]", "--kind", "thuiszitters",
        "--period-from", "2022-01-01", "--period-to", "2023-01-01",
    )  # fmt: skip
    review = shown.out.strip()
    assert "Eerste [b]" in ltnlp("review", "show", review).out
    listed = ltnlp("review", "list").out
    assert review in listed
    assert "loopt" in listed


def test_the_life_of_a_review(ltnlp, review):
    assert "niet afgesloten" in ltnlp("review", "show", review).out
    assert ltnlp("review", "close", review).out == "De review is afgesloten.\n"
    again = ltnlp("review", "close", review)
    assert (again.status, "afgesloten" in again.err) == (1, True)
    named = ltnlp("review", "approve", review, "--by", "Noor Blankestijn")
    assert "Noem een rol" in named.err
    assert ltnlp("review", "approve", review, "--by", "opdrachtgever").status == 0
    hold = ("--by", "jurist", "--reason", "bezwaar", "--until", "2999-01-01")
    assert ltnlp("review", "hold", review, *hold).status == 0
    shown = ltnlp("forget", "--dry-run")
    assert review in shown.out
    assert "blijft" in shown.out


def test_a_new_master_key_opens_what_the_old_one_did_and_the_old_nothing_more(
    ltnlp, review, place
):
    home = Home.open()
    key_file = Path(homes.environment(place)["LTNLP_KEY_FILE"])
    before, title = key_file.read_bytes(), reviews.load_review(home, review).title
    shown = ltnlp("new-key")
    assert (shown.status, "1 review" in shown.out) == (0, True)
    assert reviews.load_review(Home.open(), review).title == title
    assert "hoofdsleutel vervangen" in ltnlp("query", "logboek").out
    key_file.write_bytes(before)
    assert "sleutel" in ltnlp("review", "show", review).err


def test_a_master_key_from_outside_is_not_replaced(ltnlp, monkeypatch):
    monkeypatch.setenv("LTNLP_KEY", base64.b64encode(b"1" * 32).decode())
    shown = ltnlp("new-key")
    assert (shown.status, "komt van buiten" in shown.err) == (1, True)


def test_a_destroyed_review_has_a_certificate(ltnlp, review):
    assert "niet vernietigd" in ltnlp("review", "certificate", review).err
    home = Home.open()
    begun = dt.date(2020, 1, 1)
    reviews.end(home, review, state=ReviewState.CLOSED, today=begun)
    reviews.approve(home, review, by="opdrachtgever", today=begun)
    assert ltnlp("forget").status == 0
    shown = ltnlp("review", "certificate", review).out
    assert f"Review {review} is vernietigd op" in shown
    assert "akkoord vastgelegd" in shown
    assert "Niet te bereiken: kopieën en back-ups" in shown


def test_cancelling_is_an_end_too(ltnlp, review):
    assert "geannuleerd" in ltnlp("review", "cancel", review).out
    assert ltnlp("run", review).status == 1


def test_words_of_a_source_in_brackets_are_shown(ltnlp, review):
    assert "[/b] [lacht] [Moeder-1] belde" in ltnlp("timeline", review).out
    assert "[zucht]" in ltnlp("factors", review).out
    assert "veilig_thuis" in ltnlp("graph", review).out


@pytest.mark.parametrize("command", ["timeline", "graph", "export", "report"])
def test_what_was_never_run_is_told(ltnlp, place, command):
    review = homes.made(Home.open())
    more = (place / "out",) if command in {"export", "report"} else ()
    shown = ltnlp(command, review, *more)
    assert shown.status == 1
    assert "nog niet doorgerekend" in shown.err


@pytest.mark.parametrize("command", COMMANDS)
def test_an_unknown_review_is_told(ltnlp, place, command):
    (place / "a.txt").write_text("x")
    more = {"export": (place / "out",), "add": (place / "a.txt",)}.get(command, ())
    shown = ltnlp(command, "Blankestijn", *more)
    assert shown.status == 1
    assert "Deze review bestaat niet." in shown.err
    assert "Blankestijn" not in shown.out + shown.err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("weg",), "Deze opdracht bestaat niet"),
        (("run",), "Er ontbreekt iets: REVIEW"),
        (("run", "x", "--kleur"), "De optie --kleur bestaat niet"),
        (("review", "new", "--prefer", "x"), "past niet bij --prefer"),
        (("review", "new", "--period-from", "gisteren"), "past niet bij"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_what_is_typed_wrongly_is_told_in_dutch(ltnlp, arguments, why):
    shown = ltnlp(*arguments)
    assert shown.status == 2
    assert why in shown.err
    assert "Usage" not in shown.err


def test_called_with_nothing_it_shows_what_it_can_do(ltnlp):
    shown = ltnlp()
    assert "Doe alle stappen van een review." in shown.out + shown.err


def test_a_period_that_is_turned_round_is_refused(ltnlp):
    shown = ltnlp(
        "review", "new", "--period-from", "2023-01-01", "--period-to", "2022-01-01"
    )
    assert shown.status == 1
    assert "eindigt voordat" in shown.err


def test_sources_are_added_and_replaced(ltnlp, place, review):
    good, broken = place / "a.txt", place / "b.docx"
    good.write_text("Er was op 3 mei 2023 overleg.")
    broken.write_bytes(b"PK\x03\x04 broken")
    shown = ltnlp("add", review, good, broken)
    assert shown.status == 1
    assert "Bestand 1: gelezen (s005)." in shown.out
    assert "Bestand 2:" in shown.err
    assert "stond er al (s005)" in ltnlp("add", review, good).out
    good.write_text("Anders.")
    assert "gelezen (s005)" in ltnlp("add", review, good, "--slot", "s005").out
    assert ltnlp("add", review, good, good, "--slot", "s005").status == 1
    assert ltnlp("add", review, good, "--slot", "s099").status == 1
    missing = ltnlp("add", review, place / "Blankestijn.txt")
    assert missing.status == 1
    assert "Blankestijn" not in missing.err


def test_corrections_are_counted_and_broken_ones_told(ltnlp, place, review):
    good = json.dumps({"do": "confirm", "event": "e1", "by": "begeleider"})
    stdin = "\n".join([good, "", "{", json.dumps({"do": "redate", "event": "e1"})])
    shown = ltnlp("correct", review, stdin=stdin)
    assert shown.status == 1
    assert "1 verbetering vastgelegd." in shown.out
    assert "Regel 3:" in shown.err
    assert "Regel 4:" in shown.err
    path = place / "in.jsonl"
    path.write_text(good)
    again = ltnlp("correct", review, "--input", path)
    assert again.status == 0
    assert "0 verbeteringen vastgelegd, 1 stond er al." in again.out
    assert ltnlp("correct", review, "--input", place / "weg").status == 1
    assert "Regel 1:" in ltnlp("correct", review, stdin=b"\xff\xfe").err


def test_questions_have_names(ltnlp, review):
    listed = ltnlp("query", "--list").out
    assert "gebeurtenissen" in listed
    assert ltnlp("query").out == listed
    assert "overleg" in ltnlp("query", "gebeurtenissen", "--review", review).out
    assert "geen rijen" in ltnlp("query", "twijfel", "--review", review).out
    assert review in ltnlp("query", "reviews").out
    log = ltnlp("query", "logboek").out
    assert "kluis geopend" in log
    assert not re.search(r"vault|added|begun|\+00:00", log)
    assert "bestaat niet" in ltnlp("query", "weg").err
    assert "één review" in ltnlp("query", "factoren").err
    assert "factoren_per_jaar" in listed
    assert "nog geen trends" in ltnlp("query", "factoren_per_jaar").err
    assert "nog geen trends" in ltnlp("trends").err
    assert "Geen nieuwe versie" in ltnlp("publish", "--k", "6", "--no-regions").out
    assert "minstens 3" in ltnlp("publish", "--k", "2").err


def test_an_installation_is_examined(ltnlp, review):
    shown = ltnlp("doctor")
    assert "in orde" in shown.out
    assert shown.status == 0


def test_nothing_compared_is_an_empty_table(ltnlp, review, place):
    shown = ltnlp("compare", "--export", place / "out")
    assert shown.status == 0
    assert json.loads((place / "out" / "cross.json").read_text()) == []
    assert ltnlp("compare", "absent").status == 1
    assert ltnlp("patterns").status == 0
    named = ltnlp("patterns", "--name", "C1", "Wachten zonder regie")
    assert named.status == 1
    assert "staat niet in de laatste vergelijking" in named.err


def test_a_runner_that_is_not_there_is_told(ltnlp, review):
    shown = ltnlp("run", review, "--runner", "weg")
    assert shown.status == 1
    assert "niet bekend" in shown.err


def test_an_export_that_cannot_be_written_is_told(ltnlp, review, place):
    (place / "out").write_text("a file")
    shown = ltnlp("export", review, place / "out")
    assert shown.status == 1
    assert "niet geschreven" in shown.err


def test_what_should_not_happen_quotes_nothing(ltnlp, review, monkeypatch):
    def fails(*_, **__):
        raise RuntimeError("Fatma belde")

    monkeypatch.setattr(running, "reconstruct", fails)
    shown = ltnlp("run", review)
    assert shown.status == 3
    assert "RuntimeError" in shown.err
    assert "Fatma" not in shown.out + shown.err


def test_a_reader_who_leaves_early_is_no_error(place, review):
    writes = f"{sys.executable} -m ltnlp timeline {review} | true"
    done = subprocess.run(["bash", "-c", writes], capture_output=True, check=False)
    assert done.stderr == b""


@pytest.mark.parametrize(
    ("earliest", "latest", "shown"),
    [
        (None, None, "zonder datum"),
        ("2023-05-03", "2023-05-03", "3 mei 2023"),
        (None, "2023-05-03", "tot en met 3 mei 2023"),
        ("2023-05-03", None, "vanaf 3 mei 2023"),
        ("2023-05-03", "2023-06-01", "3 mei 2023 – 1 juni 2023"),
    ],
)
def test_an_interval_in_dutch(earliest, latest, shown):
    import datetime as dt

    first, last = (d and dt.date.fromisoformat(d) for d in (earliest, latest))
    assert screen.interval(first, last) == shown
