"""What a text must hold before a form is looked for leaves no match out."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.domain.mentions import Candidate
from ltnlp.nlp.names import (
    ages,
    answers,
    birthdays,
    births,
    codes,
    elders,
    homes,
    numbered,
    patterns,
    plates,
    streets,
)
from ltnlp.nlp.names.detector import open_pages
from ltnlp.nlp.names.page import Page
from tests.unit.nlp.names.building import cases, marked, passage

_WORDS = (
    "jongen", "Kind", "van", "een jaar of", "vijftien", "drie", "8", "anderhalf", "toen",
    "hij", "Tess", "was", "is", "wordt", "werd", "jaar", "jr", "maanden", "en", "of", ",",
    "(", ")", ".", "!", "oud", "bijna", "pas", "worden", "die", "jongste", "leeftijd:",
    "voor haar", "achtste", "verjaardag", "zesjarige", "12-jarige", "pp", "cliënt", "ik ben",
    "je", "geworden", "geboren", "op", "3 mei 2014", "03-05-2014", "geb.", "bevallen", "*",
    "moeder:", "BSN", "111222333", "06-12345678", "NL91ABNA0417164300", "AB-12-CD", "2511 XK",
    "zaaknummer", "KJ-22-00817", "C/16/512345 / JE RK 20-1234", "dossier", "2019-1234",
    "insta is", "storm_20", "k@x.example", "www.x.nl", "melding 12/3456", "id", "1.2.3.4",
)  # fmt: skip
_texts = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=9).map(" ".join)
_sentences = [marked(s)[0] for s in cases("sentences")["sentences"]]


def _all_ages(text: str) -> list[Candidate]:
    stretches = ages.around_counts(text.lower())
    several = list(ages.several("p", text)) if stretches else []
    return several + [
        found
        for one in ages.AGES
        for begin, behind in stretches
        for found in ages.matched("p", one.form, text, begin, behind)
    ]


def _looked_for(text: str) -> set[str]:
    return {
        pattern.id
        for pattern in patterns.PATTERNS
        if any(pattern.check(match) for match in pattern.form.finditer(text))
    }


@given(_texts)
def test_every_age_is_found_whatever_is_looked_for_first(text: str) -> None:
    assert list(ages.find("p", text, text.lower())) == _all_ages(text)


@given(_texts)
def test_every_pattern_is_looked_for_where_it_matches(text: str) -> None:
    assert {p.id for p in patterns.to_look_for(text)} >= _looked_for(text)


@given(_texts)
def test_every_date_of_birth_is_looked_for_where_it_matches(text: str) -> None:
    spans = {(c.span.start, c.span.end) for c in births.dates("p", text)}
    assert spans >= {
        (c.span.start, c.span.end)
        for one in births.FORMS
        for c in births.matched("p", one, text)
    }


@pytest.mark.parametrize("text", _sentences)
def test_sentences_of_the_cases_lose_nothing(text: str) -> None:
    assert list(ages.find("p", text, text.lower())) == _all_ages(text)
    assert {p.id for p in patterns.to_look_for(text)} >= _looked_for(text)


def test_parts_of_words_that_a_text_must_hold_leave_no_match_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = [*_sentences, *(text.lower() for text in _sentences), *_TOLD_BY_NUMBERS]
    pages = open_pages([passage(t, f"p{n}") for n, t in enumerate(texts)])
    gated = _all_forms(pages)
    monkeypatch.setattr(Page, "holds", lambda page, parts: True)
    assert gated == _all_forms(pages)


_TOLD_BY_NUMBERS = (
    "toen kwam de baby op 3 mei",
    "op zes juni is hij jarig", "geboren op 3 mei", "op de vierde mei bevallen ze",
    "en welke leeftijd heeft hij?", "wanneer was de bevalling", "wijk 3 nummer 46", "nr 86: stil",
    "ze woont op 211", "de buren van 45", "korte dwars 9", "kenteken h j dertien k l",
    "die auto, 12-bcd-3", "melding 2021123456", "zij was eenentachtig", "wie is op 3 juni dertien",
    "adres: Ooipoort 12", "bewoners Zandkuil 9", "Laan van de Arend 4", "hij is van 4 maart 2011",
)  # fmt: skip


def _all_forms(pages: Sequence[Page]) -> list[Candidate]:
    by_page = (codes, elders, numbered, plates, streets)
    found = [c for module in by_page for page in pages for c in module.find(page)]
    return [
        *found,
        *answers.find(pages),
        *birthdays.find(pages),
        *homes.find(pages, found),
    ]
