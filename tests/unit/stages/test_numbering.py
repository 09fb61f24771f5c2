"""Numbers of pseudonyms: none is given twice."""

import pytest

from ltnlp.stages.numbering import Taken


@pytest.mark.parametrize(
    ("taken", "next_one"),
    [
        ((), "[Moeder-1]"),
        (("[Moeder-1]",), "[Moeder-2]"),
        (("[Moeder-2]",), "[Moeder-3]"),
        (("[Oma-1]", "[Oma-2]"), "[Moeder-1]"),
    ],
    ids=["none", "one", "one that a person chose", "of others"],
)
def test_the_next_pseudonym_is_one_never_given_out(
    taken: tuple[str, ...], next_one: str
) -> None:
    assert Taken(taken).free("moeder") == next_one


def test_a_role_of_several_words_is_one_word() -> None:
    assert Taken().free("[betrokken] wijkagent") == "[Betrokken-wijkagent-1]"
    assert Taken().free("jeugd- en gezinswerker") == "[Jeugd-en-gezinswerker-1]"
