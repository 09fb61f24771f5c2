"""Which organisation somebody works for, by what stands beside the name."""

from collections.abc import Sequence
from typing import Any

import pytest

from ltnlp.domain.documents import DocumentKind, SegmentKind
from ltnlp.domain.mentions import Label, OrganisationMention
from ltnlp.domain.pseudonyms import Actor
from ltnlp.stages.person_kinds import kinds_of_entities
from tests.builders import document, passage, span

NAME = "[Persoon-5]"
FILE = DocumentKind.FILE_EXTRACT
MAIL = DocumentKind.EMAIL
NAMES = {
    "kredietbank": "schuldhulpverlening",
    "VT": "veilig_thuis",
    "leerplicht": "leerplicht",
    "moeder": "gezin",
    "mentor": "voortgezet_onderwijs",
    "dokter": "huisarts",
    "kinderarts": "ziekenhuis",
}


def kind(
    *texts: str,
    role: str = "persoon",
    own: str | None = None,
    name: str = NAME,
    segment: SegmentKind = SegmentKind.PARAGRAPH,
    source: DocumentKind = DocumentKind.INTERVIEW,
    speaker: str | None = "wijkteam",
    label: Label = Label.PERSON,
    **changes: Any,
) -> str | None:
    """Return the kind of `name` in passages with these texts."""
    passages, actors, mentions = [], [], []
    for n, text in enumerate(texts):
        made = passage(
            f"p{n}", text, ordinal=n, kind=segment, speaker_kind=speaker, **changes
        )
        passages.append(made)
        mentions += _mentions(text, f"p{n}")
        if name in text:
            at = text.index(name)
            actors.append(
                Actor(
                    passage=f"p{n}",
                    span=span(at, at + len(name)),
                    entity="x1",
                    pseudonym=name,
                    label=label,
                    role=role,
                    organisation_kind=own,
                )
            )
    found = kinds_of_entities(
        {one.id: one for one in passages},
        organisations=mentions,
        actors=actors,
        documents=(document(kind=source),),
    )
    return found.get("x1")


def _mentions(text: str, passage_id: str) -> Sequence[OrganisationMention]:
    return [
        OrganisationMention(
            passage=passage_id,
            span=span(text.index(word), text.index(word) + len(word)),
            kind=found,
            role=word if word in {"mentor", "dokter"} else None,
        )
        for word, found in NAMES.items()
        if word in text
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Persoon-5] van de kredietbank belde.", "schuldhulpverlening"),
        ("[Persoon-5] (kredietbank) belde.", "schuldhulpverlening"),
        ("Tel. VT (dhr. [Persoon-5]) over de melding.", "veilig_thuis"),
        ("leerplicht, mw [Persoon-5] was er ook.", "leerplicht"),
        ("[Persoon-5], leerplicht, school, moeder en ik.", None),
        ("[Persoon-5] belde gisteren nog met leerplicht.", None),
        ("[Persoon-5] (moeder) belde.", None),
        ("Mijn collega [Persoon-5] nam het over.", "wijkteam"),
        ("[Persoon-5], onze aandachtsfunctionaris, dacht mee.", "wijkteam"),
        ("[Persoon-5] zei niets.", None),
    ],
    ids=[
        "van",
        "in brackets",
        "before a bracket",
        "before a title",
        "in a list",
        "elsewhere in the sentence",
        "family",
        "colleague",
        "our own",
        "nothing",
    ],
)
def test_what_stands_beside_a_name(text: str, expected: str | None) -> None:
    assert kind(text) == expected


def test_in_a_row_a_comma_only_parts_who_was_there() -> None:
    text = "[Persoon-5], leerplicht"
    assert kind(text, segment=SegmentKind.ROW) is None
    assert kind(text) == "leerplicht"


def test_what_is_said_often_goes_before_what_is_said_once() -> None:
    often = "[Persoon-5] van de kredietbank"
    assert kind("[Persoon-5] (VT)", often, often) == "schuldhulpverlening"


def test_a_telling_title_stands_whatever_is_beside_it() -> None:
    said = "[Persoon-5] van de kredietbank"
    guardian = "gecertificeerde_instelling"
    assert kind(said, role="voogd", own=guardian) == guardian


@pytest.mark.parametrize(
    ("role", "own", "expected"),
    [
        ("behandelaar", "jeugd_ggz", "schuldhulpverlening"),
        ("mentor", "voortgezet_onderwijs", "voortgezet_onderwijs"),
    ],
    ids=["shared by many kinds", "of one kind"],
)
def test_a_shared_title_gives_way(role: str, own: str, expected: str) -> None:
    assert kind("[Persoon-5] van de kredietbank", role=role, own=own) == expected


def test_a_team_leader_is_of_who_tells() -> None:
    assert (
        kind("[Persoon-5] wist ervan.", role="teamleider", own="school") == "wijkteam"
    )


def test_the_family_has_no_colleagues() -> None:
    assert kind("Mijn collega [Persoon-5] kwam.", speaker="gezin") is None
    assert kind("Mijn collega [Persoon-5] kwam.", speaker=None) is None


def test_a_family_word_in_the_pseudonym_is_of_the_family() -> None:
    text = "moeder-1 kwam."
    assert kind(text, name="moeder", role="partner", own="familie_netwerk") == "gezin"


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("10-02-24 [Persoon-5] belt ouders.", FILE, "wijkteam"),
        ("Besproken. [Persoon-5]: akkoord.", FILE, "wijkteam"),
        ("Besproken met [Persoon-5].", FILE, None),
        ("10-02-24 [Persoon-5] belt ouders.", DocumentKind.INTERVIEW, None),
    ],
    ids=["begins a note", "begins a sentence", "later", "not a file"],
)
def test_who_acts_in_a_file_works_where_it_was_kept(
    text: str, source: DocumentKind, expected: str | None
) -> None:
    assert kind(text, source=source) == expected


def test_who_speaks_in_a_turn_is_of_the_speakers_organisation() -> None:
    told = {"segment": SegmentKind.TURN, "speaker": "gezin"}
    assert kind("[Persoon-5]: ja.", **told) is None
    passages = (
        passage(
            text="[Persoon-5]: ja.",
            kind=SegmentKind.TURN,
            speaker=NAME,
            speaker_kind="gezin",
        ),
    )
    actor = Actor(
        passage="p1",
        span=span(0, 11),
        entity="x1",
        pseudonym=NAME,
        label=Label.PERSON,
        role="persoon",
    )
    found = kinds_of_entities(
        {one.id: one for one in passages},
        organisations=(),
        actors=(actor,),
        documents=(),
    )
    assert found == {"x1": "gezin"}


def test_a_signature_tells_who_wrote_the_mail() -> None:
    assert kind("Groet,", NAME, "kredietbank", source=MAIL) == "schuldhulpverlening"


@pytest.mark.parametrize(
    ("texts", "source"),
    [
        ((NAME, "kredietbank"), DocumentKind.OTHER),
        (
            (NAME, "Dit is een lange zin over wat de kredietbank gisteren schreef."),
            MAIL,
        ),
        (("Wij vroegen aan [Persoon-5] wat zij dacht.", "kredietbank"), MAIL),
    ],
    ids=["no mail", "no line of a signature", "no name alone"],
)
def test_what_is_no_signature(texts: tuple[str, ...], source: DocumentKind) -> None:
    assert kind(*texts, source=source) is None


def test_an_organisation_has_a_kind_by_what_stands_beside_it() -> None:
    text = "Bij de kredietbank [Organisatie-1] gebeld."
    assert kind(
        text, name="[Organisatie-1]", label=Label.ORG_INSTANCE, role="organisatie"
    ) == ("schuldhulpverlening")
    assert kind(text, name="[Organisatie-1]", label=Label.LOCATION) is None


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("We gingen naar [Persoon-5], dat is van de kredietbank.", "gezin",
         "schuldhulpverlening"),
        ("Toen belde [Persoon-5]. Dat is ook weer een leerplicht.", "gezin", "leerplicht"),
        ("Ik belde [Persoon-5], dat is heel lang geleden, bij leerplicht.", "gezin", None),
        ("Ik werk sinds mei bij [Persoon-5].", "wijkteam", "wijkteam"),
        ("Bij ons op [Persoon-5] gaat dat zo.", "basisschool", "basisschool"),
        ("Ik werkte toen bij [Persoon-5].", "gezin", None),
        ("Ik belde toen met [Persoon-5].", "wijkteam", None),
        ("Ik werk bij [Persoon-5].", None, None),
    ],
    ids=["that is", "a new sentence", "elsewhere", "works there", "with us",
         "family", "called", "nobody"],
)  # fmt: skip
def test_an_organisation_has_a_kind_by_what_people_say_it_is(
    text: str, speaker: str | None, expected: str | None
) -> None:
    found = kind(text, label=Label.ORG_INSTANCE, role="organisatie", speaker=speaker)
    assert found == expected


def test_what_is_called_a_provider_may_be_something_more_precise() -> None:
    found = kind(
        "[Persoon-5] (VT) belde.",
        label=Label.ORG_INSTANCE,
        role="Jeugdhulpaanbieder",
        own="jeugdhulpaanbieder",
    )
    assert found == "veilig_thuis"


def test_who_has_the_role_of_a_source_works_where_its_author_works() -> None:
    def found(label: Label, role: str) -> dict[str, str]:
        actor = Actor(
            passage="p1",
            span=span(0, 11),
            entity="x1",
            pseudonym=NAME,
            label=label,
            role=role,
        )
        one = passage("p1", NAME + " belde.", document="d2", speaker_kind="gezin")
        told = document("d1", author_role="Jobcoach", author_kind="sociale_dienst")
        nobody = document("d2", author_role="trainer", author_kind=None)
        return kinds_of_entities(
            {"p1": one}, organisations=(), actors=(actor,), documents=(told, nobody)
        )

    assert found(Label.PERSON, "jobcoach") == {"x1": "sociale_dienst"}
    assert found(Label.ORG_INSTANCE, "jobcoach") == {}
    assert found(Label.PERSON, "trainer") == {}


@pytest.mark.parametrize(
    ("text", "worker", "role", "expected"),
    [
        ("[Budgetcoach-1] van [Persoon-5] belde.", "schuldhulpverlening", "budgetcoach",
         "schuldhulpverlening"),
        ("[Budgetcoach-1] ([Persoon-5]) belde.", "schuldhulpverlening", "budgetcoach",
         "schuldhulpverlening"),
        ("[Budgetcoach-1], [Persoon-5] en ik.", "schuldhulpverlening", "budgetcoach", None),
        ("[Budgetcoach-1] ging naar [Persoon-5].", "schuldhulpverlening", "budgetcoach", None),
        ("[Budgetcoach-1] van [Persoon-5] belde.", "gezin", "moeder", None),
        ("[Budgetcoach-1] van [Persoon-5] belde.", None, "persoon", None),
    ],
    ids=["of", "in brackets", "listed", "went to", "family", "unknown"],
)  # fmt: skip
def test_an_organisation_has_the_kind_of_who_works_there(
    text: str, worker: str | None, role: str, expected: str | None
) -> None:
    def actor(name: str, label: Label, **changes: Any) -> Actor:
        at = text.index(name)
        return Actor(
            passage="p1",
            span=span(at, at + len(name)),
            entity=name,
            pseudonym=name,
            label=label,
            **changes,
        )

    found = kinds_of_entities(
        {"p1": passage("p1", text)},
        organisations=(),
        actors=(
            actor("[Budgetcoach-1]", Label.PERSON, role=role, organisation_kind=worker),
            actor(NAME, Label.ORG_INSTANCE, role="organisatie"),
        ),
        documents=(),
    )
    assert found.get(NAME) == expected


def test_who_is_called_mr_is_a_lawyer_where_nothing_says_otherwise() -> None:
    assert kind("Brief van mr. [Persoon-5] gekregen.") == "advocatuur"
    assert kind("Brief van mr [Persoon-5] gekregen.") is None
    assert kind("Mr. [Persoon-5] van de kredietbank.") == "schuldhulpverlening"


def test_a_doctor_is_of_where_is_said_however_often_the_title_stands() -> None:
    titled = ["Toen belde dokter [Persoon-5] mij."] * 3
    own = {"role": "arts", "own": "huisarts"}
    assert kind(*titled, "[Persoon-5], kinderarts", **own) == "ziekenhuis"
    assert kind(*titled, **own) == "huisarts"
