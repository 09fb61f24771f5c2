"""Words of labelled statements, counted by the factor that was meant."""

import numpy as np
import pytest

from ltnlp.nlp.factors import factor_classifier
from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.codewords import CodeWords, said, word_counts

ENTRIES = (
    Entry(id="A", name="wachten", definition="Lang wachten op een plek."),
    Entry(id="B", name="regie", definition="Niemand heeft het overzicht."),
)


def test_a_word_of_labelled_statements_points_to_their_code() -> None:
    counts = word_counts(
        [("De fiets stond in de gang.", "B"), ("Weer die fiets.", "B")], least=2
    )
    learned = CodeWords.learned(counts, ENTRIES)
    assert learned.chances("Zijn fiets.").argmax() == 1
    without = CodeWords.learned({}, ENTRIES)
    assert without.chances("Zijn fiets.") == pytest.approx(without.chances("Zo."))


def test_the_codebook_counts_by_its_own_words() -> None:
    learned = CodeWords.learned({}, ENTRIES)
    assert learned.chances("Maanden wachten.").argmax() == 0
    assert learned.chances("Geen overzicht.").argmax() == 1


def test_chances_add_to_one_and_none_is_lower_than_the_floor() -> None:
    learned = CodeWords.learned({"fiets": {"B": 10_000_000}}, ENTRIES)
    assert np.exp(learned.chances("Een plek.")).sum() == pytest.approx(1.0, abs=1e-5)
    assert learned.chances("fiets " * 3).min() >= -12


def test_a_code_that_the_codebook_lost_is_left_out() -> None:
    learned = CodeWords.learned({"fiets": {"Z": 3}}, ENTRIES)
    assert learned.chances("Zijn fiets.") == pytest.approx(learned.chances("Zo."))


def test_figures_and_small_words_say_nothing_and_denials_are_one() -> None:
    assert said("De brief is op 3 mei niet gekomen.") == said("geen brief, mei gekomen")


def test_words_of_one_statement_are_left_out() -> None:
    counts = word_counts(
        [("lange rij", "A"), ("lange dag", "A"), ("lange dag", "B")], least=2
    )
    assert counts["lang"] == {"A": 2, "B": 1}
    assert "rij" not in counts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("In acht maanden had moeder drie verschillende begeleidsters.", "T01"),
        ("De dokter hield zijn mond vanwege zijn geheim.", "V09"),
    ],
    ids=["ever another face", "secrecy"],
)
def test_what_is_meant_ranks_a_factor_that_no_indicator_names(
    text: str, code: str
) -> None:
    made = factor_classifier().classify(text)
    assert code in [one.code for one in made.factors]


def test_the_likeliest_level_is_that_of_the_best_factor() -> None:
    made = factor_classifier().classify(
        "Voor een plek moesten we negen maanden wachten."
    )
    assert made.levels[0].id == made.factors[0].level
    assert 0 < sum(one.score for one in made.levels) <= 1.001
