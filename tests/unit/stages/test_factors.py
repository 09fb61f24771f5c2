from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from ltnlp.domain.corrections import Anchor, Do
from ltnlp.domain.documents import SegmentKind
from ltnlp.domain.events import Status
from ltnlp.domain.factors import (
    Classification,
    FactorCode,
    FactorStatus,
    Level,
    ScoredFactor,
    ScoredId,
    Valence,
)
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.spans import Span
from ltnlp.domain.timeline import CrucialMoment
from ltnlp.stages.factors import decide, propose
from tests.builders import (
    account,
    correction,
    document,
    event,
    factor,
    passage,
    span,
    timeline,
)

CODES = {
    code: FactorCode(id=code, name=code, level=level, definition="")
    for code, level in (("K03", Level.CHAIN), ("T01", Level.TEAM))
}
LEVELS = {"K": Level.CHAIN, "T": Level.TEAM, "V": Level.PROFESSIONAL}


class Classifier:
    """Takes the first word for the code: "K03 1.0 -" is telling and hampering."""

    def classify(self, text: str) -> Classification:
        codes, telling, side = text.rstrip(".").split(" ")[:3]
        valence = Valence.SUPPORTING if side == "+" else Valence.HAMPERING
        factors = tuple(
            ScoredFactor(code=code, level=LEVELS[code[0]], valence=valence, score=0.9)
            for code in codes.split("/")
            if code != "none"
        )
        second = 0.78 if "=" in text else 0.1
        patterns = (ScoredId(id="PT04", score=0.8), ScoredId(id="PT01", score=second))
        return Classification(
            levels=(),
            factors=factors,
            patterns=patterns if "!" not in text else patterns[1:],
            abstained=False,
            telling=float(telling),
        )

    def classify_all(
        self, texts: Sequence[str], patterns_from: float = 0.0
    ) -> tuple[Classification, ...]:
        made = map(self.classify, texts)
        return tuple(
            one if one.telling >= patterns_from else replace(one, patterns=())
            for one in made
        )

    def statements(self, text: str, start: int = 0) -> tuple[Span, ...]:
        found, at = [], start
        for piece in text[start:].split("\n"):
            if piece:
                found.append(span(at, at + len(piece)))
            at += len(piece) + 1
        return tuple(found)


def proposed(text: str, **changes: Any):
    given = {"timeline": timeline(event()), "classifier": Classifier()}
    made = passage(text=text, **{k: v for k, v in changes.items() if k != "timeline"})
    given |= {k: v for k, v in changes.items() if k == "timeline"}
    return propose([made], **given)


def test_a_telling_sentence_is_proposed_with_its_place() -> None:
    (one,) = proposed("K03 1.0 - aaaaaaa")
    assert (one.code, one.level, one.valence) == ("K03", "keten", "belemmerend")
    assert one.status is FactorStatus.PROPOSED
    assert one.wording == "K03 1.0 - aaaaaaa"
    assert one.patterns[0].id == "PT04"


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("K03 0.1 - aaaaaaa", {}),
        ("none 1.0 - aaaaaaa", {}),
        ("K03 1.0 -", {}),
        ("K03 1.0 - aaaaaaa", {"interviewer": True}),
        ("K03 1.0 - aaaaaaa", {"kind": SegmentKind.HEADING}),
    ],
    ids=["tells little", "no code", "too short", "interviewer", "heading"],
)
def test_what_is_not_proposed(text: str, changes: dict[str, Any]) -> None:
    assert proposed(text, **changes) == ()


def test_neighbours_of_one_level_and_side_are_one_factor_of_three_at_most() -> None:
    line = "K03 0.9 - aaaaaaa"
    found = proposed("\n".join([line] * 4))
    assert [len(one.wording.split("\n")) for one in found] == [3, 1]


def test_what_stands_apart_is_another_factor() -> None:
    assert len(proposed("K03 0.9 - aaaaaaa\n\nK03 0.9 - aaaaaaa")) == 1
    assert len(proposed("K03 0.9 - aaaaaaa\n\n\nK03 0.9 - aaaaaaa")) == 2


def test_another_side_is_another_factor() -> None:
    assert len(proposed("K03 0.9 - aaaaaaa\nK03 0.9 + aaaaaaa")) == 2


def test_what_hampers_on_two_levels_in_a_row_is_one_factor() -> None:
    assert len(proposed("K03 0.9 - aaaaaaa\nT01 0.9 - aaaaaaa")) == 1


@pytest.mark.parametrize("sign", ["!", "="], ids=["unlikely", "no likelier than next"])
def test_a_pattern_that_is_not_clear_is_left_out(sign: str) -> None:
    (one,) = proposed(f"K03 1.0 - {sign}aaaaaa")
    assert one.patterns == ()


def test_what_a_family_tells_is_not_about_the_worker() -> None:
    (one,) = proposed("V02/K03 1.0 - aaaa", speaker_kind="gezin")
    assert one.code == "K03"
    (other,) = proposed("V02 1.0 - aaaaaaa", speaker_kind="gezin")
    assert other.code == "V02"


def test_who_tells_is_the_speaker_or_else_who_is_named_first() -> None:
    mention = OrganisationMention(passage="p1", span=span(0, 3), kind="school")
    made = passage(text="K03 1.0 - aaaaaaa")
    (one,) = propose(
        [made],
        timeline=timeline(),
        classifier=Classifier(),
        organisations=[mention],
    )
    assert one.teller_kind == "school"


def moment(id_: str, **changes: Any) -> CrucialMoment:
    given: dict[str, Any] = {
        "event": id_,
        "rank": 1,
        "score": 1.0,
        "reasons": (),
        "why_nl": "",
    }
    return CrucialMoment(**(given | changes))


def test_the_moment_is_the_nearest_one_told_in_the_passage() -> None:
    far = event("e1", accounts=(account("a1", span=span(40, 50)),))
    near = event("e2", accounts=(account("a2", span=span(0, 5)),))
    plain = event("e3", accounts=(account("a3", span=span(0, 5)),))
    rejected = event("e4", accounts=(account("a4", span=span(0, 5)),))
    line = timeline(
        far,
        near,
        plain,
        rejected,
        moments=(
            moment("e1"),
            moment("e2"),
            moment("e4", status=Status.REJECTED),
        ),
    )
    (one,) = proposed("K03 1.0 - aaaaaaa", timeline=line)
    assert one.moment == "e2"
    (other,) = proposed("K03 1.0 - aaaaaaa")
    assert other.moment is None


def decided(*corrections, factors=None):
    return decide(
        factors or [factor()],
        corrections,
        documents=[document()],
        codes=CODES,
    )


@pytest.mark.parametrize(
    ("do", "values", "status"),
    [
        (Do.ACCEPT_FACTOR, {}, FactorStatus.ACCEPTED),
        (Do.REJECT_FACTOR, {}, FactorStatus.REJECTED),
        (Do.RECODE_FACTOR, {"code": "T01"}, FactorStatus.RECODED),
    ],
)
def test_what_people_decide(
    do: Do, values: dict[str, str], status: FactorStatus
) -> None:
    (one,), orphans = decided(correction(do=do, target="f1", values=values))
    assert (one.status, one.decided_by) == (status, "begeleider")
    assert orphans == ()


def test_recoding_changes_code_level_and_side() -> None:
    (one,), _ = decided(
        correction(
            do=Do.RECODE_FACTOR,
            target="f1",
            values={"code": "T01", "valence": "ondersteunend"},
        )
    )
    assert (one.code, one.level, one.valence) == ("T01", "team", "ondersteunend")


def test_the_last_decision_counts() -> None:
    (one,), _ = decided(
        correction("c1", do=Do.ACCEPT_FACTOR, target="f1"),
        correction("c2", do=Do.REJECT_FACTOR, target="f1"),
    )
    assert one.status is FactorStatus.REJECTED


def test_a_factor_is_found_again_by_its_place() -> None:
    other = factor("f2", source=span(60, 80))
    accepted = correction(
        do=Do.ACCEPT_FACTOR, target=None, slot="s001", span=span(10, 30)
    )
    (one, two), _ = decided(accepted, factors=[factor(), other])
    assert (one.status, two.status) == ("accepted", "proposed")


def test_a_factor_is_found_where_it_stood_when_its_id_is_gone() -> None:
    other = factor("f2", source=span(60, 80))
    anchors = (
        Anchor(name="gone", slot="s009", span=span(10, 30), quote="q"),
        Anchor(name="gone", slot="s001", span=span(62, 90), quote="q"),
    )
    accepted = correction(do=Do.ACCEPT_FACTOR, target="gone", anchors=anchors)
    (one, two), _ = decided(accepted, factors=[factor(), other])
    assert (one.status, two.status) == ("proposed", "accepted")


def test_what_finds_no_factor_or_no_code_is_kept_as_an_orphan() -> None:
    lost = correction("c1", do=Do.ACCEPT_FACTOR, target="weg")
    elsewhere = correction(
        "c2", do=Do.ACCEPT_FACTOR, target=None, slot="s009", span=span(0, 5)
    )
    unknown = correction("c3", do=Do.RECODE_FACTOR, target="f1", values={"code": "X99"})
    passed_over = correction("c4", do=Do.CONFIRM)
    _, orphans = decided(lost, elsewhere, unknown, passed_over)
    assert [one.correction for one in orphans] == ["c1", "c2", "c3"]
    assert "codeboek" in orphans[2].why_nl
