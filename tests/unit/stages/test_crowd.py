"""Who is looked up by parts of a name are all whom a rule could mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.folding import less_one, near
from ltnlp.domain.personnames import NameParts
from ltnlp.domain.shortnames import heads, is_short_for
from ltnlp.stages.crowd import SHORT_HEAD, Crowd
from ltnlp.stages.misspelt_names import is_typo, near_keys
from ltnlp.stages.name_likeness import Person

WORDS = st.text(alphabet="abeijst", min_size=1, max_size=7)
SIMILAR = ("jansen", "janssen", "janzen", "jnasen", "visser", "fisser", "stam", "stamm")
NAMES = st.builds(
    lambda given, surname: NameParts(given=given, surname=surname),
    st.one_of(st.just(()), st.sampled_from(SIMILAR).map(lambda g: (g,))),
    st.one_of(st.just(""), st.sampled_from(SIMILAR)),
)


@given(WORDS, WORDS)
def test_words_that_are_near_share_what_is_left_of_them(one: str, other: str) -> None:
    if near(one, other):
        assert less_one(one) & less_one(other)


@given(
    WORDS.flatmap(lambda word: st.tuples(st.just(word), st.integers(0, len(word) - 1)))
)
def test_a_letter_less_is_found(told: tuple[str, int]) -> None:
    word, at = told
    assert less_one(word) & less_one(word[:at] + word[at + 1 :])


@given(NAMES, NAMES)
def test_names_that_can_be_a_typo_share_a_key(one: NameParts, other: NameParts) -> None:
    first, second = Person(key="one", names=[one]), Person(key="other", names=[other])
    if is_typo(first, second):
        assert near_keys(one) & near_keys(other)


@given(
    st.one_of(WORDS, st.sampled_from(["jan", "mo", "hans", "bep", "jantje", "annie"])),
    st.one_of(WORDS, st.sampled_from(["johannes", "mohamed", "elisabeth", "anna", "jan"])),
    st.booleans(),
)  # fmt: skip
def test_a_short_form_tells_how_its_name_begins(
    short: str, given_name: str, listed: bool
) -> None:
    if is_short_for(short, given_name, listed=listed):
        assert given_name[:SHORT_HEAD] in heads(short, SHORT_HEAD)


@pytest.fixture
def crowd() -> Crowd:
    crowd = Crowd()
    for key, given_name, surname in (
        ("b", "iris", "vonk"),
        ("a", "ivo", "vonk"),
        ("c", "iris", "kaya"),
    ):
        names = [NameParts(given=(given_name,), surname=surname)]
        crowd.add(Person(key=key, names=names))
    crowd.add(Person(key="f", names=[NameParts(surname="vonk")], family=True))
    return crowd


def test_persons_are_found_in_the_order_in_which_they_came(crowd: Crowd) -> None:
    assert [p.key for p in crowd.with_surname(["vonk"])] == ["b", "a"]
    assert [p.key for p in crowd.with_given(["ivo", "iris"])] == ["b", "a", "c"]
    assert [p.key for p in crowd.with_letter("i")] == ["b", "a", "c"]
    assert [p.key for p in crowd] == ["b", "a", "c", "f"]


def test_who_was_another_one_is_found_no_more(crowd: Crowd) -> None:
    gone = crowd.with_given(["ivo"])[0]
    crowd.drop(gone)
    assert crowd.keyed("a") is None
    assert crowd.with_given(["ivo"]) == []


def test_who_got_a_name_is_found_by_it(crowd: Crowd) -> None:
    person = crowd.with_given(["ivo"])[0]
    person.names.append(NameParts(given=("ivar",)))
    crowd.renamed(person)
    assert crowd.with_given(["ivar"]) == [person]
