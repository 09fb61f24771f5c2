import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltnlp.nlp.organisations import (
    LexiconOrganisationReader,
    kind_of_participant,
    kind_of_role,
    organisation_reader,
    taxonomy,
)
from ltnlp.nlp.roles import inflected


def kinds(text: str) -> list[tuple[str, str]]:
    mentions = organisation_reader().read("p1", text)
    return [(mention.span.of(text), mention.kind) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik belde Veilig Thuis.", [("Veilig Thuis", "veilig_thuis")]),
        ("is hij daar wel veilig thuis?", []),
        ("melding bij veilig thuis gedaan", [("veilig thuis", "veilig_thuis")]),
        ("Het ging om iets anders.", []),
        ("Het OM besliste.", [("OM", "openbaar_ministerie")]),
        ("HET GING OM DE TIJD", []),
        ("Ze liep een eindje mee.", []),
        ("De consulent van MEE kwam.", [("MEE", "mee")]),
        ("De Raad startte.", [("De Raad", "raad_kinderbescherming")]),
        ("De wethouder ging naar de raad.", [
            ("wethouder", "gemeente"), ("de raad", "gemeenteraad")]),
        ("De Raad van State besliste.", []),
        ("Met de tram van de RET.", []),
        ("Het RET dacht mee.", [("RET", "ret")]),
        ("de jeugdbeschermers", [("jeugdbeschermers", "gecertificeerde_instelling")]),
        ("leerplichtambtenaren", [("leerplichtambtenaren", "leerplicht")]),
        ("de IB'er en de ib-er", [("IB'er", "basisschool"), ("ib-er", "basisschool")]),
        ("toen nog het AMK", [("AMK", "veilig_thuis")]),
        ("bij Bureau Jeugdzorg", [("Bureau Jeugdzorg", "bureau_jeugdzorg")]),
        ("In 2011 kwam jeugdzorg", [("jeugdzorg", "bureau_jeugdzorg")]),
        ("In 2019 kwam jeugdzorg", [("jeugdzorg", "jeugdhulpaanbieder")]),
        ("Mr belde af.", [("Mr", "gezin")]),
        ("mr. Pieters pleitte", []),
        ("hij wilde niet naar school", []),
        ("ik belde de school", [("school", "school")]),
        ("de school, de juf van groep 4", [("school", "basisschool"),
                                           ("juf", "basisschool")]),
        ("GGD Heuvelrand kwam", [("GGD Heuvelrand", "ggd")]),
        ("de wiskundedocent", [("wiskundedocent", "school")]),
        ("de jeugd-ggz en jeugd ggz", [("jeugd-ggz", "jeugd_ggz"),
                                       ("jeugd ggz", "jeugd_ggz")]),
        ("het wijk-team", []),
        ("de mytylschool en de ISK", [("mytylschool", "speciaal_onderwijs"),
                                      ("ISK", "voortgezet_onderwijs")]),
        ("het azc en de amv-mentor", [("azc", "asielopvang"),
                                      ("amv-mentor", "asielopvang")]),
        ("de wmo-consulent belde het zorgkantoor", [
            ("wmo-consulent", "gemeente"), ("zorgkantoor", "zorgverzekeraar")]),
        ("de letselschadeadvocaat", [("letselschadeadvocaat", "advocatuur")]),
    ],
)  # fmt: skip
def test_kinds_by_name_role_and_context(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert kinds(text) == expected


def test_pseudonyms_are_read_by_their_role() -> None:
    text = "[Moeder-1] sprak [Jeugdbeschermer-2] van [Jeugd-ggz-1] in [Plaats-3]."
    assert kinds(text) == [
        ("[Moeder-1]", "gezin"),
        ("[Jeugdbeschermer-2]", "gecertificeerde_instelling"),
        ("[Jeugd-ggz-1]", "jeugd_ggz"),
    ]


def test_a_role_is_told_apart_from_a_name() -> None:
    by_role = {
        mention.role: mention.by_role
        for mention in organisation_reader().read(
            "p", "De huisartsen en het ziekenhuis"
        )
    }
    assert by_role == {"huisarts": True, None: False}


def test_an_ambiguous_form_names_its_other_readings() -> None:
    (mention,) = organisation_reader().read("p", "We belden de ggz.")
    assert mention.ambiguous == ("jeugd_ggz",)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("jeugdbeschermer", "gecertificeerde_instelling"),
        ("Zorgcoördinator", "voortgezet_onderwijs"),
        ("gz-psycholoog i.o.", "jeugd_ggz"),
        ("oma", "familie_netwerk"),
        ("plaats", None),
        ("", None),
    ],
)
def test_kind_of_role(role: str, kind: str | None) -> None:
    assert kind_of_role(role) == kind


@pytest.mark.parametrize(
    ("role", "organisation", "kind"),
    [
        ("gezinswerker", "wijkteam Oost", "wijkteam"),
        ("leerplichtambtenaar", "gemeente Hazelmonde", "leerplicht"),
        ("contractmanager", "gemeente Hazelmonde", "gemeente"),
        ("zorgcoördinator", "Het Baken", "voortgezet_onderwijs"),
        ("moeder", None, "gezin"),
        ("bestuurder", None, None),
        (None, "RET Waardmeer", "ret"),
    ],
    ids=lambda value: str(value),
)
def test_kind_of_a_participant(
    role: str | None, organisation: str | None, kind: str | None
) -> None:
    assert kind_of_participant(role, organisation) == kind


@pytest.mark.parametrize(
    ("organisation", "kind"),
    [("isk De Wending", "voortgezet_onderwijs"), ("De Wending", "asielopvang"),
     ("gemeente Hazelmonde", "asielopvang"), (None, "asielopvang")],
)  # fmt: skip
def test_who_wrote_in_that_role_tells_it_where_the_organisation_does_not(
    organisation: str | None, kind: str
) -> None:
    assert kind_of_participant("mentor", organisation, wrote="asielopvang") == kind


@pytest.mark.parametrize(
    ("role", "plural"),
    [
        ("leerplichtambtenaar", "leerplichtambtenaren"),
        ("wijkagent", "wijkagenten"),
        ("schoolarts", "schoolartsen"),
        ("medewerker van de raad", "medewerkers van de raad"),
        ("raadslid", "raadsleden"),
        ("coach", "coaches"),
        ("psycholoog", "psychologen"),
    ],
)
def test_titles_are_inflected(role: str, plural: str) -> None:
    assert plural in inflected(role)


def test_every_kind_of_the_lexicon_is_in_the_taxonomy() -> None:
    reader = LexiconOrganisationReader()
    named = {form.kind for forms in reader._forms.values() for form in forms}
    assert named <= set(taxonomy())


@given(st.text(alphabet="de RaadOMmee Veilig Thuis[]-1.'", max_size=60))
def test_mentions_are_ordered_and_apart(text: str) -> None:
    reached = 0
    for mention in organisation_reader().read("p", text):
        assert mention.span.start >= reached
        assert mention.span.end <= len(text)
        reached = mention.span.end
