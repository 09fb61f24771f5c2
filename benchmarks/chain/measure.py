"""One contestant over the corpus, in a process of its own: seconds and peak memory."""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("PREFECT_LOGGING_LEVEL", "ERROR")


def ours(texts: list[str]) -> dict[str, object]:
    """Run intake and all stages over the texts as one review."""
    import datetime as dt

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
        }


def deduce_names(texts: list[str]) -> dict[str, object]:
    """De-identify with deduce."""
    from deduce import Deduce

    model = Deduce()
    found = sum(len(model.deidentify(text).annotations) for text in texts)
    return {"identifiers": found}


def dateparser_dates(texts: list[str]) -> dict[str, object]:
    """Find dates with dateparser's search_dates."""
    from dateparser.search import search_dates

    found = 0
    for text in texts:
        for line in text.splitlines():
            found += len(search_dates(line, languages=["nl"]) or ())
    return {"dates": found}


def spacy_pipeline(texts: list[str]) -> dict[str, object]:
    """Run a spaCy pipeline of rules: sentences, and a ruler of entities."""
    import spacy

    nlp = spacy.blank("nl")
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    kinds = ("school", "wijkteam", "politie", "huisarts", "jeugdbeschermer")
    ruler.add_patterns([{"label": "ORG", "pattern": [{"LOWER": k}]} for k in kinds])
    docs = nlp.pipe(texts)
    return {"entities": sum(len(doc.ents) for doc in docs)}


CONTESTANTS: dict[str, Callable[[list[str]], dict[str, object]]] = {
    "ours": ours,
    "deduce": deduce_names,
    "search_dates": dateparser_dates,
    "spacy": spacy_pipeline,
}


def main() -> None:
    """Measure the contestant named first over the texts in the JSON file named second."""
    name, path = sys.argv[1:3]
    texts = json.loads(Path(path).read_text("utf-8"))
    wall, cpu = time.perf_counter(), time.process_time()
    found = CONTESTANTS[name](texts)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    row = {
        "name": name,
        "seconds": round(time.perf_counter() - wall, 1),
        "cpu_seconds": round(time.process_time() - cpu, 1),
        "peak_mb": round(peak / 1024),
        "found": found,
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main()
