"""Forgetting: only what may go, wholly, with proof; cut short anywhere it is finished."""

import datetime as dt
import os
import shutil
import subprocess
import sys
import threading

import pytest

from ltnlp.casework import forget as forgetting
from ltnlp.casework import reviews
from ltnlp.casework.home import Home
from ltnlp.casework.progress import run_lock
from ltnlp.casework.reviews import Intake, new_review
from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import (
    KeyUnavailableError,
    PrivacyError,
    StateError,
    UnknownReviewError,
)
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.retention import RetentionHold
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.files import locked
from ltnlp.store.keys import Keyring
from tests import builders as make

TODAY = dt.date(2024, 5, 1)
DUE = TODAY + dt.timedelta(days=30)
CANARY = "Blankestijn"


def filled(home: Home) -> str:
    review = new_review(home, Intake(title=CANARY), today=TODAY)
    home.vault(review, purpose=Purpose.CHECK).keep(
        "text:d1", make.read_text(f"Noor {CANARY} belde.")
    )
    home.store(review).save_factors([make.factor()])
    return review


def ended(home: Home, state: ReviewState = ReviewState.CLOSED) -> str:
    review = filled(home)
    reviews.end(home, review, state=state, today=TODAY)
    reviews.approve(home, review, by="opdrachtgever", today=TODAY)
    return review


@pytest.mark.parametrize("state", [ReviewState.CLOSED, ReviewState.CANCELLED])
def test_what_may_go_goes_wholly(home, state):
    review, other = ended(home, state), filled(home)
    done = forgetting.forget(home, today=DUE)
    assert done.destroyed == (review,)
    assert [v.review for v in done.kept] == [other]
    assert not home.folder(review).exists()
    assert home.entry(review).state == "destroyed"
    assert home.entry(review).destroyed_on == DUE
    with pytest.raises(KeyUnavailableError) as refused:
        home.key(review)
    assert refused.value.message_nl == "Deze review is vernietigd."
    assert home.store(other).factors()
    assert home.vault(other, purpose=Purpose.CHECK).recall("text:d1", ReadText)


def test_a_dry_run_changes_nothing(home):
    review = ended(home)
    before = sorted((p, p.stat().st_mtime_ns) for p in home.folder(review).rglob("*"))
    done = forgetting.forget(home, today=DUE, dry_run=True)
    assert done.destroyed == (review,)
    assert done.dry_run
    assert before == sorted(
        (p, p.stat().st_mtime_ns) for p in home.folder(review).rglob("*")
    )
    assert home.key(review)


@pytest.mark.parametrize("why", ["open", "term", "hold", "approval"])
def test_what_may_not_go_stays(home, why):
    review = filled(home) if why == "open" else ended(home)
    if why == "approval":
        review = filled(home)
        reviews.end(home, review, state=ReviewState.CLOSED, today=TODAY)
    if why == "hold":
        reviews.hold(
            home, RetentionHold(review=review, by="jurist", reason="x", until=DUE)
        )
    day = TODAY if why == "term" else DUE
    assert review not in forgetting.forget(home, today=day).destroyed
    with pytest.raises(PrivacyError) as refused:
        forgetting.destroy(home, review, today=day)
    assert refused.value.message_nl
    assert home.vault(review, purpose=Purpose.CHECK).recall("text:d1", ReadText)


def test_the_proof_has_no_content_and_names_what_cannot_be_reached(home):
    review = ended(home)
    home.system().register_release(
        {
            "id": "u1",
            "review": review,
            "kind": "report",
            "made_on": TODAY,
            "destroy_by": DUE,
        }
    )
    forgetting.forget(home, today=DUE)
    proof = forgetting.proof(home, review)
    assert (proof,) == home.system().destructions()
    assert (proof.review, proof.on) == (review, DUE)
    assert "akkoord" in proof.ground_nl
    assert dict(proof.counts)["bestanden"] >= 4
    assert any("back-ups" in reason for reason in proof.unreachable_nl)
    assert any("uitgiften: 1" in reason for reason in proof.unreachable_nl)
    assert CANARY not in repr(proof)
    assert home.system().audit_log()[-1].action == "review destroyed"


def test_what_still_stands_has_no_proof(home):
    with pytest.raises(StateError) as refused:
        forgetting.proof(home, ended(home))
    assert "niet vernietigd" in refused.value.message_nl
    with pytest.raises(UnknownReviewError):
        forgetting.proof(home, "0" * 12)


def test_the_ground_is_the_rule_in_force(home):
    ended(home)
    home.system().set_rule("approval_required", "no")
    forgetting.forget(home, today=DUE)
    assert home.system().destructions()[0].ground_nl == "bewaartermijn verstreken"


def test_a_master_key_from_outside_is_named_as_not_replaced(tmp_path):
    ring = Keyring(tmp_path / "home" / "keyring", key_file=None, secret=b"1" * 32)
    home = Home(root=tmp_path / "home", keyring=ring, key_file=None)
    ended(home)
    forgetting.forget(home, today=DUE)
    assert forgetting.MASTER_NL in home.system().destructions()[0].unreachable_nl


def test_an_old_copy_of_home_and_ring_opens_nothing(home, tmp_path):
    review = ended(home)
    shutil.copytree(home.root, tmp_path / "copy")
    forgetting.forget(home, today=DUE)
    ring = Keyring(tmp_path / "copy" / "keyring", key_file=home.key_file)
    copy = Home(root=tmp_path / "copy", keyring=ring, key_file=home.key_file)
    with pytest.raises(KeyUnavailableError):
        copy.vault(review, purpose=Purpose.CHECK).recall("text:d1", ReadText)
    with pytest.raises(KeyUnavailableError):
        copy.system().reviews()


def test_the_bytes_are_overwritten_where_they_lie(home, tmp_path):
    review = ended(home)
    for number, file in enumerate(home.folder(review).rglob("*")):
        if file.is_file():
            os.link(file, tmp_path / f"link{number}")
    forgetting.forget(home, today=DUE)
    links = list(tmp_path.glob("link*"))
    assert len(links) >= 4
    assert all(not link.read_bytes().strip(b"\0") for link in links)


def test_reasons_of_old_holds_go_too(home):
    review = ended(home)
    reviews.hold(
        home, RetentionHold(review=review, by="jurist", reason=CANARY, until=TODAY)
    )
    forgetting.forget(home, today=DUE)
    assert home.system().holds() == ()


CUTS = [
    ("ltnlp.store.keys", "write_atomically", 0),
    ("ltnlp.store.keys", "write_atomically", 1),
    ("ltnlp.store.keys", "write_atomically", 2),
    ("ltnlp.store.system_store", "SystemStore.register", 0),
    ("ltnlp.store.system_store", "SystemStore.remove_holds", 0),
    ("ltnlp.casework.forget", "destroy_folder", 0),
    ("ltnlp.store.files", "_overwrite", 2),
    ("ltnlp.casework.forget", "_prove", 0),
    ("ltnlp.store.system_store", "SystemStore.record_destruction", 0),
]

KILLED = """
import datetime as dt, importlib, os, sys
module, name, left = sys.argv[1], sys.argv[2].split("."), [int(sys.argv[3])]
owner = importlib.import_module(module)
for part in name[:-1]:
    owner = getattr(owner, part)
real = getattr(owner, name[-1])
def dies(*args, **kwargs):
    if not left[0]:
        os._exit(9)
    left[0] -= 1
    return real(*args, **kwargs)
from ltnlp.casework.forget import forget
from ltnlp.casework.home import Home
setattr(owner, name[-1], dies)
forget(Home.open(), today=dt.date.fromisoformat(sys.argv[4]))
"""


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: f"{cut[1]} {cut[2]}")
def test_a_destruction_that_is_killed_is_finished_by_the_next(home, cut):
    review, other = ended(home), filled(home)
    command = [sys.executable, "-c", KILLED, *map(str, cut), DUE.isoformat()]
    assert subprocess.run(command, check=False).returncode == 9
    forgetting.forget(home, today=DUE)
    assert home.entry(review).state == "destroyed"
    assert not home.folder(review).exists()
    assert [proof.review for proof in home.system().destructions()] == [review]
    assert home.keyring.rotation_is_done()
    assert home.store(other).factors()
    assert forgetting.half_done(home) == ()


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_rotation_that_was_cut_short_is_finished_though_nothing_goes(
    home, monkeypatch, dry_run
):
    filled(home)
    real = Keyring._write_masters

    def dies_with_one(ring, id_, *masters):
        if len(masters) == 1:
            raise KeyboardInterrupt
        real(ring, id_, *masters)

    monkeypatch.setattr(Keyring, "_write_masters", dies_with_one)
    with pytest.raises(KeyboardInterrupt):
        home.keyring.rotate()
    monkeypatch.undo()
    forgetting.forget(home, today=TODAY, dry_run=dry_run)
    assert home.keyring.rotation_is_done() is not dry_run


def test_who_forgets_nothing_keeps_the_master_key(home):
    filled(home)
    before = home.key_file.read_bytes()
    forgetting.forget(home, today=TODAY)
    assert home.key_file.read_bytes() == before


def test_forgetting_again_proves_nothing_twice(home):
    ended(home)
    forgetting.forget(home, today=DUE)
    again = forgetting.forget(home, today=DUE)
    assert again.destroyed == again.kept == ()
    assert len(home.system().destructions()) == 1


def test_destruction_waits_for_a_run(home):
    review = ended(home)
    thread = threading.Thread(
        target=forgetting.forget, args=(home,), kwargs={"today": DUE}
    )
    with locked(run_lock(home, review)):
        thread.start()
        thread.join(0.3)
        assert home.key(review)
    thread.join()
    assert home.entry(review).state == "destroyed"


def test_one_that_fails_holds_up_no_other(home, monkeypatch):
    first, second = sorted((ended(home), ended(home)))
    real = forgetting.destroy_folder

    def fails(folder):
        if folder.name == first:
            raise StateError("x")
        return real(folder)

    monkeypatch.setattr(forgetting, "destroy_folder", fails)
    with pytest.raises(StateError):
        forgetting.forget(home, today=DUE)
    assert [p.review for p in home.system().destructions()] == [second]
    assert forgetting.half_done(home) == (first,)


@pytest.mark.parametrize("left", ["folder", "key"])
def test_what_can_still_be_opened_is_no_destruction(home, monkeypatch, left):
    ended(home)
    if left == "folder":
        monkeypatch.setattr(forgetting, "destroy_folder", lambda folder: 0)
    else:
        monkeypatch.setattr(Keyring, "destroy", lambda self, owner: True)
    with pytest.raises(StateError, match="still"):
        forgetting.forget(home, today=DUE)
    assert home.system().destructions() == ()
