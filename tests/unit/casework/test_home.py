"""The home: found through the environment, closed to what it does not know."""

import base64
import datetime as dt
from functools import partial

import pytest

from ltnlp.casework.home import Home
from ltnlp.casework.reviews import Intake, end, new_review
from ltnlp.domain.errors import KeyUnavailableError, StateError, UnknownReviewError
from ltnlp.domain.purposes import Purpose
from ltnlp.domain.reviews import ReviewState
from ltnlp.store.keys import SYSTEM

TODAY = dt.date(2024, 5, 1)


def test_the_home_is_where_the_environment_says(home, tmp_path):
    assert home.root == tmp_path / "home"
    assert home.key_file == tmp_path / "key" / "master.key"


def test_without_a_word_it_lies_in_the_users_folders(monkeypatch, tmp_path):
    for name in ("LTNLP_HOME", "LTNLP_KEY_FILE", "LTNLP_KEY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    home = Home.open()
    assert home.root == tmp_path / "data" / "ltnlp"
    assert home.key_file == tmp_path / "config" / "ltnlp" / "master.key"


def test_a_key_in_the_environment_leaves_no_file(home, monkeypatch, tmp_path):
    monkeypatch.setenv("LTNLP_KEY", base64.b64encode(b"1" * 32).decode())
    other = Home.open(tmp_path / "other")
    new_review(other, Intake(title="x"), today=TODAY)
    assert other.key_file is None
    assert not (tmp_path / "key").exists()


@pytest.mark.parametrize(
    "name", ["absent", "../system", "", "a/b", "é", SYSTEM, "x" * 99]
)
def test_what_the_register_does_not_know_is_unknown(home, name):
    vault = partial(home.vault, purpose=Purpose.READ_SOURCES)
    for ask in (home.entry, home.open_entry, home.key, home.store, vault):
        with pytest.raises(UnknownReviewError) as refused:
            ask(name)
        assert refused.value.message_nl == "Deze review bestaat niet."
        assert not name or name not in str(refused.value)


@pytest.mark.parametrize("name", ["../system", "", "a/b", "."])
def test_no_name_leads_out_of_the_home(home, name):
    with pytest.raises(UnknownReviewError):
        home.folder(name)


def test_a_destroyed_key_is_told_as_that(home):
    review = new_review(home, Intake(title="x"), today=TODAY)
    home.keyring.destroy(review)
    with pytest.raises(KeyUnavailableError):
        home.key(review)


def test_a_closed_review_takes_nothing_more(home):
    review = new_review(home, Intake(title="x"), today=TODAY)
    assert home.open_entry(review).id == review
    end(home, review, state=ReviewState.CLOSED, today=TODAY)
    with pytest.raises(StateError) as refused:
        home.open_entry(review)
    assert "afgesloten" in refused.value.message_nl
