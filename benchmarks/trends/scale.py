"""Publishing trends over many facts, and how long each named question takes.

Run: python -m benchmarks.trends [--facts 10000000] [--each 100]
"""

import argparse
import datetime as dt
import resource
import tempfile
import time
from pathlib import Path

from ltnlp.casework.home import Home
from ltnlp.casework.query import answer
from ltnlp.casework.trends import publish_trends
from ltnlp.nlp.factors import factor_codes, pattern_library
from ltnlp.nlp.organisations import taxonomy
from ltnlp.store.database import Session
from ltnlp.store.keys import Keyring
from ltnlp.store.questions import questions

TODAY = dt.date(2026, 1, 15)

# Some codes are common and some are rare, as in life: a square favours the first.
FACTS = """
INSERT INTO fact
WITH told AS (
    SELECT i // $each AS r, i, random() AS a, random() AS b, random() AS c, random() AS d
    FROM range($start, $stop) t(i)
), code AS (
    SELECT told.*, i % 2 = 0 AS is_factor,
        $factors[1 + floor(a * a * len($factors))::INT] AS f,
        $levels[1 + floor(a * a * len($factors))::INT] AS l
    FROM told
)
SELECT 'r' || r,
    ['volledig', 'eendaags', 'thematisch', 'ret_casus'][1 + r % 4],
    2016 + r % 11,
    CASE WHEN is_factor THEN f END,
    CASE WHEN is_factor THEN l END,
    CASE WHEN is_factor THEN
        CASE WHEN b < 0.8 THEN 'belemmerend' ELSE 'ondersteunend' END END,
    CASE WHEN is_factor AND c < 0.4
        THEN $patterns[1 + floor(d * d * len($patterns))::INT] END,
    $kinds[1 + floor(c * c * len($kinds))::INT],
    CASE WHEN NOT is_factor THEN $classes[1 + floor(a * len($classes))::INT] END,
    CASE WHEN NOT is_factor THEN
        CASE WHEN b < 0.7 THEN 'ja' WHEN b < 0.9 THEN 'nee' ELSE 'poging' END END,
    ['ervoor', '0-3 maanden', '3-6 maanden', '6-12 maanden', 'na 12 maanden']
        [1 + floor(d * 5)::INT],
    'regio ' || (r % 42)
FROM code
"""
CLASSES = (
    "melding", "advies", "verwijzing", "aanmelding", "afwijzing", "overleg",
    "informatieoverdracht", "informatieverzoek", "terugkoppeling", "overdracht",
    "besluit", "opschaling", "afsluiting", "contactpoging",
)  # fmt: skip
AT_ONCE = 1_000_000


def main() -> None:
    """Print what making, publishing and asking took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=int, default=10_000_000)
    parser.add_argument("--each", type=int, default=100)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        root = Path(place)
        ring = Keyring(root / "home" / "keyring", key_file=root / "key" / "master.key")
        home = Home(root=root / "home", keyring=ring, key_file=root / "key")
        home.system().set_rule("trends_regio", "ja")
        fill(home, options.facts, options.each)
        print(f"facts {options.facts}, reviews {options.facts // options.each}")
        publish_and_ask(home)


def fill(home: Home, facts: int, each: int) -> None:
    """Put made-up facts into the system store."""
    codes = factor_codes()
    values = {
        "each": each,
        "factors": list(codes),
        "levels": [str(one.level) for one in codes.values()],
        "patterns": [one.id for one in pattern_library()],
        "kinds": list(taxonomy()),
        "classes": list(CLASSES),
    }
    for start in range(0, facts, AT_ONCE):
        stop = min(facts, start + AT_ONCE)
        with home.system_database().session() as session:
            _execute(session, values | {"start": start, "stop": stop})


def publish_and_ask(home: Home) -> None:
    """Publish a version and ask it every named question of the trends."""
    before = _megabytes()
    began, cpu = time.perf_counter(), time.process_time()
    made = publish_trends(home, today=TODAY, simulated=True)
    seconds, used = time.perf_counter() - began, time.process_time() - cpu
    size = made.path.stat().st_size / 1e6 if made.path else 0
    print(
        f"publish {seconds:.1f} s ({used:.1f} s CPU), file {size:.1f} MB {made.why_nl}"
    )
    print(f"most memory {_megabytes():.0f} MB (before publishing {before:.0f} MB)")
    for question in questions():
        if question.about == "trends":
            began = time.perf_counter()
            rows = answer(home, question.name).rows
            took = time.perf_counter() - began
            print(f"  {question.name:30} {len(rows):7} rows {took:6.3f} s")


def _execute(session: Session, values: dict[str, object]) -> None:
    # No query of the product makes facts up.
    session._connection.execute(FACTS, values)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
