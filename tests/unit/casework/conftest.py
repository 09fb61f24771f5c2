"""A home of its own for every test, its key apart."""

import pytest

from ltnlp.casework.home import Home


@pytest.fixture
def home(tmp_path, monkeypatch) -> Home:
    monkeypatch.setenv("LTNLP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LTNLP_KEY_FILE", str(tmp_path / "key" / "master.key"))
    monkeypatch.delenv("LTNLP_KEY", raising=False)
    return Home.open()
