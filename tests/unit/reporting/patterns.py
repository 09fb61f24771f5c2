"""Invented patterns over reviews, and the records that they rest on."""

from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.patterns import FactorRecord, MotifRecord, Pattern, Road
from ltnlp.reporting import PatternInput

REVIEWS = {f"r{n}": f"schoolverzuim · r{n}" for n in range(1, 6)}


def record(review: str, code: str, level: Level, **changes: object) -> FactorRecord:
    given: dict[str, object] = {
        "review": review,
        "code": code,
        "level": level,
        "valence": Valence.HAMPERING,
        "status": FactorStatus.PROPOSED,
        "organisations": ("wijkteam", "basisschool"),
        "patterns": ("PT02",) if code == "K06" else (),
    }
    return FactorRecord(**(given | changes))  # type: ignore[arg-type]


def patterns() -> PatternInput:
    """Three patterns by three roads; the fourth road found nothing."""
    return PatternInput(
        patterns=(
            Pattern(
                id="PT02",
                name="informatie blijft hangen bij overdracht",
                road=Road.GUIDED,
                valence=Valence.HAMPERING,
                factors=("K06",),
                reviews=("r1", "r2", "r4"),
                n_reviews=3,
                spread=0.6,
                stability=1.0,
                explanation_nl="Bij een overgang gaat niet alles mee.",
                counter_evidence=("r3",),
                accepted=2,
                proposed=3,
                question="Welke informatie gaat altijd mee, en wie kijkt of zij aankomt?",
            ),
            Pattern(
                id="c1",
                name="overleg in het team en steun uit het netwerk",
                road=Road.CLUSTER,
                valence=Valence.SUPPORTING,
                factors=("T03", "C02"),
                reviews=("r2", "r3"),
                n_reviews=2,
                spread=0.4,
                stability=0.5,
                explanation_nl="Deze factoren komen in 2 reviews samen voor.",
                proposed=4,
            ),
            Pattern(
                id="melding_zonder_terugkoppeling",
                name="melding zonder terugkoppeling",
                road=Road.STRUCTURAL,
                valence=Valence.HAMPERING,
                factors=(),
                reviews=("r1", "r5"),
                n_reviews=2,
                spread=0.4,
                stability=0.0,
                explanation_nl="Op een melding komt niets terug.",
                p_value=0.01,
            ),
        ),
        factors=(
            record("r1", "K06", Level.CHAIN),
            record("r1", "K06", Level.CHAIN),
            record("r2", "K06", Level.CHAIN),
            record("r4", "K06", Level.ORGANISATION),
            record("r2", "T03", Level.TEAM, valence=Valence.SUPPORTING),
            record("r3", "C02", Level.FAMILY, valence=Valence.SUPPORTING),
        ),
        motifs=(
            MotifRecord(
                review="r1",
                motif="melding_zonder_terugkoppeling",
                times=2,
                organisations=("huisarts", "veilig_thuis"),
            ),
            MotifRecord(review="r5", motif="melding_zonder_terugkoppeling", times=1),
        ),
        reviews=REVIEWS,
        names={
            "K06": "warme overdracht",
            "T03": "ruimte voor overleg in het team",
            "C02": "steun uit het netwerk",
            "wijkteam": "een wijkteam",
            "basisschool": "een basisschool",
        },
        questions={"melding_zonder_terugkoppeling": "Wie koppelt wat terug?"},
    )
