"""Which words of a word list become names, and which stay out."""

import pytest

from benchmarks.names.proper import proper
from ltnlp.nlp.names.lexicon import lexicon

LINES = (
    "Zorvink", "Quillemien", "Quillemiens", "Zorvinkstraat", "Kwelland", "Kwellander",
    "Kwellandse", "Kwelburg", "Kwelburger", "Zorvinkkring", "MMXIV", "Jansen", "tafel",
    "Tafel", "ANWB",
)  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return proper(LINES, ["Krobbendijk", "Amsterdam", "Tafel"], lexicon())


def test_a_name_with_a_genitive_is_a_given_name(found):
    assert found.given == ("Quillemien",)


def test_streets_peoples_compounds_numbers_and_what_we_have_stay_out(found):
    assert found.surnames == ("Zorvink",)


def test_towns_are_new_and_no_words(found):
    assert found.towns == ("Krobbendijk",)
