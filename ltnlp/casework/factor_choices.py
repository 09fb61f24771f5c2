"""Contributing factors as people weigh them: accepted, rejected or given another code."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ltnlp.casework.correct import Accepted
from ltnlp.casework.decisions import recorded
from ltnlp.casework.home import Home
from ltnlp.casework.journal import journal
from ltnlp.casework.last_run import last_timeline
from ltnlp.domain.errors import InputError
from ltnlp.domain.factors import (
    ContributingFactor,
    FactorCode,
    FactorStatus,
    Level,
    Valence,
)
from ltnlp.nlp.factors import factor_codes
from ltnlp.stages.factors import decide


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorSheet:
    """The factors of a review as its journal has them now, also before the next run.

    Attributes:
        levels: the six levels in order, each with its factors, the surest first.
        codes: the codebook, by code.
        undecided: how many nobody has weighed yet.
        pending: something was decided that report and comparison do not show yet.
    """

    levels: Mapping[Level, Sequence[ContributingFactor]]
    codes: Mapping[str, FactorCode]
    undecided: int
    pending: bool


def factor_sheet(home: Home, review_id: str) -> FactorSheet:
    """Return the factors of a review with what people decided.

    Raises:
        StateError: the review was never run.
    """
    last_timeline(home, review_id)
    before = home.store(review_id).factors()
    now = _decided(home, review_id)
    return FactorSheet(
        levels={
            level: sorted((f for f in now if f.level is level), key=_surest_first)
            for level in Level
        },
        codes=factor_codes(),
        undecided=sum(one.status is FactorStatus.PROPOSED for one in now),
        pending={_stand(f) for f in now} != {_stand(f) for f in before},
    )


def weigh_factor(
    home: Home,
    review_id: str,
    factor: str,
    *,
    by: str,
    code: str = "",
    valence: str = "",
) -> Accepted:
    """Record that a factor is right, as it stands or with another code or side.

    Args:
        home: of the system.
        review_id: the review.
        factor: id of the factor.
        by: role of who decides.
        code: of the codebook; "" for the code that it has.
        valence: side; "" for the side that it has.

    Raises:
        InputError: there is no such factor, code or side.
    """
    known = _known(home, review_id, factor)
    meant = code.strip().split(" ")[0].upper() or known.code
    side = valence or known.valence.value
    if meant not in factor_codes():
        raise InputError(
            "no such code", message_nl="Deze code staat niet in het codeboek."
        )
    if side not in set(Valence):
        raise InputError("no such side", message_nl="Deze werking bestaat niet.")
    told = {"do": "accept_factor", "factor": factor}
    if (meant, side) != (known.code, known.valence.value):
        told |= {"do": "recode_factor", "code": meant, "valence": side}
    return recorded(home, review_id, told, by=by)


def reject_factor(home: Home, review_id: str, factor: str, *, by: str) -> Accepted:
    """Record that what was proposed is no contributing factor.

    Raises:
        InputError: there is no such factor.
    """
    _known(home, review_id, factor)
    return recorded(home, review_id, {"do": "reject_factor", "factor": factor}, by=by)


def _decided(home: Home, review_id: str) -> tuple[ContributingFactor, ...]:
    store = home.store(review_id)
    factors, _ = decide(
        store.factors(),
        journal(home, review_id).corrections,
        documents=store.released().documents,
        codes=factor_codes(),
    )
    return factors


def _known(home: Home, review_id: str, factor: str) -> ContributingFactor:
    found = next((f for f in _decided(home, review_id) if f.id == factor), None)
    if found is None:
        raise InputError(
            "no such factor", message_nl="Deze factor is niet meer gevonden."
        )
    return found


def _surest_first(factor: ContributingFactor) -> tuple[float, str]:
    return -factor.score, factor.id


def _stand(factor: ContributingFactor) -> tuple[str, ...]:
    return factor.id, factor.code, factor.valence, factor.status
