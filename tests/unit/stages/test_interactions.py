import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.events import Realised, Status
from ltnlp.domain.interactions import (
    ClauseInteraction,
    Expectation,
    Interaction,
    InteractionClass,
    InteractionGraph,
    Telling,
    TextToConnect,
)
from ltnlp.domain.mentions import LEADING, Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedPassage
from ltnlp.domain.spans import Span
from ltnlp.stages.interactions import connect
from tests.builders import account, document, event, passage, span, timeline, told


class Reader:
    """A reader that says what it was made to say, and keeps who spoke."""

    def __init__(self, *found: ClauseInteraction) -> None:
        self.found = found
        self.likely: tuple[ClauseInteraction, ...] = ()
        self.speakers: list[str | None] = []
        self.seen: list[Telling] = []

    def expectations(self) -> Mapping[str, Expectation]:
        return {
            "melding_doen": Expectation(
                type="melding_doen", answer=InteractionClass.FEEDBACK, within_days=30
            )
        }

    def read_all(
        self, texts: Sequence[TextToConnect]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        self.speakers += [text.speaker_kind for text in texts]
        return tuple(self.found for _ in texts)

    def sentences(self, text: str, start: int = 0) -> tuple[Span, ...]:
        """Every stretch between bars and full stops."""
        return tuple(
            span(start + m.start(), start + m.end())
            for m in re.finditer(r"[^|.\s][^|.]*[^|.\s]\.?", text[start:])
        )

    def connect_all(
        self, tellings: Sequence[Telling]
    ) -> tuple[tuple[ClauseInteraction, ...], ...]:
        self.seen += tellings
        return tuple(map(self._connected, tellings))

    def _connected(self, telling: Telling) -> tuple[ClauseInteraction, ...]:
        return tuple(
            replace(one, span=telling.span)
            for one in self.likely
            if one.flow in telling.words
        )


def clause(start: int = 0, end: int = 17, **changes: Any) -> ClauseInteraction:
    given: dict[str, Any] = {
        "span": span(start, end),
        "giver": "basisschool",
        "receiver": "veilig_thuis",
        "type": "melding_doen",
        "interaction_class": InteractionClass.REPORT,
        "realised": Realised.YES,
        "score": 0.9,
    }
    return ClauseInteraction(**(given | changes))


def graph(
    reader: Reader,
    *events: Any,
    passages: Sequence[ReleasedPassage] | None = None,
    **changes: Any,
) -> InteractionGraph:
    given: dict[str, Any] = {
        "passages": passages or (passage(),),
        "organisations": (),
        "actors": (),
        "reader": reader,
        "documents": (document(author_kind="wijkteam"),),
    }
    return connect(timeline(*(events or (event(),))), **(given | changes))


def only(result: InteractionGraph) -> Interaction:
    (one,) = (i for i in result.interactions if not i.expected)
    return one


def test_a_clause_becomes_an_interaction_of_its_event() -> None:
    one = only(graph(Reader(clause())))
    assert (one.giver, one.receiver, one.event) == ("basisschool", "veilig_thuis", "e1")
    assert one.date is not None
    assert one.passages == ("p1",)


def test_of_an_event_that_people_rejected_nothing_stands() -> None:
    assert graph(Reader(clause()), event(status=Status.REJECTED)).interactions == ()


def test_what_the_interviewer_says_makes_no_interaction() -> None:
    result = graph(Reader(clause()), passages=(passage(interviewer=True),))
    assert result.interactions == ()


def test_a_clause_outside_every_account_goes_with_the_account_nearest_to_it() -> None:
    near = event(accounts=(account(span=span(0, 8), source=span(0, 8)),))
    one = only(graph(Reader(clause(9, 17)), near))
    assert (one.event, one.source) == ("e1", span(9, 17))


def test_the_same_act_told_twice_in_an_account_is_one() -> None:
    only(graph(Reader(clause(0, 8), clause(9, 17))))


def test_the_events_other_party_fills_what_the_clause_leaves_out() -> None:
    told_event = event(organisations=("veilig_thuis", "huisarts"))
    one = only(graph(Reader(clause(giver=None)), told_event))
    assert one.giver == "huisarts"


def test_the_teller_fills_it_where_the_event_names_no_other() -> None:
    told_event = event(accounts=(account(teller_kind="wijkteam"),))
    one = only(graph(Reader(clause(giver=None)), told_event))
    assert one.giver == "wijkteam"


def test_an_interaction_without_two_parties_is_left_out() -> None:
    assert graph(Reader(clause(giver=None))).interactions == ()


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("wijkteam", "veilig_thuis"), ("huisarts", "veilig_thuis")),
        (("veilig_thuis", "wijkteam"), ("veilig_thuis", "huisarts")),
        (("basisschool", "gezin"), ("basisschool", "gezin")),
        (("basisschool", "veilig_thuis"), ("basisschool", "veilig_thuis")),
    ],
)
def test_a_guessed_teller_gives_way_to_the_events_parties(
    pair: tuple[str, str], expected: tuple[str, str]
) -> None:
    told_event = event(
        organisations=("veilig_thuis", "huisarts"),
        accounts=(account(teller_kind="wijkteam"),),
    )
    reader = Reader(clause(giver=pair[0], receiver=pair[1], score=0.7))
    one = only(graph(reader, told_event))
    assert (one.giver, one.receiver) == expected


def test_work_that_passes_within_a_kind_stands() -> None:
    inside = clause(
        giver="wijkteam",
        receiver="wijkteam",
        interaction_class=InteractionClass.HANDOVER,
    )
    assert only(graph(Reader(inside))).receiver == "wijkteam"


@pytest.mark.parametrize(
    ("organisations", "speaker", "expected"),
    [
        (("voortgezet_onderwijs",), None, "voortgezet_onderwijs"),
        ((), "basisschool", "basisschool"),
        ((), None, "speciaal_onderwijs"),
    ],
    ids=["by the event", "by who speaks", "by what the review speaks of"],
)
def test_which_school_it_is(
    organisations: tuple[str, ...], speaker: str | None, expected: str
) -> None:
    kind = "speciaal_onderwijs"
    mention = OrganisationMention(passage="p0", span=span(0, 3), kind=kind)
    passages = (
        passage("p0", document="d0", speaker_kind=speaker),
        passage(speaker_kind=speaker),
    )
    reader = Reader(clause(giver="school"))
    told_event = event(organisations=organisations)
    result = graph(reader, told_event, passages=passages, organisations=(mention,))
    assert {one.giver for one in result.interactions if not one.expected} == {expected}


def test_school_is_the_school_that_was_named_last() -> None:
    text = "De basisschool belde. De school schreef."
    kinds = ((3, "basisschool"), (25, "school"))
    mentions = [
        OrganisationMention(passage="p1", span=span(at, at + 6), kind=kind)
        for at, kind in kinds
    ]
    reader = Reader()
    graph(reader, passages=(passage(text=text),), organisations=mentions)
    assert [[p.kind for p in seen.parties] for seen in reader.seen] == [
        ["basisschool"],
        ["basisschool"],
    ]


def test_school_stays_school_where_kinds_compete_or_none_is_named() -> None:
    both = tuple(
        OrganisationMention(passage="p9", span=span(n, n + 1), kind=kind)
        for n, kind in enumerate(("basisschool", "voortgezet_onderwijs"))
    )
    assert (
        only(graph(Reader(clause(giver="school")), organisations=both)).giver
        == "school"
    )
    assert only(graph(Reader(clause(giver="school")))).giver == "school"


def test_the_label_of_a_turn_is_no_part_of_what_is_said() -> None:
    text = "Wijkteam: De school belde."
    read: list[TextToConnect] = []

    class Listening(Reader):
        def read_all(
            self, texts: Sequence[TextToConnect]
        ) -> tuple[tuple[ClauseInteraction, ...], ...]:
            read.extend(texts)
            return super().read_all(texts)

    label = OrganisationMention(passage="p1", span=span(0, 8), kind="wijkteam")
    school = OrganisationMention(passage="p1", span=span(13, 19), kind="school")
    graph(
        Listening(),
        passages=(passage(text=text, body_start=10),),
        organisations=(label, school),
    )
    (one,) = read
    assert one.organisations == (school,)
    assert (one.text.strip(), len(one.text)) == ("De school belde.", len(text))


def test_the_speaker_of_a_passage_goes_before_the_author() -> None:
    reader = Reader()
    graph(reader, passages=(passage(speaker_kind="huisarts"),))
    graph(reader)
    graph(reader, documents=())
    assert reader.speakers == ["huisarts", "wijkteam", None]


def row(last: str) -> tuple[ReleasedPassage, OrganisationMention]:
    text = f"1 mei | TLV toegekend | {last}"
    start = text.index(last)
    cells = (span(0, 5), span(8, 21), span(start, len(text)))
    mention = OrganisationMention(
        passage="p1", span=span(start, start + 3), kind="samenwerkingsverband"
    )
    return passage(text=text, kind=SegmentKind.ROW, cells=cells), mention


def test_who_stands_alone_in_the_last_cell_did_it() -> None:
    made, mention = row("SWV")
    reader = Reader(clause(giver="samenwerkingsverband", receiver=None))
    told_event = event(accounts=(account(span=span(0, 24)),))
    result = graph(reader, told_event, passages=(made,), organisations=(mention,))
    assert reader.speakers == ["samenwerkingsverband"]
    assert only(result).receiver == "wijkteam"


@pytest.mark.parametrize("last", ["SWV en ik", "SWV zegt dat het nog heel lang duurt"])
def test_a_last_cell_with_more_in_it_tells_not_who(last: str) -> None:
    made, mention = row(last)
    reader = Reader()
    graph(reader, passages=(made,), organisations=(mention,))
    assert reader.speakers == ["wijkteam"]


@pytest.mark.parametrize(
    ("realised", "expected"),
    [
        (Realised.YES, InteractionClass.CONSULTATION),
        (Realised.ATTEMPT, InteractionClass.CONTACT_ATTEMPT),
    ],
)
def test_an_event_of_a_family_and_one_party_is_contact(
    realised: Realised, expected: InteractionClass
) -> None:
    told_event = event(
        organisations=("gezin", "huisarts"), accounts=(account(realised=realised),)
    )
    one = only(graph(Reader(), told_event))
    assert (one.giver, one.receiver) == ("huisarts", "gezin")
    assert one.interaction_class is expected


def test_an_answer_that_stays_out_is_expected() -> None:
    later = event("e2", date=told("2024-01"), accounts=(account("a2", passage="p2"),))
    first, answer = graph(Reader(clause()), event(), later).interactions
    assert not first.expected
    assert answer.expected
    assert (answer.giver, answer.receiver) == ("veilig_thuis", "basisschool")
    assert answer.realised is Realised.NO


def test_the_order_of_sources_changes_nothing() -> None:
    events = [
        event(f"e{n}", accounts=(account(f"a{n}", passage=f"p{n}"),)) for n in (1, 2, 3)
    ]
    passages = [passage(f"p{n}") for n in (1, 2, 3)]
    one = graph(Reader(clause()), *events, passages=passages)
    other = graph(Reader(clause()), *events, passages=passages[::-1])
    assert one == other


def test_a_date_of_the_account_stands_in_for_one_of_the_event() -> None:
    told_event = event(date=None, accounts=(account(date=told("2023-02")),))
    one = only(graph(Reader(clause()), told_event))
    assert one.date is not None
    assert one.date.edtf == "2023-02"


NOTE = "10-02-21 AB. Slaapt beter."
FILE = DocumentKind.FILE_EXTRACT


def noted(
    *found: ClauseInteraction, text: str = NOTE, **changes: Any
) -> InteractionGraph:
    """Return the graph of one note in the file of an organisation."""
    place = span(0, len(text))
    note = event(accounts=(account(span=place, source=place),))
    given = {"kind": FILE, "author_kind": "wijkteam"} | changes
    return graph(
        Reader(*found),
        note,
        passages=(passage(text=text),),
        documents=(document(**given),),
    )


def test_a_dated_note_under_initials_is_contact_with_the_client() -> None:
    one = only(noted())
    assert (one.giver, one.receiver) == ("wijkteam", "gezin")
    assert one.interaction_class is InteractionClass.CONSULTATION


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": DocumentKind.INTERVIEW},
        {"author_kind": None},
        {"text": "Slaapt beter."},
    ],
    ids=["told afterwards", "of nobody", "no note"],
)
def test_what_is_no_note_of_a_worker_is_no_contact(changes: dict[str, Any]) -> None:
    assert noted(**changes).interactions == ()


def test_a_note_that_says_what_was_done_with_the_client_counts_once() -> None:
    said = clause(0, len(NOTE), giver="wijkteam", receiver="gezin")
    assert only(noted(said)).type == "melding_doen"


def test_a_clause_before_every_account_goes_with_the_first_after_it() -> None:
    later = event(accounts=(account(span=span(9, 17), source=span(9, 17)),))
    one = only(graph(Reader(clause(0, 8)), later))
    assert (one.event, one.source) == ("e1", span(0, 8))


def test_a_sentence_before_every_account_goes_with_the_first_after_it() -> None:
    told = passage(text="Stil was het. Moeder belde.")
    later = event(accounts=(account(span=span(14, 27), source=span(14, 27)),))
    one = only(graph(Reader(clause(0, 13)), later, passages=(told,)))
    assert (one.event, one.source) == ("e1", span(0, 13))


def test_a_clause_of_a_passage_without_account_goes_with_the_one_before() -> None:
    passages = [passage(f"p{n}", ordinal=n) for n in range(1, 5)]
    found = graph(Reader(clause()), event(), passages=passages).interactions
    assert {one.event for one in found} == {"e1"}
    assert {one.passages for one in found if not one.expected} == {("p1",), ("p4",)}


def test_a_clause_before_anything_is_told_is_of_no_event() -> None:
    passages = (passage("p0"), passage("p1", ordinal=1))
    found = graph(Reader(clause()), event(), passages=passages).interactions
    assert {one.passages for one in found if not one.expected} == {("p1",)}


def test_a_quoted_mail_is_told_by_its_sender() -> None:
    header = "> Van: [Huisarts-1]"
    who = Actor(
        passage="p0",
        span=span(7, len(header)),
        entity="x1",
        pseudonym="[Huisarts-1]",
        label=Label.PERSON,
        role="huisarts",
        organisation_kind="huisarts",
    )
    reader = Reader(clause())
    passages = (
        passage("p0", header, kind=SegmentKind.MAIL_HEADER),
        passage("p1", ordinal=1, kind=SegmentKind.QUOTED),
    )
    graph(reader, event(), passages=passages, actors=(who,))
    assert reader.speakers[-1] == "huisarts"


def likely(
    flow: str = "belde", score: float = 0.5, **changes: Any
) -> ClauseInteraction:
    """What is likely of a sentence with the word that `flow` names."""
    return clause(flow=flow, score=score, **changes)


def test_what_is_likely_counts_where_the_grammar_reads_nothing() -> None:
    reader = Reader()
    reader.likely = (likely(),)
    one = only(graph(reader))
    assert (one.score, one.source) == (0.5, span(0, 17))


def test_what_is_likely_is_not_asked_where_the_grammar_reads_it() -> None:
    reader = Reader(clause())
    reader.likely = (likely(receiver="huisarts"),)
    assert only(graph(reader)).receiver == "veilig_thuis"
    assert reader.seen == []


def test_of_one_act_in_two_sentences_the_surer_stays() -> None:
    text = "School belde. Zij schreef ook."
    reader = Reader()
    reader.likely = (likely(score=0.5), likely("schreef", score=0.8))
    whole = event(accounts=(account(span=span(0, 30), source=span(0, 30)),))
    one = only(graph(reader, whole, passages=(passage(text=text),)))
    assert (one.score, one.source) == (0.8, span(14, 30))


def test_two_directions_are_two_acts_and_a_consultation_has_none() -> None:
    text = "School belde. Zij schreef ook."
    back = {"giver": "veilig_thuis", "receiver": "basisschool"}
    both = {"interaction_class": InteractionClass.CONSULTATION}
    for changes, times in (({}, 2), (both, 1)):
        reader = Reader()
        reader.likely = (likely(**changes), likely("schreef", **back, **changes))
        found = graph(reader, event(), passages=(passage(text=text),)).interactions
        assert len([one for one in found if not one.expected]) == times


def test_a_sentence_knows_what_was_asked_and_who_was_named_before_it() -> None:
    question = passage("p0", "En de huisarts?", interviewer=True)
    answer = passage("p1", "Die belde. Daarna stil.", ordinal=1)
    mention = OrganisationMention(passage="p0", span=span(6, 14), kind="huisarts")
    reader = Reader()
    graph(reader, event(), passages=(question, answer), organisations=(mention,))
    first, second = reader.seen
    assert (first.question, first.asked) == ("En de huisarts?", ("huisarts",))
    assert (second.question, second.asked) == ("", ())
    assert (first.recent, second.recent) == ((("huisarts", 1),), (("huisarts", 2),))


def test_who_lead_the_review_are_not_among_who_was_named_before() -> None:
    first = passage("p0", "De reviewbegeleider en de huisarts.")
    leader = OrganisationMention(
        passage="p0", span=span(3, 18), kind="learning_together"
    )
    doctor = OrganisationMention(passage="p0", span=span(26, 34), kind="huisarts")
    reader = Reader()
    passages = (first, passage(ordinal=1))
    graph(reader, event(), passages=passages, organisations=(leader, doctor))
    assert reader.seen[-1].recent == (("huisarts", 1),)


def test_who_lead_the_review_take_no_part() -> None:
    text = "[Reviewbegeleider-1] sprak de huisarts."
    leader = Actor(
        passage="p1",
        span=span(0, 20),
        entity="x1",
        pseudonym="[Reviewbegeleider-1]",
        label=Label.PERSON,
        role="reviewbegeleider",
        organisation_kind=LEADING,
    )
    named = OrganisationMention(passage="p1", span=span(0, 20), kind=LEADING)
    doctor = OrganisationMention(passage="p1", span=span(30, 38), kind="huisarts")
    reader = Reader()
    graph(
        reader,
        passages=(passage(text=text),),
        organisations=(named, doctor),
        actors=(leader,),
    )
    assert [party.kind for party in reader.seen[0].parties] == ["huisarts"]


def test_a_heading_names_who_it_is_about() -> None:
    heading = passage("p0", "Huisarts", kind=SegmentKind.HEADING)
    mention = OrganisationMention(passage="p0", span=span(0, 8), kind="huisarts")
    reader = Reader()
    passages = (heading, passage(ordinal=1))
    graph(reader, event(), passages=passages, organisations=(mention,))
    (only_one,) = reader.seen
    assert only_one.recent == (("huisarts", 1),)


def test_the_date_and_who_was_there_tell_nothing() -> None:
    text = "1 mei | Gesprek op school | juf, moeder"
    cells = (span(0, 5), span(8, 25), span(28, 39))
    made = passage(text=text, kind=SegmentKind.ROW, cells=cells, date_cell=0)
    reader = Reader()
    graph(reader, passages=(made,))
    assert [seen.words for seen in reader.seen] == ["Gesprek op school"]


def test_a_person_without_a_mention_of_an_organisation_takes_part() -> None:
    who = Actor(
        passage="p1",
        span=span(0, 10),
        entity="x1",
        pseudonym="[Moeder-1]",
        label=Label.PERSON,
        role="moeder",
        organisation_kind="gezin",
    )
    reader = Reader()
    graph(reader, actors=(who,))
    assert [party.kind for party in reader.seen[0].parties] == ["gezin"]
    assert reader.seen[0].event_type == "overleg"


def test_what_is_likely_behind_an_account_goes_with_it() -> None:
    text = "School belde. Zij schreef ook."
    reader = Reader()
    reader.likely = (likely("schreef"),)
    first = event(accounts=(account(span=span(0, 13), source=span(0, 13)),))
    one = only(graph(reader, first, passages=(passage(text=text),)))
    assert (one.event, one.source) == ("e1", span(14, 30))
    assert [seen.event_type for seen in reader.seen] == ["overleg", None]


def test_a_sentence_knows_what_other_accounts_of_its_event_say() -> None:
    reader = Reader(clause(score=0.8))
    whole = event(accounts=(account(), account("a2", passage="p2")))
    graph(reader, whole, passages=(passage(), passage("p2", ordinal=1)))
    first, second = reader.seen
    assert first.elsewhere == second.elsewhere == reader.found
    assert first.often == {}


def test_a_sentence_knows_who_turned_to_whom_in_the_whole_review() -> None:
    sure = clause(span=span(30, 33))
    reader = Reader(clause(score=0.5), sure)
    graph(reader, passages=(passage(text="School belde. " + "x" * 16 + " en."),))
    assert reader.seen[0].often == {("basisschool", "veilig_thuis"): 1}


def test_a_school_that_speaks_is_the_school_of_the_case() -> None:
    named = OrganisationMention(passage="p1", span=span(0, 10), kind="basisschool")
    reader = Reader()
    made = passage(speaker_kind="school")
    graph(reader, passages=(made,), organisations=(named,))
    assert reader.seen[0].speaker == "basisschool"


def mother(passage_: str = "p1", *, at: int = 0, number: int = 1) -> Actor:
    return Actor(
        passage=passage_,
        span=span(at, at + 10),
        entity=f"x{number}",
        pseudonym=f"[Moeder-{number}]",
        label=Label.PERSON,
        role="moeder",
        organisation_kind="gezin",
    )


@pytest.mark.parametrize(
    ("text", "actors", "changes", "expected"),
    [
        ("[Moeder-1] belde.", (mother(),), {}, ("[Moeder-1]", "")),
        ("[Moeder-1] belde.", (mother(),), {"receiver": "gezin"}, ("", "")),
        ("[Moeder-1] en [Moeder-2].", (mother(), mother(at=14, number=2)), {}, ("", "")),
        ("Ik belde [Moeder-1].", (mother(at=9),), {"giver": "wijkteam", "receiver": "gezin"},
         ("[Werker-1]", "[Moeder-1]")),
        ("Ik belde school eens.", (), {"giver": "wijkteam"}, ("[Werker-1]", "")),
    ],
    ids=["named", "within one kind", "two of a kind", "who speaks", "nobody named"],
)  # fmt: skip
def test_who_of_a_kind_it_is(
    text: str,
    actors: tuple[Actor, ...],
    changes: dict[str, Any],
    expected: tuple[str, str],
) -> None:
    told = clause(0, len(text), **({"giver": "gezin"} | changes))
    if told.giver == told.receiver:
        told = replace(told, interaction_class=InteractionClass.HANDOVER)
    made = passage(text=text, speaker="[Werker-1]", speaker_kind="wijkteam")
    one = only(graph(Reader(told), passages=(made,), actors=actors))
    assert (one.giver_named, one.receiver_named) == expected


def test_a_speaker_without_a_pseudonym_is_not_named() -> None:
    told = clause(giver="wijkteam")
    made = passage(speaker="werker", speaker_kind="wijkteam")
    assert only(graph(Reader(told), passages=(made,))).giver_named == ""
