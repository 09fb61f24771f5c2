"""The doctor finds what is broken, says what to do, and goes on with the rest."""

import base64
import errno
import os
import resource
import secrets
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ltnlp.casework import doctor, reviews
from ltnlp.casework.doctor import examine
from ltnlp.casework.home import Home
from ltnlp.casework.progress import RunState, Stage, Step, write_state
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.reviews import ReviewState
from ltnlp.store import database
from tests.homes import TODAY


@pytest.fixture
def review(home) -> str:
    return new_review(home, Intake(title="Proef"), today=TODAY)


def ills(home: Home) -> dict[str, str]:
    """What is not well, with the advice."""
    return {f.what_nl: f.advice_nl for f in examine(home) if not f.well}


def test_an_installation_that_is_well(home, review):
    home.store(review).corrections()
    assert ills(home) == {}
    assert f"review {review} is heel" in {f.what_nl for f in examine(home)}


def test_a_new_installation_is_well_and_stays_empty(home):
    assert ills(home) == {}
    assert [path.name for path in home.root.iterdir()] == []


def test_a_missing_key_is_told_from_a_wrong_one(home, review):
    assert home.key_file is not None
    kept = home.key_file.read_bytes()
    home.key_file.unlink()
    assert "ontbreekt" in ills(home)["de hoofdsleutel past"]
    ring = kept.split()[0].decode()
    wrong = base64.b64encode(secrets.token_bytes(32)).decode()
    home.key_file.write_text(f"{ring} {wrong}\n")
    home.key_file.chmod(0o600)
    assert "hoort niet bij" in ills(home)["de hoofdsleutel past"]
    home.key_file.write_bytes(b"geen sleutel")
    assert "sleutelbestand is beschadigd" in ills(home)["de sleutels gaan open"]
    home.key_file.write_bytes(kept)
    assert ills(home) == {}


def test_a_key_that_others_can_read_or_that_lies_inside(home, review, monkeypatch):
    assert home.key_file is not None
    home.key_file.chmod(0o644)
    assert "600" in ills(home)["alleen de eigenaar kan de hoofdsleutel lezen"]
    inside = home.root / "master.key"
    inside.write_bytes(home.key_file.read_bytes())
    inside.chmod(0o600)
    monkeypatch.setenv("LTNLP_KEY_FILE", str(inside))
    assert set(ills(Home.open())) == {"hoofdsleutel ligt apart van de gegevens"}


def newer(home: Home, schema: str) -> None:
    """Let a store say that a later program wrote it."""
    store = home.system_database() if schema == "system" else None
    if store is None:
        store = home.review_database(home.system().reviews()[0].id)
    with store.session() as session:
        session.insert("migration", [{"number": 999, "applied": None}])


def test_a_store_of_a_newer_version(home, review):
    newer(home, "review")
    found = ills(home)
    assert list(found) == [f"review {review} is heel"]
    assert "nieuwere versie" in found[f"review {review} is heel"]
    newer(home, "system")
    assert "nieuwere versie" in ills(home)["de opslag van het systeem gaat open"]


def test_a_broken_migration(home, review, monkeypatch):
    known = database._migrations
    monkeypatch.setattr(
        database, "_migrations", lambda schema: (*known(schema), (99, "099.sql"))
    )
    read = database.statement
    broken = "ALTER TABLE does_not_exist ADD COLUMN x INTEGER"
    monkeypatch.setattr(
        database,
        "statement",
        lambda file: broken if file.endswith("099.sql") else read(file),
    )
    advice = ills(home)["de opslag van het systeem gaat open"]
    assert "niet worden bijgewerkt" in advice
    assert "vorige versie" in advice
    monkeypatch.undo()
    monkeypatch.setenv("LTNLP_HOME", str(home.root))
    assert ills(home) == {}, "a migration that fails changes nothing"


def test_a_store_that_is_damaged(home, review):
    file = home.folder(review) / "review.duckdb"
    home.store(review).corrections()
    file.write_bytes(b"geen database" * 1000)
    advice = ills(home)[f"review {review} is heel"]
    assert "beschadigd" in advice or "sleutel" in advice


def test_a_vault_that_is_damaged(home, review):
    for record in (home.folder(review) / "vault").iterdir():
        record.write_bytes(b"x" * 40)
    assert "beschadigd" in ills(home)[f"review {review} is heel"]


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RunState(review="", state=Stage.RUNNING, step=Step.RELEASE), "ging uit"),
        (RunState(review="", state=Stage.WAITING), "ging uit"),
        (RunState(review="", state=Stage.FAILED, problem_nl="Een naam."), "Een naam."),
    ],
    ids=["killed in a step", "killed before the first", "failed"],
)
def test_a_run_that_is_half_done(home, review, state, words):
    write_state(home, replace(state, review=review))
    advice = ills(home)[f"review {review} is heel"]
    assert advice.startswith("Het laatste doorrekenen is niet afgemaakt.")
    assert words in advice


def test_a_destruction_that_is_half_done(home, review):
    reviews.end(home, review, state=ReviewState.CANCELLED, today=TODAY)
    entry = home.entry(review)
    home.system().register(replace(entry, state=str(ReviewState.DESTROYED)))
    assert "ltnlp forget" in ills(home)["elke vernietiging is afgemaakt"]


def test_a_log_that_was_touched(home, review):
    with home.system_database().session() as session:
        rows = session.rows("all_audit")
        session.replace("audit", rows[1:])
    assert "privacyfunctionaris" in ills(home)["het logboek is heel"]


def test_a_disk_that_is_almost_full(home, monkeypatch):
    usage = type("Usage", (), {"free": doctor.FREE_BYTES - 1})
    monkeypatch.setattr(doctor.shutil, "disk_usage", lambda place: usage)
    assert "ruimte vrij" in ills(home)["er is genoeg schijfruimte"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "schijf is vol"), (errno.EACCES, "schrijfrecht")],
)
def test_a_home_that_cannot_be_written(home, monkeypatch, number, words):
    def refuse(path: Path, content: bytes) -> None:
        raise OSError(number, "x")

    monkeypatch.setattr(doctor, "write_atomically", refuse)
    assert words in ills(home)["er kan geschreven worden"]


@pytest.mark.slow
def test_a_process_that_may_write_no_byte_more_is_still_examined(home, review):
    """As on a full disk: every file that grows is refused by the system."""

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    done = subprocess.run(
        [sys.executable, "-m", "ltnlp", "doctor"],
        env={
            "LTNLP_HOME": str(home.root),
            "LTNLP_KEY_FILE": str(home.key_file),
            "COLUMNS": "300",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        preexec_fn=no_room,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "NIET IN ORDE" in done.stdout
    assert "woordenlijsten" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_missing_models_are_named(home, monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "models_folder", lambda: tmp_path)
    advice = ills(home)["woordenlijsten en codeboeken zijn er"]
    assert "factors.yaml" in advice


def test_no_models_at_all(home, monkeypatch):
    def absent() -> Path:
        raise FileNotFoundError("no folder with models; set LTNLP_MODELS")

    monkeypatch.setattr(doctor, "models_folder", absent)
    assert "models/" in ills(home)["woordenlijsten en codeboeken zijn er"]


def test_missing_assets_are_named(home, monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "PACKAGE", tmp_path)
    assert "report.html" in ills(home)["sjablonen en opmaak zijn er"]


def test_missing_fonts(home, monkeypatch, tmp_path):
    monkeypatch.setattr(doctor, "FONT_FOLDERS", (str(tmp_path),))
    assert "fonts-dejavu-core" in ills(home)["er zijn lettertypen"]


SERVER = "de server voor het werk kan werken"


def test_no_server_is_asked_for_where_none_is_configured(home, monkeypatch):
    monkeypatch.delenv("LTNLP_RUNNER", raising=False)
    assert SERVER not in {f.what_nl for f in examine(home)}


def test_a_runner_that_nobody_knows(home, monkeypatch):
    monkeypatch.setenv("LTNLP_RUNNER", "stoom")
    assert "local of prefect" in ills(home)[SERVER]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("api", "words"),
    [("", "PREFECT_API_URL"), ("http://127.0.0.1:9/api", "antwoordt niet")],
    ids=["none is set", "it does not answer"],
)
def test_a_server_that_cannot_be_reached(home, api, words):
    done = subprocess.run(
        [sys.executable, "-m", "ltnlp", "doctor"],
        env=dict(os.environ)
        | {
            "LTNLP_RUNNER": "prefect",
            "PREFECT_API_URL": api,
            "PREFECT_HOME": str(home.root.parent / "prefect"),
            "PREFECT_CLIENT_MAX_RETRIES": "0",
            "COLUMNS": "300",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert words in done.stdout, done.stderr
