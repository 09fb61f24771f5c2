"""The page of who had to do with whom: by period, and what people correct holds."""

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from ltnlp.casework.intake import Upload, add_sources
from ltnlp.casework.interactions import interaction_sheet
from ltnlp.casework.reconstruct import reconstruct
from ltnlp.casework.reviews import end
from ltnlp.domain.events import Realised, Status
from ltnlp.domain.interactions import Interaction
from ltnlp.domain.reviews import ReviewState
from ltnlp.web.interactions import Told
from tests.unit.casework.test_report import NAME, review_in
from tests.web.sites import TODAY, Site


@pytest.fixture
def sample(site: Site) -> str:
    return review_in(site.home)


def page_of(review: str, period: str = "") -> str:
    asked = f"?periode={period}" if period else ""
    return f"/reviews/{review}/wie-met-wie{asked}"


def standing(site: Site, review: str) -> Sequence[Interaction]:
    return interaction_sheet(site.home, review).graph.interactions


def act(site: Site, review: str, giver: str, receiver: str) -> Interaction:
    found = standing(site, review)
    return next(i for i in found if (i.giver, i.receiver) == (giver, receiver))


def test_each_line_stands_with_the_words_that_it_rests_on(site, sample):
    shown = site.client.get(page_of(sample)).text
    links = re.findall(r'href="#(lijn-\d+)"', shown)
    assert links
    assert set(links) == set(
        re.findall(r'<article class="moment" id="(lijn-\d+)"', shown)
    )
    assert "Huisarts → Veilig Thuis" in shown
    assert NAME not in shown
    assert 'id="pending"' not in shown


def test_who_of_a_kind_it_was_stands_with_the_act(site, sample):
    store = site.home.store(sample)
    found = store.graph()
    assert "van [Arts-1]" not in site.client.get(page_of(sample)).text
    first, *others = found.interactions
    named = replace(first, giver_named="[Arts-1]", receiver_named="[Moeder-1]")
    store.save_graph(replace(found, interactions=(named, *others)))
    shown = site.client.get(page_of(sample)).text
    assert "· van [Arts-1] · aan [Moeder-1]" in shown


def test_lines_run_between_kinds_or_who_it_was(site, sample):
    store = site.home.store(sample)
    found = store.graph()
    first, *others = found.interactions
    named = replace(first, giver="huisarts", giver_named="[Arts-1]")
    store.save_graph(replace(found, interactions=(named, *others)))
    kinds = site.client.get(page_of(sample)).text
    assert "[Arts-1] (Huisarts)" not in kinds
    assert 'href="/reviews/' + sample + '/wie-met-wie?tussen=wie"' in kinds
    who = site.client.get(page_of(sample) + "?tussen=wie").text
    assert "<h3>[Arts-1] (Huisarts) → " in who
    assert 'name="giver" list="soorten" maxlength="80"' in who
    assert 'value="[Arts-1]' not in who
    assert 'name="between" value="wie"' in who
    assert re.search(r"\?periode=\d{4}&amp;tussen=wie", who)
    assert site.client.get(page_of(sample) + "?tussen=iets").text == kinds


def test_a_period_shows_what_can_have_been_in_it(site, sample):
    whole = site.client.get(page_of(sample)).text
    years = re.findall(r"\?periode=(\d{4})\"", whole)
    assert years == sorted(set(years))
    year = site.client.get(page_of(sample, years[0])).text
    assert f'aria-current="page">{years[0]} (' in year
    quarters = re.findall(rf"\?periode=({years[0]}-\d)\"", year)
    assert quarters
    one = site.client.get(page_of(sample, quarters[-1])).text
    assert one.count('class="edge"') <= whole.count('class="edge"')
    assert 'rel="prev"' in one or 'rel="next"' in one
    assert site.client.get(page_of(sample, "1066")).text == whole


def test_what_is_rejected_goes_and_can_come_back(site, sample):
    one = act(site, sample, "huisarts", "veilig_thuis")
    gone = site.sent(page_of(sample), act=one.id, do="weg", by="casegroep").text
    assert one.id not in {i.id for i in standing(site, sample)}
    assert "Was er toch" in gone
    assert 'id="pending"' in gone
    site.sent(page_of(sample), act=one.id, do="klopt")
    back = act(site, sample, "huisarts", "veilig_thuis")
    assert (back.id, back.status) == (one.id, Status.CONFIRMED)


def test_all_tellings_of_an_act_are_corrected_together(site, sample):
    store = site.home.store(sample)
    graph = store.graph()
    first = act(site, sample, "huisarts", "veilig_thuis")
    again = type(first)(**{**_fields(first), "id": "tweede"})
    store.save_graph(
        type(graph)(interactions=(*graph.interactions, again), parties=graph.parties)
    )
    site.sent(page_of(sample), act=first.id, do="weg")
    assert not {first.id, "tweede"} & {i.id for i in standing(site, sample)}


def _fields(one: Interaction) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__slots__}


@pytest.mark.parametrize(
    ("period", "between", "act", "place"),
    [
        ("2022-3", "", "a1", "?periode=2022-3#va1"),
        ("", "", "a1", "#va1"),
        ("2022&x=1", "", "", ""),
        ("2022", "", "a#b", "?periode=2022"),
        ("2022", "wie", "a1", "?periode=2022&tussen=wie#va1"),
        ("", "x&y", "a1", "#va1"),
    ],
    ids=["of a quarter", "of all", "no period", "no act", "by name", "no such view"],
)
def test_who_chose_goes_back_to_what_was_looked_at(period, between, act, place):
    assert Told(period=period, between=between, act=act).place == place


def test_what_was_typed_is_kept(site, sample):
    one = act(site, sample, "huisarts", "veilig_thuis")
    site.sent(
        page_of(sample),
        act=one.id,
        do="bewaar",
        giver="Basisschool",
        receiver="Veilig Thuis",
        kind="advies",
        realised="poging",
        date="12 mei 2022",
        why="gevraagd aan de school",
        by="reviewteam",
    )
    (kept,) = (i for i in standing(site, sample) if i.id == one.id)
    assert (kept.giver, str(kept.interaction_class)) == ("basisschool", "advies")
    assert kept.realised is Realised.ATTEMPT
    assert kept.date is not None
    assert kept.date.edtf == "2022-05-12"
    (correction,) = site.home.store(sample).corrections()
    assert (correction.by, correction.why) == ("reviewteam", "gevraagd aan de school")
    assert correction.one("type_was") == str(one.interaction_class)


def test_a_form_that_changes_nothing_records_nothing(site, sample):
    one = act(site, sample, "huisarts", "veilig_thuis")
    site.sent(page_of(sample), act=one.id, do="bewaar", giver="huisarts")
    assert site.home.store(sample).corrections() == ()


@pytest.mark.parametrize("new", [False, True], ids=["of an event", "of a new one"])
def test_what_was_not_found_is_added(site, sample, new):
    before = {i.id for i in standing(site, sample)}
    event = "" if new else interaction_sheet(site.home, sample).events[0].id
    site.sent(
        page_of(sample),
        do="voegtoe",
        event=event,
        what="De buurvrouw belde de politie." if new else "",
        giver="gezin",
        receiver="politie",
        kind="melding",
        realised="ja",
        date="mei 2022",
    )
    (added,) = (i for i in standing(site, sample) if i.id not in before)
    assert (added.giver, added.receiver) == ("gezin", "politie")
    shown = site.client.get(page_of(sample)).text
    assert "Gezin → Politie" in shown
    assert ("De buurvrouw belde de politie." in shown) is new


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"do": "weg", "act": "weg"}, "niet meer gevonden"),
        ({"do": "bewaar", "act": "weg"}, "niet meer gevonden"),
        ({"do": "iets"}, "keuze bestaat niet"),
        ({"do": "voegtoe", "giver": "gezin"}, "wie zich tot wie wendde"),
        ({"do": "voegtoe", "giver": "sterrenwacht"}, "kies er een uit de lijst"),
        ({"do": "voegtoe", "kind": "ruzie"}, "keuze bestaat niet"),
        (
            {"do": "voegtoe", "giver": "gezin", "receiver": "politie", "kind": "advies"},
            "Schrijf eerst wat er gebeurde",
        ),
        (
            {"do": "voegtoe", "giver": "gezin", "receiver": "politie", "kind": "advies",
             "event": "weg"},
            "staat niet op de tijdlijn",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_told(site, sample, typed, told):
    answer = site.sent(page_of(sample), **typed)
    assert answer.status_code == 409
    assert told in answer.text
    assert site.home.store(sample).corrections() == ()


def test_a_closed_review_is_only_shown(site, sample):
    end(site.home, sample, state=ReviewState.CLOSED, today=TODAY)
    shown = site.client.get(page_of(sample)).text
    assert "<summary>Verbeter</summary>" not in shown
    assert 'id="toevoegen"' not in shown


def test_what_people_corrected_holds_on_every_run(site, review):
    reconstruct(site.home, review)
    read = standing(site, review)
    call = next(
        i for i in read if i.receiver == "wijkteam" and i.giver == "basisschool"
    )
    visit = next(i for i in read if {i.giver, i.receiver} == {"wijkteam", "gezin"})
    site.sent(page_of(review), act=call.id, do="bewaar", receiver="politie")
    site.sent(page_of(review), act=visit.id, do="weg")
    site.sent(
        page_of(review),
        do="voegtoe",
        what="De huisarts belde het wijkteam.",
        giver="huisarts",
        receiver="lokale team",
        kind="overleg",
        date="5 maart 2024",
    )

    def stands() -> set[tuple[str | None, str | None]]:
        pairs = {(i.giver, i.receiver) for i in standing(site, review)}
        assert ("basisschool", "politie") in pairs
        assert ("huisarts", "wijkteam") in pairs
        assert visit.id not in {i.id for i in standing(site, review)}
        return pairs

    before = stands()
    for again in (
        b"Moeder: Op 9 mei 2024 belde ik de huisarts.",
        b"Oom: Ik weet niets.",
    ):
        reconstruct(site.home, review)
        assert before <= stands()
        assert 'id="pending"' not in site.client.get(page_of(review)).text
        add_sources(
            site.home, review, [Upload(content=again, file_name=f"{len(again)}.txt")]
        )
    assert site.home.store(review).orphans() == ()
