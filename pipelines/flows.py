"""The four flows: ingest, reconstruct, compare and forget. They take ids only.

An orchestrator keeps parameters, logs and artifacts in clear: nothing of a source,
no name and no title may be in them.
"""

import datetime as dt
from dataclasses import asdict
from typing import Any, cast

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.futures import PrefectFuture
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from ltnlp.casework import compare as comparing
from ltnlp.casework import forget as forgetting
from ltnlp.casework import reconstruct as steps
from ltnlp.casework.home import Home
from ltnlp.casework.runner import RunState, Step, write_state
from ltnlp.domain.errors import LtnlpError
from pipelines import tasks

TWO_THREADS = cast(
    "TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=2)
)


@flow(
    name="ingest",
    task_runner=TWO_THREADS,
    persist_result=False,
    log_prints=False,
    validate_parameters=True,
)
def ingest(review: str) -> int:
    """Read what every document of a review tells, one task per document."""
    documents = steps.readable(Home.open(), review)
    futures = [tasks.read_dates.submit(review, document.id) for document in documents]
    for future in futures:
        future.result()
    return len(documents)


@flow(
    name="reconstruct",
    task_runner=TWO_THREADS,
    persist_result=False,
    log_prints=False,
)
def reconstruct(review: str) -> None:
    """Run all stages of a review, one task each, and leave an artifact with counts."""
    home = Home.open()
    home.open_entry(review)
    started = dt.datetime.now(dt.UTC)
    try:
        ingest(review)
        for stage, task in (
            (Step.FIND_NAMES, tasks.find_names),
            (Step.RELEASE, tasks.release),
            (Step.INTEGRATE, tasks.integrate),
            (Step.CONNECT, tasks.connect),
            (Step.FACTORS, tasks.propose_factors),
            (Step.RECORD, tasks.record),
        ):
            _tell(home, review, "running", stage)
            task(review)
    except LtnlpError:
        _tell(home, review, "failed")
        raise
    _tell(home, review, "done")
    seconds = (dt.datetime.now(dt.UTC) - started).total_seconds()
    summary = steps.summarise(home, review, seconds=seconds)
    create_table_artifact(key="reconstruct", table=[asdict(summary)])


@flow(name="compare", persist_result=False, log_prints=False)
def compare(reviews: list[str] | None = None) -> int:
    """Find patterns over all reviews, or over those named."""
    comparison = comparing.compare(Home.open(), reviews or ())
    create_table_artifact(
        key="compare",
        table=[
            {
                "pattern": pattern.id,
                "road": str(pattern.road),
                "reviews": pattern.n_reviews,
            }
            for pattern in comparison.patterns
        ],
    )
    return len(comparison.patterns)


@flow(name="forget", persist_result=False, log_prints=False)
def forget(dry_run: bool = False) -> int:
    """Destroy the reviews whose term has passed, without hold and with approval."""
    today = dt.datetime.now(dt.UTC).date()
    done = forgetting.forget(Home.open(), today=today, dry_run=dry_run)
    create_table_artifact(
        key="forget",
        table=[{"review": review, "dry_run": dry_run} for review in done.destroyed],
    )
    return len(done.destroyed)


def _tell(home: Home, review: str, state: str, stage: Step | None = None) -> None:
    """Write where the page reads how far a run is."""
    step = str(stage) if stage else ""
    write_state(home, RunState(review=review, state=state, step=step))
