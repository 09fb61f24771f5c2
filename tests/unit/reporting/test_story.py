"""The story: neutral, every sentence with its sources, and edits that come back."""

import dataclasses
import io
import re
import zipfile
from itertools import pairwise
from xml.etree import ElementTree

import docx
import pytest
from docx.oxml.ns import qn

from ltnlp.domain.events import ConflictKind, Realised, Status
from ltnlp.domain.timeline import StoryText, View
from ltnlp.nlp.neutral import loaded_words
from ltnlp.reporting import read_back, read_views, render_story, story_units
from ltnlp.reporting.dates_nl import on_day_in_words
from ltnlp.reporting.story_units import LOST, mark
from ltnlp.reporting.telling import told
from ltnlp.reporting.turned import Turning
from tests import builders as make
from tests.unit.reporting import reviews

TODAY = reviews.TODAY


def report(*events, **changes):
    return dataclasses.replace(
        reviews.of_events(events), loaded=loaded_words(), **changes
    )


def words(event, given=None) -> str:
    one = told(event, given or report(event))
    return f"{one.lead} {''.join(piece.text for piece in one.pieces)}".strip()


def teller(name: str, kind: str, edtf: str | None, **changes):
    return make.account(
        f"a-{name}",
        who_tells=name,
        teller_kind=kind,
        date=make.told(edtf) if edtf else None,
        **changes,
    )


def conflict(kind: ConflictKind, *accounts, text: str = "Volgens de een: 3 keer"):
    return reviews.Conflict(
        kind=kind, accounts=tuple(a.id for a in accounts), text_nl=text
    )


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("2022-02-03", "op 3 februari 2022"),
        ("2022-02", "in februari 2022"),
        ("2022", "in 2022"),
        ("2022-22", "in de zomer van 2022"),
        ("2022-21", "in het voorjaar van 2022"),
        ("2022-33", "in het eerste kwartaal van 2022"),
        ("2022-02~", "rond februari 2022"),
        ("2022-03/..", "vanaf 1 maart 2022"),
        ("../2022-05-31", "tot en met 31 mei 2022"),
        ("2022-02-03/2022-02-09", "tussen 3 en 9 februari 2022"),
        ("2022-02-03/2022-04-09", "tussen 3 februari en 9 april 2022"),
        ("[2022-11-02,2022-11-04]", "op 2 of 4 november 2022"),
        ("[2022-11,2022-12-04]", "in november 2022 of op 4 december 2022"),
    ],
)
def test_a_date_stands_in_a_sentence(edtf, shown):
    assert on_day_in_words(make.told(edtf)) == shown


@pytest.mark.parametrize(
    ("what", "told_as"),
    [
        ("Oma belt de school", "In mei 2023: oma belt de school."),
        ("MDO op school.", "In mei 2023: MDO op school."),
        ("Veilig Thuis belt.", "In mei 2023: Veilig Thuis belt."),
        ("[Moeder-1] belde", "In mei 2023: [Moeder-1] belde."),
        ("Toen heb ik gebeld", "Over mei 2023 vertelt de oma: “Toen heb ik gebeld.”"),
        (
            "Er is ten onrechte niet gemeld",
            "Over mei 2023 vertelt de oma over een overleg in eigen woorden; die staan "
            "in de noot.",
        ),
    ],
)
def test_an_event_is_told_neutrally(what, told_as):
    account = teller("oma", "gezin", "2023-05")
    assert words(make.event(what=what, accounts=(account,))) == told_as


TURNING = Turning(
    verbs=frozenset({"belt", "belde", "kwam", "is"}), leads=frozenset({"toen"})
)


@pytest.mark.parametrize(
    ("what", "told_as"),
    [
        ("Oma belt de school", "In mei 2023 belt oma de school."),
        ("Oma kwam in mei 2023 langs", "In mei 2023 kwam oma langs."),
        ("Gesprek met oma in mei 2023", "In mei 2023: gesprek met oma."),
        ("In mei 2023 kwam oma langs", "In mei 2023 kwam oma langs."),
        ("Mei 2023 gesprek met oma", "In mei 2023: mei 2023 gesprek met oma."),
        (
            "Oma belt en toen kwam in mei 2023 oom",
            "In mei 2023: oma belt en toen kwam oom.",
        ),
    ],
    ids=[
        "turned",
        "the day is said once",
        "no verb",
        "the day stands first",
        "first, and no verb",
        "the day is of the second clause",
    ],
)
def test_a_sentence_turns_round_behind_its_day(what, told_as):
    account = teller("oma", "gezin", "2023-05")
    day = dataclasses.replace(make.told("2023-05"), text="mei 2023")
    event = make.event(what=what, accounts=(account,), date=day)
    assert words(event, report(event, turning=TURNING)) == told_as


def test_a_day_that_its_teller_counted_is_said_once():
    """The day is of another source; "een week later" was how this one told it."""
    own = teller("oma", "gezin", "2023-05-10", wording="Een week later kwam oma")
    own = dataclasses.replace(
        own, date=dataclasses.replace(own.date, text="Een week later")
    )
    event = make.event(
        what="Een week later kwam oma", accounts=(own,), date=make.told("2023-05-10")
    )
    assert words(event, report(event, turning=TURNING)) == "Op 10 mei 2023 kwam oma."


def test_words_are_given_to_who_said_them():
    first = teller("[Huisarts-1]", "huisarts", "2022-11", wording="Zij is gevallen.")
    own = teller("[Mentor-1]", "basisschool", "2022-11-16", wording="Ik heb gebeld.")
    event = make.event(what="Ik heb gebeld", accounts=(first, own))
    assert "vertelt [Mentor-1]" in words(event)


def test_what_points_back_is_left_to_its_teller():
    account = teller("oma", "gezin", "2023-05")
    event = make.event(what="Daar was de juf bij", accounts=(account,))
    assert words(event) == "Over mei 2023 vertelt de oma: “Daar was de juf bij.”"


def test_the_same_day_is_said_once():
    account = teller("oma", "gezin", "2023-05-03")
    event = make.event(
        what="Oma kwam diezelfde avond",
        accounts=(account,),
        date=make.told("2023-05-03"),
    )
    one = told(event, report(event), make.told("2023-05-03"))
    assert (one.lead, one.pieces[0].text) == ("", "Oma kwam diezelfde avond.")


@pytest.mark.parametrize(
    ("words", "judges"),
    [
        ("Jesse komt vaak te laat in de les", False),
        ("Twaalf keer te laat geregistreerd", False),
        ("Hij is sinds juni niet meer te laat geweest", False),
        ("Er is te laat gemeld", True),
        ("Toen was het te laat", True),
        ("De hulp kwam te laat", True),
        ("Het wijkteam reageerde te laat", True),
    ],
)
def test_who_is_late_at_school_is_not_judged(words, judges):
    assert bool(loaded_words().search(words)) is judges


@pytest.mark.parametrize(
    ("what", "told_as"),
    [
        ("Oma belt de school", "Oma belt de school."),
        ("Toen heb ik gebeld", "De oma vertelt: “Toen heb ik gebeld.”"),
    ],
)
def test_under_the_head_for_what_has_no_date_that_is_not_said_again(what, told_as):
    account = teller("oma", "gezin", None)
    given = report(make.event(what=what, accounts=(account,), date=None))
    _, unit = story_units(given)
    assert unit.generated == told_as


@pytest.mark.parametrize(
    ("realised", "what", "ending"),
    [
        (Realised.NO, "De brief kwam niet", "de brief kwam niet."),
        (Realised.NO, "Terugbellen", "terugbellen. Dit is niet gebeurd."),
        (Realised.ATTEMPT, "Huisbezoek", "huisbezoek. Het bleef bij een poging."),
        (Realised.INTENDED, "Intake", "intake. Dit was een voornemen."),
        (Realised.UNKNOWN, "Intake", "intake. Of het gebeurde, is niet bekend."),
        (Realised.YES, "Intake", "intake."),
    ],
)
def test_whether_it_happened_is_told_once(realised, what, ending):
    event = make.event(what=what, realised=realised)
    assert words(event).endswith(ending)


def test_no_word_of_blame_or_hindsight_is_the_story_s_own():
    """Every word of the lexicon, told as an event, stays out of the running text."""
    tellings = (
        "Dat was een grote fout van de school",
        "Men had eerder moeten ingrijpen",
        "Zij schoten tekort bij de overdracht",
        "Achteraf bleek dat hij er toen al niet meer was",
        "Met de kennis van nu was het een signaal",
        "De melding kwam te laat",
        "Het was onprofessioneel en nalatig",
        "Ik vond het stom dat niemand kwam",
    )
    events = [make.event(f"e{n}", what=one) for n, one in enumerate(tellings)]
    given = report(*events)
    for event in events:
        assert loaded_words().search(event.what)
        assert not loaded_words().search(words(event, given))


@pytest.mark.parametrize(
    "plain",
    [
        "De school belt over de toetsen en de foto's",
        "Het kind zit te lezen",
        "Later die week kwam zij langs",
        "De jeugdarts zou moeten bellen",
    ],
)
def test_ordinary_words_are_not_taken_for_blame(plain):
    assert not loaded_words().search(plain)


SCHOOL = teller("[Juf-1]", "basisschool", "2022-11-02")
TEAM = teller("coach", "wijkteam", "2022-11-04", realised=Realised.NO)


@pytest.mark.parametrize(
    ("kind", "tells"),
    [
        (
            ConflictKind.DATE,
            "Volgens [Juf-1] van een basisschool was dit op 2 november 2022; volgens de "
            "coach van een wijkteam was dit op 4 november 2022.",
        ),
        (
            ConflictKind.REALISED,
            "Volgens [Juf-1] van een basisschool is dit gebeurd; volgens de coach van "
            "een wijkteam is dit niet gebeurd.",
        ),
        (ConflictKind.CONTENT, "Volgens de een: 3 keer."),
        (ConflictKind.ACTOR, "Volgens de een: 3 keer."),
    ],
)
def test_a_conflict_is_told_as_such_with_the_sources_of_each_side(kind, tells):
    event = make.event(
        accounts=(SCHOOL, TEAM), conflicts=(conflict(kind, SCHOOL, TEAM),)
    )
    one = told(event, report(event))
    assert "".join(piece.text for piece in one.pieces).endswith(tells)
    assert all(piece.notes for piece in one.pieces if piece.text.strip())


def test_who_would_do_it_is_told_side_by_side():
    plans = [
        dataclasses.replace(SCHOOL, organisations=("wijkteam", "huisarts")),
        dataclasses.replace(TEAM, organisations=("basisschool",)),
    ]
    event = make.event(
        accounts=tuple(plans), conflicts=(conflict(ConflictKind.ACTOR, *plans),)
    )
    assert words(event).endswith(
        "lag dit bij een wijkteam en een huisarts; volgens de coach van een wijkteam "
        "lag dit bij een basisschool."
    )


def test_one_teller_with_two_days_is_named_once():
    other = dataclasses.replace(SCHOOL, id="a9", date=make.told("2022-11-09"))
    event = make.event(
        accounts=(SCHOOL, other),
        conflicts=(conflict(ConflictKind.DATE, SCHOOL, other),),
    )
    assert "; elders volgens dezelfde verteller was dit op 9 november" in words(event)


def test_a_date_that_was_taken_back_is_told_in_the_order_of_telling():
    said = dataclasses.replace(SCHOOL, taken_back=make.told("2022-10", "oktober"))
    event = make.event(accounts=(said,), conflicts=(conflict(ConflictKind.DATE, said),))
    assert "noemde eerst “oktober” en herstelde dat naar “2022-11-02”" in words(event)


def story(given) -> bytes:
    return render_story(given, today=TODAY)


def opened(content: bytes):
    return docx.Document(io.BytesIO(content))


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_marks_of_footnotes_stand_apart():
    body = opened(story(reviews.sample())).element.xml
    runs = re.findall(r"<w:r>.*?</w:r>|<w:r .*?</w:r>", body, re.DOTALL)
    marks = ["footnoteReference" in run for run in runs]
    assert sum(marks) > 20
    assert not any(one and next_ for one, next_ in pairwise(marks))


def test_every_paragraph_of_an_event_has_a_note():
    document = opened(story(reviews.sample()))
    told_ = [p for p in document.paragraphs if p.style.name == "Gebeurtenis"]
    assert len(told_) == 16
    assert all("footnoteReference" in p._p.xml for p in told_)


def test_words_of_an_account_are_cited_once():
    event = reviews.story_events()[0][0]
    wording = event.accounts[0].wording
    both = (event, dataclasses.replace(event, id="again"))
    with zipfile.ZipFile(io.BytesIO(story(reviews.of_events(both)))) as parts:
        xml = ElementTree.fromstring(parts.read("word/footnotes.xml"))
    notes = ["".join(note.itertext()) for note in xml]
    cited = [note for note in notes if wording in note]
    assert len(cited) == 1
    assert any(note.endswith("als eerder.") for note in notes)


def test_a_story_that_nobody_edited_brings_nothing_back():
    back = read_back(story(reviews.sample()))
    assert len(back) == len(story_units(reviews.sample()))
    assert [unit for unit in back if unit.edited or unit.after] == []


def test_a_document_of_another_kind_is_no_story():
    document = docx.Document()
    document.add_paragraph("Zomaar een brief.")
    assert read_back(saved(document)) == ()


def paragraph(document, beginning: str):
    return next(p for p in document.paragraphs if beginning in p.text)


def edited(given) -> tuple:
    """A story in which a person rewrote, split, added, retitled and removed."""
    document = opened(story(given))
    one = paragraph(document, "vaak moe")
    one.runs[1].text = " [Kind-1] viel in slaap."
    paragraph(document, "jeugdarts mee te kijken").insert_paragraph_before("Van mij.")
    chapter = next(p for p in document.paragraphs if p.text == "2022")
    chapter.runs[0].text = "Het jaar erna"
    gone = paragraph(document, "oma neemt")
    gone._p.getparent().remove(gone._p)
    return read_back(saved(document))


def test_what_a_person_edited_and_added_comes_back_with_its_place():
    back = edited(reviews.sample())
    keys = {unit.key for unit in back}
    assert "ee10" not in keys
    changed = {u.key: u.words for u in back if u.edited and not u.after}
    assert changed["ee1"] == "In september 2021: [Kind-1] viel in slaap."
    assert "Het jaar erna" in changed.values()
    (own,) = (u for u in back if u.after)
    assert (own.words, own.after) == ("Van mij.", "ee3")


def with_text(given, *texts: StoryText):
    timeline = dataclasses.replace(given.timeline, story=texts)
    return dataclasses.replace(given, timeline=timeline)


def text(unit: str, told_: str, **changes) -> StoryText:
    return StoryText(unit=unit, words=told_, by="begeleider", **changes)


def generated(given, key: str) -> str:
    return next(unit.generated for unit in story_units(given) if unit.key == key)


def test_edited_text_is_kept_with_its_sources_and_not_news_again():
    given = reviews.sample()
    stamp = mark(generated(given, "ee1"))
    kept = with_text(
        given,
        text("ee1", "Zo was het.\nEn zo.", stamp=stamp),
        text("o0a", "Van mij.", after="ee1"),
        text("o0b", "En nog wat.", after="o0a"),
    )
    content = story(kept)
    shown = [p.text for p in opened(content).paragraphs]
    at = shown.index("Zo was het.")
    assert shown[at : at + 4] == ["Zo was het.", "En zo.", "Van mij.", "En nog wat."]
    assert not any("sinds u deze alinea" in line for line in shown)
    assert [unit for unit in read_back(content) if unit.edited] == []


def test_a_warning_stands_where_the_events_changed_until_it_is_taken_out():
    kept = with_text(reviews.sample(), text("ee1", "Zo was het.", stamp="00000000"))
    document = opened(story(kept))
    warning = paragraph(document, "sinds u deze alinea schreef")
    assert warning.text.endswith("valt in de klas in slaap.")
    before = {u.key: u.settled for u in read_back(saved(document))}
    warning._p.getparent().remove(warning._p)
    after = {u.key: u.settled for u in read_back(saved(document))}
    assert (before["ee1"], after["ee1"]) == (False, True)


def test_what_was_left_out_stays_out():
    kept = with_text(reviews.sample(), text("ee1", ""))
    assert not any("vaak moe" in p.text for p in opened(story(kept)).paragraphs)


def test_words_whose_event_is_gone_are_kept_apart():
    kept = with_text(
        reviews.sample(),
        text("ee99", "Dit schreef ik.", lost=True),
        text("ee77", "En dit."),
    )
    shown = [p.text for p in opened(story(kept)).paragraphs]
    at = shown.index(LOST)
    assert shown[at + 2 : at + 4] == ["Dit schreef ik.", "En dit."]


def test_text_that_word_marks_as_removed_does_not_come_back():
    document = opened(story(reviews.sample()))
    one = paragraph(document, "vaak moe")
    run = one.runs[1]._r
    removed = run.makeelement(qn("w:del"), {})
    run.addprevious(removed)
    removed.append(run)
    back = {u.key: u.words for u in read_back(saved(document))}
    assert back["ee1"] == "In september 2021:"


def with_moment():
    """The sample, with a moment that people chose and one group's view."""
    given = reviews.sample()
    *_, second = given.timeline.moments
    view = View(by="casegroep", words="Wij wisten het niet.", at=make.NOW)
    other = View(by="gezin", words="Wij wel.", at=make.NOW)
    chosen = dataclasses.replace(
        second, status=Status.CONFIRMED, number=1, views=(view, other)
    )
    timeline = dataclasses.replace(given.timeline, moments=(chosen,))
    return dataclasses.replace(given, timeline=timeline)


def test_moments_that_people_chose_have_a_field_for_each_group():
    document = opened(story(with_moment()))
    (table,) = document.tables
    shown = [(row.cells[0].text, row.cells[1].text) for row in table.rows]
    assert shown == [
        ("De casegroep", "Wij wisten het niet."),
        ("Het reviewteam", ""),
        ("Het gezin", "Wij wel."),
    ]
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert "1. 6 september 2022: Overleg op school over het verzuim" in heads
    assert read_views(saved(document)) == ()
    assert not [unit for unit in read_back(saved(document)) if unit.edited]


def test_what_a_group_writes_at_a_moment_comes_back_as_its_view():
    document = opened(story(with_moment()))
    cell = document.tables[0].cell(1, 1)
    cell.paragraphs[0].add_run("Er was geen afspraak.")
    cell.add_paragraph("Dat hielp niet.")
    (view,) = read_views(saved(document))
    assert (view.event, view.by) == ("e11", "reviewteam")
    assert view.words == "Er was geen afspraak. Dat hielp niet."
    assert not [unit for unit in read_back(saved(document)) if unit.edited]


@pytest.mark.parametrize("at", ["end", "begin"])
def test_what_is_typed_beside_the_bookmark_of_a_paragraph_is_kept(at):
    given = report(
        make.event(what="De juf kwam", accounts=(teller("juf", "school", "2022"),))
    )
    document = docx.Document(io.BytesIO(render_story(given, today=TODAY)))
    told_in = next(p for p in document.paragraphs if "juf kwam" in p.text)
    run = told_in.add_run(" Dat duurde lang. ")
    if at == "begin":
        told_in._p.remove(run._r)
        told_in._p.insert(1 if told_in._p.pPr is not None else 0, run._r)
    out = io.BytesIO()
    document.save(out)
    (unit,) = (u for u in read_back(out.getvalue()) if u.edited)
    assert unit.key == "ee1"
    assert "Dat duurde lang." in unit.words
    assert "juf kwam" in unit.words
