"""All detectors joined, over the passages of a review."""

import time

import pytest

from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.nlp.names import NameDetector
from ltnlp.nlp.names.lexicon import lexicon
from ltnlp.stages.mentions import join
from tests.unit.nlp.names.building import passage

ORIGINS = {
    "dutch": ("Marieke", "Verkuil", "Jelle"),
    "frisian": ("Sjoukje", "Ypma", "Tsjerk"),
    "turkish": ("Gülsüm", "Yıldırım", "Çağatay"),
    "moroccan": ("Fadma", "El Ouahabi", "Soufiane"),
    "surinamese": ("Shantie", "Ramkhelawan", "Winston"),
    "antillean": ("Shurendy", "Isenia", "Djairo"),
    "polish": ("Małgorzata", "Wiśniewska", "Krzysztof"),
    "syrian": ("Rahaf", "Al-Masri", "Yazan"),
    "eritrean": ("Selamawit", "Gebremedhin", "Filmon"),
    "moluccan": ("Nona", "Sahetapy", "Minggus"),
}
TEMPLATE = (
    "{a} {b} belde op maandag. Volgens mevrouw {b} was {c} niet thuis. "
    "Daarna sprak juf Ans met {a} en {c} op school. {c} zei niets, {a} ook niet. "
    "Dhr. {b} tekende, {a}'s zus niet. Beste {c}, dank."
)


def covered(text: str, roster: tuple[RosterEntry, ...] = ()) -> set[int]:
    found = join(NameDetector().detect([passage(text)], roster))
    return {
        at
        for c in found
        if c.label is not Label.ROLE
        for at in range(c.span.start, c.span.end)
    }


def hidden(text: str, word: str, roster: tuple[RosterEntry, ...] = ()) -> bool:
    places = covered(text, roster)
    at = text.find(word)
    found = at >= 0
    while at >= 0:
        inside = range(at, at + len(word))
        found = found and all(i in places for i in inside if text[i].isalnum())
        at = text.find(word, at + 1)
    return found


@pytest.mark.parametrize("lower", [False, True], ids=["capitals", "lower"])
@pytest.mark.parametrize("origin", ORIGINS)
def test_names_of_every_origin_are_found_alike(origin: str, lower: bool) -> None:
    a, b, c = ORIGINS[origin]
    text = TEMPLATE.format(a=a, b=b, c=c)
    names = (a, b, c)
    if lower:
        text, names = text.lower(), (a.lower(), b.lower(), c.lower())
    assert [n for n in names if not hidden(text, n)] == []


@pytest.mark.parametrize(
    ("text", "typo"),
    [
        ("Marieke Verkuil belde. later kwam mariekke terug", "mariekke"),
        ("Jeroen Oostveen belde. het was oostveeen die kwam", "oostveeen"),
        ("Priscilla belde. volgens pricsilla ging het goed", "pricsilla"),
        ("Wouter Wiersema belde. Daarna kwam wiersma zelf", "wiersma"),
        ("Meneer Van der Molenkamp belde. Later kwam molenkmap", "molenkmap"),
    ],
)
def test_typo_of_a_name_is_found_by_the_second_pass(text: str, typo: str) -> None:
    assert hidden(text, typo)


def test_what_one_document_names_is_found_in_lower_case_in_another() -> None:
    passages = [
        passage("Mevrouw Quintelier sprak met Zjors.", "p1", document="d1"),
        passage(
            "en toen zei zjors tegen quintelier dat het klaar was", "p2", document="d2"
        ),
    ]
    found = NameDetector().detect(passages, ())
    words = {c.span.of(passages[1].text) for c in found if c.passage == "p2"}
    assert {"zjors", "quintelier"} <= words


def test_roster_is_found_in_every_variant() -> None:
    roster = (
        RosterEntry(name="Storm de Haan", role="jeugdige", aliases=("Stormpje",)),
    )
    text = (
        "Storm kwam. De Haan, Storm. Wij zagen stormpje en SdH, later ook S. de Haan."
    )
    missing = [
        w for w in ("stormpje", "SdH", "S. de Haan") if not hidden(text, w, roster)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "alias", ["Blinkertje", "Wobbel"], ids=["a rare word", "no word"]
)
def test_a_typed_alias_is_found_in_lower_case_too(alias: str) -> None:
    roster = (RosterEntry(name="Tessel Vonk", role="jeugdige", aliases=(alias,)),)
    text = f"Op 3 mei stond de fiets van {alias.lower()} nog buiten."
    assert hidden(text, alias.lower(), roster)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Moeder, Wil Kwakernaat, wilde geen hulp.", "moeder"),
        ("Aanwezig: moeder, Wil Kwakernaat, Jan Vis.", None),
        ("Moeder, Sanne, wilde geen hulp.", None),
    ],
    ids=["whole name", "list", "given name"],
)
def test_a_role_that_opens_a_sentence_is_that_of_a_whole_name(
    text: str, role: str | None
) -> None:
    found = join(NameDetector().detect([passage(text)], ()))
    named = [c for c in found if c.span.of(text).startswith(("Wil", "Sanne"))]
    assert [c.role for c in named] == [role]


def test_role_and_kind_stand_with_the_name() -> None:
    found = join(NameDetector().detect([passage("De mentor, Wouter Blok, belde.")], ()))
    person = next(c for c in found if c.label is Label.PERSON)
    assert (person.role, person.organisation_kind) == ("mentor", "voortgezet_onderwijs")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hij begon op vso De Brug in april.", "speciaal_onderwijs"),
        ("De brief ging naar Karveel Jeugd-GGZ in mei.", "jeugd_ggz"),
        ("Ze zit op obs De Klimtoren.", "basisschool"),
        ("Hij zit op obs Aan de Vliet.", "basisschool"),
        ("Daarna belde Streekdal ZH met ons.", "ziekenhuis"),
        ("Toen kwam Jeugdbescherming Brabant erbij.", "gecertificeerde_instelling"),
    ],
)
def test_instance_has_the_kind_of_its_form(text: str, kind: str) -> None:
    found = join(NameDetector().detect([passage(text)], ()))
    kinds = [c.organisation_kind for c in found if c.label is Label.ORG_INSTANCE]
    assert kinds == [kind]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Ze wonen boven de enige bakker van het dorp.", ["enige bakker van het dorp"]),
        ("De enige tandtechnicus in Zwiggelte.", ["enige tandtechnicus in Zwiggelte"]),
        ("Dat was de enige keer dat hij kwam.", []),
        ("De enige reden van de school was geld.", []),
    ],
    ids=["village", "place", "time", "school"],
)
def test_the_only_one_of_a_place_is_a_flag(text: str, flagged: list[str]) -> None:
    found = NameDetector().detect([passage(text)], ())
    assert [c.span.of(text) for c in found if c.label is Label.ROLE] == flagged


def test_function_that_one_person_has_is_a_flag() -> None:
    found = NameDetector().detect([passage("De enige kinderarts in Zwolle belde.")], ())
    flags = [c for c in found if c.label is Label.ROLE]
    assert flags
    assert all(c.needs_review for c in flags)


@pytest.mark.parametrize(
    "mark",
    [
        "7d6873fdeede.1875ba0063ad",
        "769219573bea.ece0bb4ea1da",
        "ba12ad34be56.aafcad07e9c1",
    ],
)
def test_nothing_is_found_in_a_mark_of_our_own_tables(mark: str) -> None:
    text = f"5-12-2022 | gesprek met fatma | {mark}"
    assert covered(text, ()).isdisjoint(range(text.index(mark), len(text)))


def test_order_of_documents_does_not_matter() -> None:
    one = passage("Roos de Haan belde Wil.", "p1", document="d1")
    two = passage("Daarna zei Roos niets meer.", "p2", document="d2")
    forward = set(NameDetector().detect([one, two], ()))
    assert set(NameDetector().detect([two, one], ())) == forward


def test_gazetteers_load_within_three_seconds() -> None:
    lexicon.cache_clear()
    started = time.process_time()
    lexicon()
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    "title", ["groepswerker", "nachtbegeleidster", "woonregisseur", "wijkconsulente"]
)
def test_a_function_that_speaks_under_its_title_is_nobody(title: str) -> None:
    text = f"{title}: toen was het stil\n{title}: daarna belde hij"

    assert not hidden(text, title)
