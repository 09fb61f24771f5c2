"""Made-up facts for the demonstration of trends, plainly called so.

Six example reviews are too few for trends: a number rests on five reviews at least.
So `make demo` lets chance make reviews, with a few things put in that a reader should
find back: a factor that becomes rarer, one that becomes more common, a pattern.
"""

import datetime as dt
import random
from collections.abc import Iterator
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.casework.trend_papers import write_trend_papers
from ltnlp.casework.trends import publish_trends
from ltnlp.domain.crosscase import CrossCaseFact
from ltnlp.domain.factors import Valence
from ltnlp.domain.interactions import InteractionClass
from ltnlp.nlp.factors import factor_codes, pattern_library
from ltnlp.store.keys import Keyring

KINDS = ("volledig", "volledig", "eendaags", "ret_casus")
ORGANISATIONS = (
    "basisschool",
    "wijkteam",
    "veilig_thuis",
    "jeugd_ggz",
    "leerplicht",
    "gecertificeerde_instelling",
)
TIMES = ("ervoor", "0-3 maanden", "3-6 maanden", "6-12 maanden", "na 12 maanden")
REVIEWS = 120
YEARS = 5
SEED = 4
RARER, COMMONER = "K03", "O01"


def show_trends(place: Path, *, today: dt.date) -> Path:
    """Publish trends over made-up reviews in a home of their own below `place`.

    Returns the page that shows them; a second call shows the same version.
    """
    ring = Keyring(place / "home" / "keyring", key_file=place / "key" / "master.key")
    home = Home(root=place / "home", keyring=ring, key_file=place / "key")
    system = home.system()
    if not system.facts():
        for review, facts in make_facts(last_year=today.year - 1):
            system.save_facts(review, facts)
    publish_trends(home, today=today, simulated=True)
    return write_trend_papers(home, place / "jaarbeeld", today=today)[0]


def make_facts(
    *, last_year: int, reviews: int = REVIEWS
) -> Iterator[tuple[str, tuple[CrossCaseFact, ...]]]:
    """Yield made-up reviews with their facts; always the same ones."""
    dice = random.Random(SEED)
    common = {code: 0.6 * dice.random() ** 2 for code in factor_codes()}
    for number in range(reviews):
        year = last_year - dice.randrange(YEARS)
        review = f"nagemaakt{number:04}"
        kind = dice.choice(KINDS)
        newest = year == last_year
        likely = common | {
            RARER: 0.3 if newest else 0.65,
            COMMONER: 0.6 if newest else 0.25,
        }
        facts = [
            *_factors(review, kind, year, likely, dice),
            *_interactions(review, kind, year, dice),
        ]
        yield review, tuple(dict.fromkeys(facts))


def _factors(
    review: str, kind: str, year: int, likely: dict[str, float], dice: random.Random
) -> Iterator[CrossCaseFact]:
    patterns = {
        (code, p.valence): p.id for p in pattern_library() for code in p.factors
    }
    for code, factor in factor_codes().items():
        if dice.random() < likely[code]:
            hampers = dice.random() < 0.8
            side = Valence.HAMPERING if hampers else Valence.SUPPORTING
            yield CrossCaseFact(
                review=review,
                review_kind=kind,
                year=year,
                factor=code,
                level=factor.level,
                valence=side,
                pattern=patterns.get((code, side)),
                organisation_kind=dice.choice(ORGANISATIONS),
                interaction_class=None,
                realised=None,
                relative_time=dice.choice(TIMES),
            )


def _interactions(
    review: str, kind: str, year: int, dice: random.Random
) -> Iterator[CrossCaseFact]:
    for place, act in enumerate(InteractionClass):
        for _ in range(2):
            if dice.random() < 0.8 / (1 + place / 4):
                yield CrossCaseFact(
                    review=review,
                    review_kind=kind,
                    year=year,
                    factor=None,
                    level=None,
                    valence=None,
                    pattern=None,
                    organisation_kind=dice.choice(ORGANISATIONS),
                    interaction_class=str(act),
                    realised=dice.choices(("ja", "nee", "poging"), (70, 22, 8))[0],
                    relative_time=dice.choice(TIMES),
                )
