"""Words and the names in them: cut, folded, taken apart, shortened."""

import pytest

from ltnlp.domain.folding import bare, near
from ltnlp.domain.mentions import Shape
from ltnlp.domain.personnames import NameParts, parse
from ltnlp.domain.shortnames import is_head_of, is_short_for
from ltnlp.domain.words import cut, word_keys


@pytest.mark.parametrize(
    ("text", "shown"), [("HŞ", "HS"), ("HS", "HS"), ("Zoë É.", "Zoe E.")]
)
def test_bare_letters_keep_their_capitals(text: str, shown: str) -> None:
    assert bare(text) == shown


def test_the_number_of_words_is_that_of_the_tokens() -> None:
    words = cut("Oma belde.")
    assert len(words) == len(words.keys) == 3


@pytest.mark.parametrize("text", ["Sanne's Tom", "'s-Gravenhage", "Zoë v.d. Berg", ""])
def test_the_keys_of_a_name_are_those_that_cutting_gives(text: str) -> None:
    assert word_keys(text) == tuple(cut(text).keys)


def test_nothing_is_joined_to_a_word_before_the_first() -> None:
    words = cut("Fatma Bos")
    assert not words.joined(0)
    assert words.joined(1)


def test_a_new_line_opens_a_sentence_without_a_full_stop() -> None:
    words = cut("Oma belde\nRob kwam")
    assert words.opens == [True, False, True, False]


def test_a_possessive_s_parts_two_names() -> None:
    words = cut("Sanne's Tom")
    assert words.shown[0] == "Sanne"
    assert not words.joined(len(words) - 1)


@pytest.mark.parametrize(
    ("short", "given", "listed", "means"),
    [
        ("sander", "alexander", True, True),
        ("bramtje", "bram", True, True),
        ("evertje", "ever", True, True),
        ("jan", "janneke", True, False),
        ("jan", "janneke", False, True),
        ("willy", "willemina", False, True),
        ("hilly", "hilda", False, True),
        ("mien", "hermien", True, True),
        ("darek", "dariusz", True, True),
        ("ky", "kylian", False, False),
        ("jan", "jan", False, False),
        ("j", "jan", False, False),
        ("bo", "bob", False, False),
    ],
)
def test_what_is_short_for_a_given_name(
    short: str, given: str, listed: bool, means: bool
) -> None:
    assert is_short_for(short, given, listed=listed) is means


@pytest.mark.parametrize(
    ("short", "given", "head"),
    [
        ("gio", "giovanca", True),
        ("zaki", "zakariye", True),
        ("rowie", "rowena", True),
        ("jan", "janneke", False),
        ("daniel", "daniela", False),
        ("nour", "nourdin", True),
        ("mees", "meesje", False),
        ("al", "albert", False),
        ("roos", "roos", False),
        ("eva", "evan", False),
        ("bo", "boris", False),
        ("zeki", "zakariye", False),
    ],
)
def test_which_given_name_can_be_the_head_of_a_longer_one(
    short: str, given: str, head: bool
) -> None:
    assert is_head_of(short, given) is head


def test_a_double_surname_is_known_by_its_parts() -> None:
    parts = NameParts(surname="vonk-bos")
    assert parts.surnames == ("vonk-bos", "vonk", "bos")
    assert NameParts(surname="bos").surnames == ("bos",)
    assert NameParts(surname="vonk-van der bos").surnames[1:] == ("vonk", "bos")
    assert NameParts(given=("anna",)).surnames == ()


@pytest.mark.parametrize(
    ("shown", "ways"),
    [
        ("A.M. Hoop", "AMH"),
        ("Rob de Haan", "RdH"),
        ("Rob H.", "RH"),
        ("Anne Marie Vos", "AMV"),
        ("Bert-Jan Wolters", "BJ"),
        ("Bert-Jan", "BJ"),
    ],
)
def test_a_name_is_cut_down_to_its_letters(shown: str, ways: str) -> None:
    assert ways in parse(shown).letters()


@pytest.mark.parametrize("shown", ["Rob", "A.M."])
def test_half_a_name_has_no_letters(shown: str) -> None:
    assert parse(shown).letters() == ()


@pytest.mark.parametrize(
    ("shown", "shape", "parts"),
    [
        ("A.M.", None, NameParts(initials="am")),
        ("Bos, Wim", None, NameParts(given=("wim",), surname="bos")),
        ("Vonk-de Bos", Shape.SURNAME, NameParts(surname="vonk-de bos")),
        (
            "Iet Vonk-van der Bos",
            Shape.FULL,
            NameParts(given=("iet",), surname="vonk-van der bos"),
        ),
        ("J. B.", Shape.FULL, NameParts(initials="jb")),
        (
            "P.J. (Sjra) Hendrikse",
            Shape.FULL,
            NameParts(initials="pj", given=("sjra",), surname="hendrikse"),
        ),
        (
            'Xinyi "Cindy" Lin',
            Shape.FULL,
            NameParts(given=("xinyi", "cindy"), surname="lin"),
        ),
        (
            "JC de Boer",
            Shape.FULL,
            NameParts(initials="jc", interfix="de", surname="boer"),
        ),
        ("a visser", Shape.FULL, NameParts(initials="a", surname="visser")),
        ("BO", None, NameParts(given=("bo",))),
        ("NOOR BOS", None, NameParts(given=("noor",), surname="bos")),
        ("J. vdH", None, NameParts(initials="j", last="h")),
        (
            "Jan ' t Hart",
            None,
            NameParts(given=("jan",), interfix="'t", surname="hart"),
        ),
    ],
)
def test_a_name_is_taken_apart(
    shown: str, shape: Shape | None, parts: NameParts
) -> None:
    assert parse(shown, shape) == parts


@pytest.mark.parametrize(
    ("other", "is_near"),
    [("sem", True), ("sam", True), ("sme", True), ("semm", True), ("sammy", False), ("mes", False)],
)  # fmt: skip
def test_one_edit_is_near_and_two_are_not(other: str, is_near: bool) -> None:
    assert near("sem", other) is is_near
    assert near(other, "sem") is is_near
