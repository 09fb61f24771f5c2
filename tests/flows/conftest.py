"""Prefect as the flows meet it: one server in a folder of its own for all tests."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

STARTUP_SECONDS = 180


@pytest.fixture(scope="session")
def prefect_home(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("prefect")


@pytest.fixture(scope="session")
def prefect(prefect_home) -> Iterator[Path]:
    """Enter Prefect's own harness once: to enter it takes 20 seconds."""
    os.environ |= {
        "PREFECT_HOME": str(prefect_home),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(STARTUP_SECONDS),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from prefect.testing.utilities import prefect_test_harness

        # Its database lies in a temporary folder: one that tests can look into.
        usual, tempfile.tempdir = tempfile.tempdir, str(prefect_home)
        with prefect_test_harness(server_startup_timeout=STARTUP_SECONDS):
            tempfile.tempdir = usual
            yield prefect_home
