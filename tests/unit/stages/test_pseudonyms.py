"""The door: no name passes, offsets hold, and what is said stays Dutch."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ltnlp.domain.dates import DateMention, DateType, UncertainDate
from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.errors import PrivacyError
from ltnlp.domain.mentions import Label, Mention
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Entity, Registry, ReleasedPassage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.stages.leaks import Leak, NameGuard
from ltnlp.stages.pseudonyms import HIDDEN, release, released_dates
from tests.unit.stages.naming import Review, document, passages_of, run


def let_through(review: Review) -> tuple[list, list]:
    passages, actors = release(
        review.passages,
        review.mentions,
        review.registry,
        review.documents,
        NameGuard(review.registry),
    )
    return list(passages), list(actors)


@pytest.mark.parametrize(
    ("sentence", "released"),
    [
        ("Sanne's moeder belde.", "[Persoon-1]'s moeder belde."),
        ("Marks zus kwam.", "[Persoon-1]s zus kwam."),
        ("Mw. Bos en juf Annelies.", "Mw. [Persoon-1] en juf [Leerkracht-1]."),
        ("Kees' fiets is stuk.", "[Persoon-1]'s fiets is stuk."),
        ("Oma Truus’ huis is 's avonds dicht.", "Oma [Oma-1]'s huis is 's avonds dicht."),
        ("Ze zei 'oma Truus' daar.", "Ze zei 'oma [Oma-1]' daar."),
        ("Ze woont in Zwolle.", "Ze woont in [Plaats-1]."),
        ("Hij is vijftien.", "Hij is [Tienerleeftijd-1]."),
        ("Bel 06-12345678 of mail a.b@c.example.",
         "Bel [Telefoonnummer-1] of mail [E-mailadres-1]."),
        ("Het wijkteam belde Veilig Thuis.", "Het wijkteam belde Veilig Thuis."),
    ],
)  # fmt: skip
def test_released_words_still_read_as_dutch(sentence: str, released: str) -> None:
    assert run({"d1": [sentence]}).released() == [released]


def test_actor_stands_where_the_name_stood() -> None:
    review = run({"d1": ["Toen kwam juf Annelies binnen."]})
    (passage,), (actor,) = let_through(review)
    assert actor.span.of(passage.text) == "[Leerkracht-1]"
    assert (actor.role, actor.organisation_kind) == ("leerkracht", "basisschool")
    assert (
        passage.offsets.to_origin(actor.span).of(review.passages[0].text) == "Annelies"
    )


def test_cells_and_body_move_with_the_text() -> None:
    text = "mei | Priscilla belde | Jayden"
    spans = (Span(start=0, end=3), Span(start=6, end=21), Span(start=24, end=30))
    row = Passage(
        id="d1.0",
        document="d1",
        ordinal=0,
        span=Span(start=10, end=10 + len(text)),
        text=text,
        offsets=OffsetMap.identity(start=10, length=len(text)),
        cells=spans,
        body_start=6,
    )
    review = run({"d1": ["Priscilla belde.", "Jayden kwam."]})
    entity = review.registry.entities
    mentions = [
        Mention(passage="d1.0", span=Span(start=6, end=15), label=Label.PERSON, entity=entity[0].id, found_by=("t",)),
        Mention(passage="d1.0", span=Span(start=24, end=30), label=Label.PERSON, entity=entity[1].id, found_by=("t",)),
    ]  # fmt: skip
    (passage,), _ = release(
        [row], mentions, review.registry, review.documents, NameGuard(review.registry)
    )
    assert [c.of(passage.text) for c in passage.cells] == [
        "mei",
        "[Persoon-1] belde",
        "[Persoon-2]",
    ]
    assert passage.text[passage.body_start :].startswith("[Persoon-1] belde")
    assert passage.offsets.to_origin(passage.cells[1]) == Span(start=16, end=31)


def test_body_behind_the_text_stays_behind_it() -> None:
    (label,) = passages_of("d1", "Oma")
    empty = Passage(
        id="d1.0", document="d1", ordinal=0, span=label.span, text="Oma",
        offsets=label.offsets, body_start=3,
    )  # fmt: skip
    (passage,), _ = release(
        [empty], [], Registry(), [document("d1")], NameGuard(Registry())
    )
    assert passage.body_start == 3


def test_what_mentions_missed_and_the_guard_sees_is_covered_too() -> None:
    review = run({"d1": ["Priscilla belde Quintelier."]})
    kept = [m for m in review.mentions if m.span.start == 0]
    passages, actors = release(
        review.passages,
        kept,
        review.registry,
        review.documents,
        NameGuard(review.registry),
    )
    assert passages[0].text == "[Persoon-1] belde [Persoon-2]."
    assert len(actors) == 2


def test_function_that_is_flagged_stays_readable() -> None:
    (passage,) = passages_of("d1", "De enige kinderarts belde.")
    flag = Mention(
        passage="d1.0",
        span=Span(start=3, end=19),
        label=Label.ROLE,
        entity="r1",
        found_by=("t",),
        needs_review=True,
    )
    (released,), actors = release(
        [passage], [flag], Registry(), [document("d1")], NameGuard(Registry())
    )
    assert (released.text, actors) == (passage.text, ())


def test_unregistered_number_is_hidden() -> None:
    (passage,) = passages_of("d1", "Nummer 111222333 dus.")
    (released,), actors = release(
        [passage], [], Registry(), [document("d1")], NameGuard(Registry())
    )
    assert (released.text, actors) == (f"Nummer {HIDDEN} dus.", ())


def test_cover_grows_over_what_the_guard_sees_half_covered() -> None:
    review = run({"d1": ["Priscilla Quintelier belde."]})
    (whole,) = review.mentions
    half = Mention(
        passage=whole.passage, span=Span(start=0, end=12), label=Label.PERSON,
        entity=whole.entity, found_by=("t",),
    )  # fmt: skip
    entity = review.registry.by_id()[whole.entity]
    registry = Registry(
        entities=(
            Entity(id=entity.id, label=Label.PERSON, pseudonym="[Persoon-1]", role="persoon",
                   variants=("Priscilla Quintelier", "telier")),
        )
    )  # fmt: skip
    text = "Priscilla Quin-telier belde."
    (passage,) = passages_of("d1", text)
    (released,), _ = release(
        [passage], [half], registry, review.documents, NameGuard(registry)
    )
    assert "Pris" not in released.text


def test_failing_passage_stops_everything() -> None:
    (passage,) = passages_of("d1", "Priscilla belde.")
    mention = Mention(
        passage="d1.0",
        span=Span(start=0, end=9),
        label=Label.PERSON,
        entity="p9",
        found_by=(),
    )
    with pytest.raises(PrivacyError) as caught:
        release(
            [passage], [mention], Registry(), [document("d1")], NameGuard(Registry())
        )
    assert "Priscilla" not in str(caught.value)
    assert "d1.0" in str(caught.value)


class Stubborn(NameGuard):
    """Sees a name whatever is done."""

    def __call__(self, text: str) -> bool:
        return True


def test_text_that_the_guard_refuses_is_not_released() -> None:
    (passage,) = passages_of("d1", "Niets bijzonders.")
    with pytest.raises(PrivacyError):
        release([passage], [], Registry(), [document("d1")], Stubborn(Registry()))


# --- speakers -----------------------------------------------------------------------


def test_speaker_gets_the_pseudonym_and_who_asks_is_known() -> None:
    review = run(
        {
            "d1": [
                "Hetty: Hoe ging het?",
                "Moeder: Slecht.",
                "Hetty: En toen?",
                "Moeder: Niets.",
            ]
        },
        documents=[document("d1", author_role="moeder", author_kind="gezin")],
    )
    passages, _ = let_through(review)
    asks, tells = passages[0], passages[1]
    assert (asks.speaker, asks.interviewer) == (review.one("Hetty"), True)
    assert (tells.speaker, tells.speaker_kind, tells.interviewer) == (
        "moeder",
        "gezin",
        False,
    )


def test_role_label_is_the_one_person_with_that_role() -> None:
    review = run({"d1": ["De moeder, Priscilla, kwam.", "Moeder: Ja."]})
    passages, _ = let_through(review)
    assert passages[1].speaker == "[Moeder-1]"


def test_named_speaker_has_the_kind_of_the_author() -> None:
    review = run(
        {"d1": ["Hetty: Waarom?", "Wouter: Daarom.", "Hetty: Echt?", "Wouter: Ja."]},
        documents=[
            document("d1", author_role="leerplichtambtenaar", author_kind="leerplicht")
        ],
    )
    passages, _ = let_through(review)
    assert (passages[1].speaker_kind, passages[0].speaker_kind) == ("leerplicht", None)


def test_several_tell_and_only_the_author_has_the_kind() -> None:
    review = run(
        {"d1": ["Wouter: Daarom.", "Oma: Nee.", "Priscilla: Ja."]},
        documents=[document("d1", author_role="moeder", author_kind="gezin")],
    )
    passages, _ = let_through(review)
    assert [p.speaker_kind for p in passages] == [None, None, None]


@pytest.mark.parametrize(
    ("kind", "role", "speaker"),
    [
        (DocumentKind.FILE_EXTRACT, "jeugdbeschermer", "jeugdbeschermer"),
        (DocumentKind.FILE_EXTRACT, None, None),
        (DocumentKind.INTERVIEW, "jeugdbeschermer", None),
        (DocumentKind.FILE_EXTRACT, "neef van Priscilla", "auteur"),
    ],
)
def test_author_speaks_in_a_file_without_speakers(
    kind: DocumentKind, role: str | None, speaker: str | None
) -> None:
    review = run(
        {"d1": ["Priscilla gebeld."]}, documents=[document("d1", kind, role, "gezin")]
    )
    passages, _ = let_through(review)
    assert passages[0].speaker == speaker


def test_author_with_a_pseudonym_speaks_under_it() -> None:
    review = run(
        {"d1": ["Jos Verkade (mentor) schreef dit."]},
        documents=[
            document("d1", DocumentKind.INDIVIDUAL_TIMELINE, "mentor", "school")
        ],
    )
    passages, _ = let_through(review)
    assert (passages[0].speaker, passages[0].speaker_kind) == ("[Mentor-1]", "school")


def test_label_that_holds_a_name_is_not_shown() -> None:
    review = run({"d1": ["Priscilla kwam.", "De priscilla: Ja."]})
    passages, _ = let_through(review)
    assert "riscilla" not in (passages[1].speaker or "")


def test_passage_of_an_unknown_document_has_no_speaker() -> None:
    (passage,) = passages_of("d9", "Niets.")
    (released,), _ = release([passage], [], Registry(), [], NameGuard(Registry()))
    assert released.speaker is None


# --- dates ----------------------------------------------------------------------------


def dated(passage: str, text: str, shown: str) -> DateMention:
    start = text.index(shown)
    value = UncertainDate(text=shown, type=DateType.RELATIVE, edtf=None)
    return DateMention(
        passage=passage, span=Span(start=start, end=start + len(shown)), value=value
    )


def test_words_of_a_date_are_pseudonymised() -> None:
    text = "Het was op de verjaardag van Priscilla, in mei."
    review = run({"d1": [text]})
    passages, _ = let_through(review)
    moved = released_dates(
        [
            dated("d1.0", text, "de verjaardag van Priscilla"),
            dated("d1.0", text, "in mei"),
        ],
        review.passages,
        passages,
    )
    assert [d.value.text for d in moved] == ["de verjaardag van [Persoon-1]", "in mei"]
    assert [d.span.of(passages[0].text) for d in moved] == [d.value.text for d in moved]


def test_date_of_birth_loses_its_value_and_an_age_keeps_it() -> None:
    text = "Geb. 03-11-2007. Toen hij vijftien was ging het mis."
    review = run({"d1": [text]})
    passages, _ = let_through(review)
    moved = released_dates(
        [
            dated("d1.0", text, "03-11-2007"),
            dated("d1.0", text, "Toen hij vijftien was"),
        ],
        review.passages,
        passages,
    )
    born, aged = moved
    assert born.value.text == "[Geboortedatum-1]"
    assert (born.value.edtf, born.value.earliest, born.value.latest) == (None,) * 3
    assert aged.value.text == "Toen hij [Tienerleeftijd-1] was"


def test_date_of_a_passage_that_is_not_there_is_left_out() -> None:
    assert released_dates([dated("d9.0", "in mei", "in mei")], [], []) == ()


# --- laws ---------------------------------------------------------------------------

NAMES = [
    "Priscilla",
    "Jeroen de Vries",
    "Fatma Yıldız",
    "mw. Bos",
    "Roos de Haan",
    "S. Habte",
    "Zwolle",
]
FRAMES = ["{} belde.", "Toen zei {} niets.", "Volgens {} ging het goed.", "Ik sprak {} en {}.", "{} (mentor) kwam."]  # fmt: skip
turns = st.lists(
    st.builds(
        lambda frame, one, other: frame.format(one, other),
        st.sampled_from(FRAMES),
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(turns)
def test_no_registered_name_passes_the_door(sentences: list[str]) -> None:
    review = run({"d1": sentences})
    guard = NameGuard(review.registry)
    for text in review.released():
        assert not guard(text)
        assert not any(n.split()[-1] in text for n in NAMES)


@settings(max_examples=40, deadline=None)
@given(turns)
def test_offsets_hold_for_every_kept_character(sentences: list[str]) -> None:
    review = run({"d1": sentences})
    source = "\n".join(sentences)
    for passage in let_through(review)[0]:
        for piece in passage.offsets.pieces:
            if piece.verbatim:
                assert piece.text.of(passage.text) == piece.origin.of(source)


@settings(max_examples=20, deadline=None)
@given(turns)
def test_releasing_what_was_released_changes_nothing(sentences: list[str]) -> None:
    once = run({"d1": sentences}).released()
    assert run({"d1": once}).released() == once


class SeesPast(NameGuard):
    """Sees a name that begins inside a pseudonym and ends behind it."""

    def find(self, text: str) -> tuple[Leak, ...]:
        start = text.find("] Quintelier")
        if start < 0:
            return ()
        span = Span(start=start, end=start + len("] Quintelier"))
        return (Leak(span=span, entity=None, reason="test"),)


def test_a_leak_that_meets_a_pseudonym_goes_under_it() -> None:
    (passage,) = passages_of("d1", "Priscilla Quintelier belde.")
    entity = Entity(
        id="p1", label=Label.PERSON, pseudonym="[Persoon-1]", role="persoon"
    )
    half = Mention(
        passage="d1.0",
        span=Span(start=0, end=9),
        label=Label.PERSON,
        entity="p1",
        found_by=("t",),
    )
    registry = Registry(entities=(entity,))
    (released,), (actor,) = release(
        [passage], [half], registry, [document("d1")], SeesPast(registry)
    )
    assert released.text == "[Persoon-1] belde."
    assert actor.span.of(released.text) == "[Persoon-1]"


class NeverContent(NameGuard):
    """Sees a leak in whatever is left."""

    def find(self, text: str) -> tuple[Leak, ...]:
        return (Leak(span=Span(start=0, end=1), entity=None, reason="test"),)

    def __call__(self, text: str) -> bool:
        return True


def test_a_text_that_covering_does_not_free_is_not_released() -> None:
    (passage,) = passages_of("d1", "Niets bijzonders.")
    with pytest.raises(PrivacyError):
        release([passage], [], Registry(), [document("d1")], NeverContent(Registry()))


def test_a_row_that_loses_a_cell_is_not_released() -> None:
    (passage,) = passages_of("d1", "mei")
    broken = replace(passage, cells=(Span(start=5, end=9),))
    with pytest.raises(PrivacyError, match=r"d1\.0"):
        release([broken], [], Registry(), [document("d1")], NameGuard(Registry()))


def test_a_date_that_stands_in_no_released_words_is_left_out() -> None:
    review = run({"d1": ["In mei belde oma."]})
    (behind,), _ = let_through(review)
    elsewhere = ReleasedPassage(
        id=behind.id,
        document=behind.document,
        ordinal=0,
        text="oma.",
        offsets=OffsetMap.identity(start=13, length=4),
        name_check=NameGuard(review.registry),
    )
    mention = dated("d1.0", review.passages[0].text, "mei")
    assert released_dates([mention], review.passages, [elsewhere]) == ()
