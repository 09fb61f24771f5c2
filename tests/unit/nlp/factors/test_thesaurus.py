import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.nlp.factors.codebook import Entry
from ltnlp.nlp.factors.meanings import Meanings
from ltnlp.nlp.factors.stems import NEGATION, words
from ltnlp.nlp.factors.thesaurus import (
    Concept,
    Thesaurus,
    expression,
    field_thesaurus,
    spreading,
)
from ltnlp.nlp.factors.wordforms import WordForms, read_lexicon
from ltnlp.nlp.resources import load_yaml

LEXICON = read_lexicon()
FIELD = field_thesaurus()
NAMES = [one.id for one in FIELD.concepts]


def told(text: str) -> dict[str, float]:
    found = FIELD.concepts_of(FIELD.keys(text))
    return {NAMES[number]: much for number, much in found.items()}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Wéér een nieuwe hulpverlener.", "wisseling"),
        ("De personeelswisselingen volgden elkaar op.", "wisseling"),
        ("Elf verschillende mensen over de vloer, elke week.", "veel_betrokkenen"),
        ("We werden van het kastje naar de muur gestuurd.", "van_kastje_naar_muur"),
        ("Dat lag niet bij ons.", "afschuiven"),
        ("Niemand pakte de telefoon.", "onbereikbaar"),
        ("Hij werd achttien en toen hield het op.", "overgang_18"),
        ("Zo viel ze tussen wal en schip.", "tussen_wal_en_schip"),
        ("De deur bleef dicht.", "afgewezen"),
        ("Ze spraken over ons, niet met ons.", "over_gezin_niet_met"),
        ("Er is niet met [Dochter-1] gesproken.", "kind_niet_gesproken"),
        ("De melding werd nooit opgepakt.", "melding_verdwijnt"),
    ],
)
def test_what_people_say_is_a_concept(text: str, concept: str) -> None:
    assert concept in told(text)


def test_a_text_about_nothing_of_the_field_tells_no_concept() -> None:
    assert told("De rode fiets glom op de brug.") == {}


def test_a_concept_that_is_denied_is_its_opposite() -> None:
    assert "continuiteit" in told("We hadden een vaste begeleider.")
    denied = told("We hadden geen vaste begeleider.")
    assert "continuiteit" not in denied
    assert "wisseling" in denied
    assert "wisseling" in told("Het gebrek aan continuïteit")


@pytest.mark.parametrize(
    ("word", "counts_as"),
    [
        ("wist", {"weten", "WETEN"}),
        ("opgepakt", {"op", "pakken"}),
        ("gezinscoach", {"coach", "WERKER"}),
        ("gebrek", {NEGATION}),
        ("niemand", {NEGATION}),
        ("[moeder-2]", {"OUDER", "FAMILIE"}),
        ("privacyregels", {"privacy*"}),
    ],
)
def test_a_word_counts_as_its_verb_its_class_and_its_parts(
    word: str, counts_as: set[str]
) -> None:
    known = {"pakken", "coach", "privacy*"}
    assert counts_as <= set(WordForms(LEXICON, known).keys(word))


def test_a_compound_of_unknown_parts_stays_whole() -> None:
    assert len(WordForms(LEXICON, set()).keys("kaasschaaf")) == 1


def test_a_last_part_that_is_short_needs_a_first_that_is_known() -> None:
    forms = WordForms(LEXICON, {LEXICON.plain("lijst"), LEXICON.plain("werkdruk")})
    assert forms.keys("kaaslijst") == (LEXICON.plain("kaaslijst"),)
    assert LEXICON.plain("werkdruk") in forms.keys("kaaswerkdruk")
    assert LEXICON.plain("lijst") in forms.keys("werkdruklijst")


@pytest.mark.parametrize("text", ["niet", "KIND", "niet KIND", "van de"])
def test_an_expression_without_a_telling_word_is_none(text: str) -> None:
    assert expression(text, "0", LEXICON) is None


def test_an_expression_says_more_the_more_it_holds() -> None:
    weights = [
        made.weight
        for text in ("wachtlijst", "lange wachtlijst", "drie lange wachtlijsten")
        if (made := expression(text, "0", LEXICON)) is not None
    ]
    assert weights == sorted(set(weights))
    assert len(weights) == 3


def test_the_files_agree_with_each_other() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert len(NAMES) >= 250
    for concept in FIELD.concepts:
        assert set(concept.near) <= set(NAMES), concept.id
        assert concept.denied is None or concept.denied in NAMES
        assert any(expression(say, "0", LEXICON) for say in concept.say), concept.id
    assert set(load_yaml("thesaurus/scenes.yaml")["scenes"]) <= set(NAMES)


def test_neighbours_say_a_share_of_each_other() -> None:
    small = Thesaurus(
        [
            Concept(id="a", near=("b",), denied=None, say=("wachtlijst",)),
            Concept(id="b", near=(), denied=None, say=("plek vrij",)),
        ],
        LEXICON,
    )
    assert spreading(small, 0.25).tolist() == [[1, 0.25], [0.25, 1]]


def test_a_text_is_like_the_entry_that_means_the_same_in_other_words() -> None:
    entries = [
        Entry(id="a", name="Discontinuïteit", definition="Personeelsverloop."),
        Entry(id="b", name="Bureaucratie", definition="Administratieve last."),
    ]
    meanings = Meanings(entries, FIELD, load_yaml("calibration.yaml")["weights"])
    concepts, said = meanings.scores(
        [FIELD.read(text) for text in ("Weer een ander gezicht.", "Weer vinkjes.", "")]
    )
    assert concepts[0].argmax() == 0
    assert concepts[1].argmax() == 1
    assert not concepts[2].any()
    assert not said[2].any()


def test_an_entry_of_no_known_word_is_like_nothing() -> None:
    meanings = Meanings(
        [Entry(id="a", name="de", definition="")],
        FIELD,
        load_yaml("calibration.yaml")["weights"],
    )
    concepts, said = meanings.scores([FIELD.read("Weer een ander gezicht.")])
    assert not concepts.any()
    assert not said.any()


@given(st.text(max_size=60))
def test_likeness_and_concepts_keep_their_bounds(text: str) -> None:
    assert len(FIELD.keys(text)) == len(words(text))
    assert all(0 < much <= 1 for much in told(text).values())
