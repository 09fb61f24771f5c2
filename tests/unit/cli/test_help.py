"""Help pages speak Dutch, in every command."""

import pytest


@pytest.mark.parametrize(
    "command",
    [(), ("run",), ("story",), ("story", "write"), ("annotate", "dates")],
    ids=" ".join,
)
def test_a_help_page_is_in_dutch(ltnlp, command):
    shown = ltnlp(*command, "--help")
    assert shown.status == 0
    assert "Toon deze uitleg." in shown.out
    assert "Keuzes" in shown.out
    for foreign in ("Show this", "Options", "Arguments", "Commands", "[required]"):
        assert foreign not in shown.out
