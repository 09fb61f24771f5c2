"""Makes reviews in which patterns are planted, so that finding them can be measured."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from ltnlp.domain.dates import DateType, UncertainDate
from ltnlp.domain.events import Realised
from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.interactions import Interaction, InteractionClass
from ltnlp.domain.patterns import FactorRecord, MotifDefinition
from ltnlp.domain.spans import Span

KINDS = (
    "basisschool", "wijkteam", "veilig_thuis", "huisarts", "jeugd_ggz", "leerplicht",
    "politie", "gecertificeerde_instelling", "jeugdgezondheidszorg", "gezin",
)  # fmt: skip
CODES = tuple(f"{letter}{n:02}" for letter in "PVCTOK" for n in range(1, 11))
LEVELS = dict(zip("PVCTOK", Level, strict=True))
_START = dt.date(2020, 1, 6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How reviews are made.

    Attributes:
        reviews: how many.
        acts: interactions of noise in each.
        factors: factors of noise in each, told two at a time.
        share: share of the reviews in which a planted pattern is.
        motifs: motifs to plant.
        combinations: sets of factor codes to plant together.
    """

    reviews: int = 40
    acts: int = 40
    factors: int = 30
    share: float = 0.5
    motifs: tuple[MotifDefinition, ...] = ()
    combinations: tuple[tuple[str, ...], ...] = ()
    seed: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulated:
    """One made review."""

    id: str
    interactions: tuple[Interaction, ...]
    factors: tuple[FactorRecord, ...]


def simulate(plan: Plan) -> tuple[Simulated, ...]:
    """Return the reviews of a plan; the same plan always makes the same reviews."""
    dice = random.Random(plan.seed)
    return tuple(_review(f"sim{n:04}", plan, dice) for n in range(plan.reviews))


def _review(name: str, plan: Plan, dice: random.Random) -> Simulated:
    told = [_noise(name, n, dice) for n in range(plan.acts)]
    for motif in plan.motifs:
        if dice.random() < plan.share:
            for _ in range(motif.times):
                told += _planted(name, motif, len(told), dice)
    baskets = [
        set(dice.sample(CODES, dice.choice((1, 2, 3))))
        for _ in range(plan.factors // 2)
    ]
    for combination in plan.combinations:
        if dice.random() < plan.share:
            baskets.append({*combination, dice.choice(CODES)})
    return Simulated(
        id=name,
        interactions=tuple(told),
        factors=tuple(
            _factor(name, code, number, dice)
            for number, basket in enumerate(baskets)
            for code in sorted(basket)
        ),
    )


def _noise(name: str, number: int, dice: random.Random) -> Interaction:
    giver, receiver = dice.sample(KINDS, 2)
    kind = dice.choice(list(InteractionClass))
    ended = dice.choices(list(Realised), weights=(75, 12, 5, 6, 2))[0]
    day = _START + dt.timedelta(days=dice.randrange(900))
    return _act(name, number, day, (giver, receiver), (kind.value, kind, ended))


def _planted(
    name: str, motif: MotifDefinition, number: int, dice: random.Random
) -> list[Interaction]:
    """Return acts that show the motif once, in order, without what must stay out."""
    parties = dict(zip("ABCDE", dice.sample(KINDS, 5), strict=True))
    day = _START + dt.timedelta(days=dice.randrange(600))
    acts: list[Interaction] = []
    for at, step in enumerate(motif.steps):
        day += dt.timedelta(days=dice.randrange(2, 25))
        cls = InteractionClass(step.classes[0] if step.classes else "besluit")
        kind = step.types[0] if step.types else cls.value
        ended = Realised(step.realised[-1] if step.realised else "ja")
        giver = parties[step.giver or "D"]
        receiver = parties[step.receiver or "E"]
        acts.append(_act(name, number + at, day, (giver, receiver), (kind, cls, ended)))
    return acts


def _act(
    name: str,
    number: int,
    day: dt.date,
    pair: tuple[str, str],
    what: tuple[str, InteractionClass, Realised],
) -> Interaction:
    date = UncertainDate(
        text="", type=DateType.DATE, edtf=day.isoformat(), earliest=day, latest=day
    )
    return Interaction(
        id=f"{name}.{number}",
        giver=pair[0],
        receiver=pair[1],
        type=what[0],
        interaction_class=what[1],
        realised=what[2],
        date=date,
        event=f"{name}.e{number}",
        account=f"{name}.a{number}",
        document="d",
        source=Span(start=0, end=1),
        passages=("p",),
    )


def _factor(name: str, code: str, basket: int, dice: random.Random) -> FactorRecord:
    return FactorRecord(
        review=name,
        code=code,
        level=LEVELS[code[0]],
        valence=Valence.HAMPERING,
        status=FactorStatus.ACCEPTED,
        moment_type=dice.choice(("melding", "overleg", "besluit")),
        actor_kind=dice.choice(KINDS),
        basket=basket,
    )


def shuffled(reviews: Sequence[Simulated], seed: int) -> tuple[Simulated, ...]:
    """Return the reviews with what was done, and which factors, dealt out anew."""
    dice = random.Random(seed)
    codes = [one.code for review in reviews for one in review.factors]
    dice.shuffle(codes)
    return tuple(_mixed(review, codes, dice) for review in reviews)


def _mixed(review: Simulated, codes: list[str], dice: random.Random) -> Simulated:
    what = [(o.type, o.interaction_class, o.realised) for o in review.interactions]
    dice.shuffle(what)
    return Simulated(
        id=review.id,
        interactions=tuple(
            _act(
                review.id,
                n,
                one.date.earliest if one.date and one.date.earliest else _START,
                (one.giver or "", one.receiver or ""),
                acted,
            )
            for n, (one, acted) in enumerate(
                zip(review.interactions, what, strict=True)
            )
        ),
        factors=tuple(
            _factor(review.id, codes.pop(), one.basket or 0, dice)
            for one in review.factors
        ),
    )
