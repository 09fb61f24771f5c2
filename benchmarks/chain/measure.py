"""One contestant over the corpus, in a process of its own: seconds and peak memory.

CPU seconds and memory are those of the process and of all that it started. Of memory
the peaks are added, though they need not have come at one moment.
"""

import importlib
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import cast

os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")


def ours(texts: list[str]) -> dict[str, int]:
    """Run intake and all stages over the texts as one review."""
    import datetime as dt

    from ltnlp.casework.crew import processes
    from ltnlp.casework.home import Home
    from ltnlp.casework.intake import Upload, add_sources
    from ltnlp.casework.reconstruct import reconstruct
    from ltnlp.casework.reviews import Intake, new_review
    from ltnlp.domain.documents import DocumentKind

    with tempfile.TemporaryDirectory() as place:
        os.environ["LTNLP_KEY_FILE"] = str(Path(place) / "key" / "master.key")
        home = Home.open(Path(place) / "home")
        today = dt.date(2024, 9, 1)
        review = new_review(home, Intake(title="meting"), today=today)
        uploads = [
            Upload(
                content=text.encode(),
                file_name=f"{n}.txt",
                kind=DocumentKind.INTERVIEW,
                made_on=today,
            )
            for n, text in enumerate(texts)
        ]
        add_sources(home, review, uploads)
        summary = reconstruct(home, review)
        return {
            "identifiers": summary.identifiers,
            "dates": summary.dates,
            "events": summary.events,
            "interactions": summary.interactions,
            "factors": summary.factors,
            "processes": processes(summary.words),
        }


def deduce_names(texts: list[str]) -> dict[str, int]:
    """De-identify with deduce."""
    model = importlib.import_module("deduce").Deduce()
    found = sum(len(model.deidentify(text).annotations) for text in texts)
    return {"identifiers": found}


def dateparser_dates(texts: list[str]) -> dict[str, int]:
    """Find dates with dateparser's search_dates."""
    from dateparser.search import search_dates

    found = 0
    for text in texts:
        for line in text.splitlines():
            found += len(search_dates(line, languages=["nl"]) or ())
    return {"dates": found}


def spacy_pipeline(texts: list[str]) -> dict[str, int]:
    """Run a spaCy pipeline of rules: sentences, and a ruler of entities."""
    import spacy
    from spacy.pipeline import EntityRuler

    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    ruler = cast("EntityRuler", nlp.add_pipe("entity_ruler"))
    kinds = ("school", "wijkteam", "politie", "huisarts", "jeugdbeschermer")
    ruler.add_patterns([{"label": "ORG", "pattern": [{"LOWER": k}]} for k in kinds])
    docs = nlp.pipe(texts)
    return {"entities": sum(len(doc.ents) for doc in docs)}


CONTESTANTS: dict[str, Callable[[list[str]], dict[str, int]]] = {
    "ours": ours,
    "deduce": deduce_names,
    "search_dates": dateparser_dates,
    "spacy": spacy_pipeline,
}


def main() -> None:
    """Measure the contestant named first over the texts in the JSON file named second."""
    name, path = sys.argv[1:3]
    texts = json.loads(Path(path).read_text("utf-8"))
    wall, cpu = time.perf_counter(), _cpu_seconds()
    found = CONTESTANTS[name](texts)
    row = {
        "name": name,
        "seconds": round(time.perf_counter() - wall, 1),
        "cpu_seconds": round(_cpu_seconds() - cpu, 1),
        "peak_mb": round(_peak_kb(int(found.get("processes", 1))) / 1024),
        "found": found,
    }
    print(json.dumps(row))


def _cpu_seconds() -> float:
    """Return what this process used and all that it started and that ended."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


def _peak_kb(processes: int) -> int:
    """Return the peak of this process, and of the largest other for each of them."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    other = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return own + (processes - 1) * other


if __name__ == "__main__":
    main()
