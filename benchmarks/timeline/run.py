"""How long a timeline takes: 2,000 events of 100 documents, and growth to 1,000.

Run: python benchmarks/timeline/run.py
Prints one line of JSON per size; exits 1 when the limit or the growth is missed.
"""

import datetime as dt
import json
import random
import resource
import sys
import time

from ltnlp.domain.bounds import Bounds
from ltnlp.domain.dates import DateType, Precision, UncertainDate
from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.events import Account, Event, Realised
from ltnlp.domain.spans import Span
from ltnlp.stages.timeline import integrate

EVENTS_PER_DOCUMENT = 20
LIMIT_SECONDS = 10.0
LIMIT_GROWTH = 1.6
"""Allowed growth of the time per event from 300 to 1,000 documents of one period.

Before that the time per event grows with the number of candidates it has at all.
"""

KINDS = (
    "melding",
    "overleg",
    "contact",
    "incident",
    "informatie",
    "besluit",
    "verzuim",
    "afspraak",
)
PARTIES = (
    "basisschool",
    "wijkteam",
    "huisarts",
    "leerplicht",
    "veilig_thuis",
    "jeugd_ggz",
    "gezin",
)
STEMS = (
    "br",
    "mel",
    "pla",
    "school",
    "ver",
    "zor",
    "grens",
    "dok",
    "hand",
    "ont",
    "wer",
    "ruz",
    "kamer",
    "toet",
    "vra",
)
ENDS = (
    "ak",
    "elen",
    "ing",
    "tijd",
    "slag",
    "heid",
    "den",
    "loop",
    "praat",
    "baar",
    "bel",
    "zaak",
    "lijn",
    "vorm",
    "kast",
)
START = dt.date(2019, 1, 1)
DAYS = 1500


def words(chance: random.Random) -> str:
    """Return nine invented words."""
    return " ".join(
        chance.choice(STEMS) + chance.choice(STEMS) + chance.choice(ENDS)
        for _ in range(9)
    )


def when(chance: random.Random) -> UncertainDate | None:
    """Return a day, a month or nothing."""
    shape = chance.random()
    day = START + dt.timedelta(days=chance.randrange(DAYS))
    if shape < 0.2:
        return None
    if shape < 0.4:
        return UncertainDate(
            text="maand",
            type=DateType.DATE,
            edtf=day.isoformat()[:7],
            earliest=day.replace(day=1),
            latest=(day.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
            - dt.timedelta(days=1),
            precision=Precision.MONTH,
        )
    return UncertainDate(
        text="dag",
        type=DateType.DATE,
        edtf=day.isoformat(),
        earliest=day,
        latest=day,
        precision=Precision.DAY,
    )


def told(number: int, document: int, chance: random.Random) -> Event:
    """Return one invented event with one account."""
    date = when(chance)
    parties = tuple(sorted(set(chance.choices(PARTIES, k=2))))
    span = Span(start=number * 200, end=number * 200 + 90)
    account = Account(
        id=f"a{document}-{number}",
        document=f"d{document}",
        passage=f"p{document}-{number}",
        span=span,
        source=span,
        wording=words(chance),
        date=date,
        organisations=parties,
    )
    return Event(
        id=f"e{document:04}-{number:02}",
        what=account.wording,
        type=chance.choice(KINDS),
        accounts=(account,),
        date=date,
        organisations=parties,
        realised=chance.choice(list(Realised)),
    )


def measure(documents: int) -> dict[str, float]:
    """Return the figures of one run."""
    chance = random.Random(7)
    events = [
        told(number, document, chance)
        for document in range(documents)
        for number in range(EVENTS_PER_DOCUMENT)
    ]
    sources = [
        Document(id=f"d{n}", slot=f"d{n}", label=f"d{n}", kind=DocumentKind.INTERVIEW)
        for n in range(documents)
    ]
    began = time.process_time()
    result = integrate(
        events,
        corrections=(),
        period=Bounds(earliest=START, latest=None),
        documents=sources,
    )
    seconds = time.process_time() - began
    return {
        "documents": documents,
        "events": len(events),
        "joined": len(events) - len(result.timeline.events),
        "cpu_seconds": round(seconds, 2),
        "ms_per_event": round(1000 * seconds / len(events), 3),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def main() -> int:
    """Measure 100, 300 and 1,000 documents."""
    rows = [measure(size) for size in (100, 300, 1000)]
    for row in rows:
        print(json.dumps(row))
    growth = rows[-1]["ms_per_event"] / rows[1]["ms_per_event"]
    print(json.dumps({"growth_per_event": round(growth, 2)}))
    fast = rows[0]["cpu_seconds"] < LIMIT_SECONDS
    return 0 if fast and growth <= LIMIT_GROWTH else 1


if __name__ == "__main__":
    sys.exit(main())
