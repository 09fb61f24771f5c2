"""On which day the words of a mail were sent, and for whom its sender works."""

import pytest

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.stages.mails import Correspondents, correspondents, mails_in, sent_on
from tests.unit.stages.naming import document
from tests.unit.stages.story import date


def passage(
    id_: str,
    kind: SegmentKind = SegmentKind.PARAGRAPH,
    source: str = "mail",
    text: str = "Datum: dan. Morgen bellen wij.",
) -> ReleasedPassage:
    return ReleasedPassage(
        id=id_,
        document=source,
        ordinal=int(id_),
        text=text,
        offsets=OffsetMap(pieces=()),
        name_check=lambda _: False,
        kind=kind,
    )


def said(edtf: str, where: str) -> ReleasedDate:
    return ReleasedDate(passage=where, span=Span(start=7, end=10), value=date(edtf))


def sent(passages: list[ReleasedPassage], **headers: str) -> dict[str, UncertainDate]:
    return sent_on(
        passages,
        dates={k[1:]: (said(edtf, k[1:]),) for k, edtf in headers.items()},
        documents={
            "mail": document("mail", DocumentKind.EMAIL),
            "file": document("file", DocumentKind.FILE_EXTRACT),
        },
    )


HEADER = SegmentKind.MAIL_HEADER


def test_words_are_of_the_day_of_the_last_header_above_them() -> None:
    found = sent(
        [passage("0"), passage("1", HEADER), passage("2"), passage("3", HEADER), passage("4")],
        p1="2021-03-04",
        p3="2021-03-09",
    )  # fmt: skip
    assert {k: v.edtf for k, v in found.items()} == {
        "2": "2021-03-04",
        "4": "2021-03-09",
    }


def test_a_header_that_gives_a_month_or_nothing_is_no_day_of_sending() -> None:
    passages = [passage("0", HEADER), passage("1", HEADER), passage("2")]
    assert sent(passages, p0="2021-03") == {}


def test_only_mails_are_sent() -> None:
    passages = [passage("0", HEADER, "file"), passage("1", source="file")]
    assert sent(passages, p0="2021-03-04") == {}
    assert sent([passage("0", HEADER, "gone")], p0="2021-03-04") == {}


def test_a_quoted_mail_has_a_day_of_its_own() -> None:
    passages = [
        passage("0", HEADER),
        passage("1", HEADER, text="> Datum: dan."),
        passage("2", SegmentKind.QUOTED, text="> Ik bel."),
        passage("3"),
    ]
    found = sent(passages, p0="2021-03-09", p1="2021-03-04")
    assert {k: v.edtf for k, v in found.items()} == {
        "2": "2021-03-04",
        "3": "2021-03-09",
    }


QUOTED = SegmentKind.QUOTED
BODY = SegmentKind.PARAGRAPH


@pytest.mark.parametrize(
    ("lines", "mails"),
    [
        (
            [("Datum: dan", HEADER), ("Van: Els", HEADER), ("Dag.", BODY)],
            [1, 1, 1],
        ),
        (
            [("Van: Els", HEADER), ("Dag.", BODY), ("Van: Jan", HEADER)],
            [1, 1, 2],
        ),
        ([("Van: Els", HEADER), ("Van: Jan", HEADER)], [1, 2]),
        (
            [("Van: Els", HEADER), ("> Jan: Ja.", QUOTED), ("Goed.", BODY)],
            [1, 2, 1],
        ),
        (
            [
                ("> Van: Els", QUOTED),
                ("> Dag.", QUOTED),
                (">> Jan, 3 mei: Ja.", QUOTED),
            ],
            [1, 1, 2],
        ),
        (
            [("> Els van Dam schreef:", QUOTED), ("> Jan (VT): Ja.", QUOTED)],
            [1, 2],
        ),
        (
            [("> Gebeld met de dokter: hij komt.", QUOTED), ("Dag.", BODY)],
            [None, None],
        ),
        (
            [("Van: Els", HEADER), ("Jan: dag", SegmentKind.TURN), ("Dag.", BODY)],
            [1, None, None],
        ),
        (
            [
                ("Van: Els", HEADER),
                ("> Jan: Ja.", QUOTED),
                ("Van: Els", HEADER),
                ("> Nee.", QUOTED),
            ],
            [1, 2, 3, None],
        ),
    ],
    ids=[
        "the sender below the day",
        "one after another",
        "two senders",
        "an answer",
        "an answer to an answer",
        "wrote",
        "words with a colon",
        "a chat",
        "a new mail ends what was quoted",
    ],
)
def test_of_which_mail_a_passage_is(
    lines: list[tuple[str, SegmentKind]], mails: list[int | None]
) -> None:
    assert list(mails_in(lines)) == mails


def kinds(
    *lines: tuple[str, SegmentKind], work: str | None = "politie", source: str = "mail"
) -> list[str | None]:
    """Return for whom the sender of each line works; "[Piet]" works for `work`."""
    found = between(*lines, work=work, source=source).senders
    return [found.get(str(n)) for n, _ in enumerate(lines)]


def between(
    *lines: tuple[str, SegmentKind], work: str | None = "politie", source: str = "mail"
) -> Correspondents:
    """Return between whom the mails of these lines went."""
    passages = [
        passage(str(n), kind, source, text) for n, (text, kind) in enumerate(lines)
    ]
    actors = [
        Actor(
            passage=p.id,
            span=Span(start=p.text.index("[Piet]"), end=p.text.index("[Piet]") + 6),
            entity="p1",
            pseudonym="[Piet]",
            label=Label.PERSON,
            role="wijkagent",
            organisation_kind=work,
        )
        for p in passages
        if "[Piet]" in p.text
    ]
    teams = [
        OrganisationMention(
            passage=p.id,
            span=Span(start=p.text.index("team"), end=p.text.index("team") + 4),
            kind="wijkteam",
            role=None,
        )
        for p in passages
        if "team" in p.text
    ]
    return correspondents(
        passages,
        actors=actors,
        organisations=teams,
        documents=[
            document("mail", DocumentKind.EMAIL),
            document("file", DocumentKind.FILE_EXTRACT),
        ],
    )


def test_a_mail_goes_to_whom_its_header_names_and_not_to_those_of_a_copy() -> None:
    found = between(
        ("Van: team\nAan: [Piet]", HEADER),
        ("CC: team", HEADER),
        ("Ik bel [Piet] en het team.", BODY),
        ("> Van: [Piet]", QUOTED),
        ("> Aan: team", QUOTED),
        ("> Bel je?", QUOTED),
    ).addressees
    assert found == {"2": ("politie",), "5": ("wijkteam",)}


def test_whom_nobody_knows_the_work_of_is_no_addressee() -> None:
    lines = (("Van: team\nAan: [Piet]", HEADER), ("Ik bel.", BODY))
    assert between(*lines, work=None).addressees == {}
    assert between(("Ik bel.", BODY), source="file").addressees == {}


def test_a_mail_is_told_by_who_sent_it_and_a_quoted_one_by_its_own_sender() -> None:
    assert kinds(
        ("Van: [Piet] (team)", HEADER),
        ("Aan: team", HEADER),
        ("Ik bel.", BODY),
        ("> Van: team, maandag", QUOTED),
        ("> Bel je?", QUOTED),
        ("Doe ik.", BODY),
    ) == [None, None, "politie", None, "wijkteam", "politie"]


def test_a_sender_whose_work_nobody_tells_leaves_it_open() -> None:
    lines = (("Van: [Piet]\nAan: team", HEADER), ("Ik bel.", BODY))
    assert kinds(*lines, work=None) == [None, None]
    assert kinds(("Ik bel.", BODY)) == [None]


def test_the_day_of_an_answer_stands_before_its_words() -> None:
    passages = [
        passage("0", HEADER),
        passage("1", QUOTED, text="> Jan, dan: Ik kom dan."),
    ]
    first = said("2021-03-04", "1")
    later = ReleasedDate(
        passage="1", span=Span(start=19, end=22), value=date("2021-04-01")
    )
    found = sent_on(
        passages,
        dates={"0": (said("2021-03-01", "0"),), "1": (first, later)},
        documents={"mail": document("mail", DocumentKind.EMAIL)},
    )
    assert found["1"].edtf == "2021-03-04"


def test_a_lawyer_and_a_named_organisation_are_no_colleagues() -> None:
    lines = (("Van: mr. [Piet]", HEADER), ("Ik bel.", BODY))
    assert kinds(*lines, work=None) == [None, ""]


def test_a_file_has_no_sender() -> None:
    lines = (("Van: [Piet]", HEADER), ("Ik bel.", BODY))
    assert kinds(*lines, source="file") == [None, None]
