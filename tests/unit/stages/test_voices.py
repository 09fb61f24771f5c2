"""What people said: views side by side, remarks kept, the story's last words."""

import datetime as dt

from ltnlp.domain.corrections import Anchor, Do
from ltnlp.domain.timeline import CrucialMoment, MomentReason
from ltnlp.stages.replay import Replay
from ltnlp.stages.voices import own_words, remarks, with_views
from tests.builders import NOW, account, correction, document, event, span

EVENTS = (
    event("e1", accounts=(account("a1", source=span(0, 9)),)),
    event("e2", accounts=(account("a2", source=span(20, 29)),)),
)


def replay(*journal) -> Replay:
    return Replay(journal, [document("d1")])


def said(id_: str, do: Do, words: str, *, minute: int = 0, **changes):
    values = {"words": words} | changes.pop("values", {})
    at = NOW + dt.timedelta(minutes=minute)
    return correction(id_, do, values=values, at=at, **changes)


def moment(event_id: str) -> CrucialMoment:
    return CrucialMoment(
        event=event_id, rank=1, score=1.0, reasons=(MomentReason.ADDED,), why_nl=""
    )


def test_each_group_keeps_its_own_view_and_its_last_one_counts():
    made = replay(
        said("c1", Do.VIEW, "eerst", by="reviewteam"),
        said("c2", Do.VIEW, "hier liep het anders", by="casegroep", minute=1),
        said("c3", Do.VIEW, "daarna", by="reviewteam", minute=2),
        said("c4", Do.VIEW, "weg", target="e9"),
        correction("c5", Do.MOMENT, values={"number": "3"}),
    )
    first, second = with_views((moment("e1"), moment("e2")), made, EVENTS)
    assert [(v.by, v.words) for v in first.views] == [
        ("casegroep", "hier liep het anders"),
        ("reviewteam", "daarna"),
    ]
    assert (first.number, second.number, second.views) == (3, None, ())
    assert [o.correction for o in made.orphans()] == ["c4"]


def test_a_view_makes_a_moment_unless_people_say_it_is_none():
    view = said("c1", Do.VIEW, "keerpunt")
    refused = correction("c2", Do.NOT_MOMENT, at=NOW + dt.timedelta(minutes=1))
    again = said("c3", Do.VIEW, "toch", minute=2)
    assert set(replay(view).chosen(EVENTS)) == {"e1"}
    assert replay(view, refused, again).chosen(EVENTS) == {}


def test_a_remark_stands_at_its_account_or_at_the_whole():
    made = replay(
        said(
            "c1",
            Do.REMARK,
            "dit was later",
            target="a2",
            values={"answer": "klopt niet"},
        ),
        said("c2", Do.REMARK, "er mist iets", target=None, by="moeder", minute=1),
        said("c3", Do.REMARK, "over de gebeurtenis", target="e1", minute=2),
    )
    one, whole, third = remarks(made, EVENTS)
    assert (one.event, one.account, one.answer) == ("e2", "a2", "klopt niet")
    assert (whole.event, whole.account, whole.by) == ("", "", "moeder")
    assert (third.event, third.account) == ("e1", "")


def tell(id_: str, unit: str, words: str, **changes):
    values = {"unit": unit} | changes.pop("values", {})
    return said(id_, Do.TELL, words, values=values, **changes)


def test_the_last_words_for_a_paragraph_count_wherever_its_event_went():
    place = (Anchor(name="gone", slot="s001", span=span(20, 29), quote="q"),)
    made = replay(
        tell("c1", "egone", "eerst", target="gone", anchors=place),
        tell("c2", "ee2", "daarna", target="e2", minute=1, values={"stamp": "m"}),
        tell("c3", "cabc", "De eerste zorgen", target=None),
    )
    texts = {text.unit: text for text in own_words(made, EVENTS)}
    assert texts["ee2"].words == "daarna"
    assert texts["ee2"].stamp == "m"
    assert texts["cabc"].words == "De eerste zorgen"
    assert not any(text.lost for text in texts.values())


def test_a_paragraph_of_their_own_follows_its_event():
    place = (Anchor(name="gone", slot="s001", span=span(0, 9), quote="q"),)
    made = replay(
        tell(
            "c1",
            "o1",
            "van mij",
            target="gone",
            anchors=place,
            values={"after": "egone"},
        ),
        tell("c2", "o2", "en meer", target=None, values={"after": "o1"}),
    )
    texts = {text.unit: text for text in own_words(made, EVENTS)}
    assert (texts["o1"].after, texts["o2"].after) == ("ee1", "o1")


def test_words_whose_event_is_gone_are_kept_and_say_so():
    made = replay(tell("c1", "ee9", "dit schreef ik", target="e9"))
    (text,) = own_words(made, EVENTS)
    assert (text.words, text.lost) == ("dit schreef ik", True)
    assert [o.correction for o in made.orphans()] == ["c1"]
