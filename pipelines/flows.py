"""The four flows (ingest, reconstruct, compare and forget) and one that takes up again.

They take ids only: an orchestrator keeps parameters, logs and artifacts in clear, so
nothing of a source, no name and no title may be in them.
"""

import datetime as dt
from dataclasses import asdict
from functools import partial
from typing import Any, cast

from prefect import flow
from prefect.artifacts import create_table_artifact
from prefect.client.orchestration import get_client
from prefect.futures import PrefectFuture
from prefect.runtime import flow_run
from prefect.task_runners import TaskRunner, ThreadPoolTaskRunner

from ltnlp.casework import compare as comparing
from ltnlp.casework import forget as forgetting
from ltnlp.casework import reconstruct as steps
from ltnlp.casework.desk import laid
from ltnlp.casework.home import Home
from ltnlp.casework.progress import Step, running
from ltnlp.domain.reviews import ReviewState
from pipelines import tasks
from pipelines.runner import take_up_again
from pipelines.traces import erase_traces

TWO_THREADS = cast(
    "TaskRunner[PrefectFuture[Any]]", ThreadPoolTaskRunner(max_workers=2)
)
AFTER_READING = (
    (Step.RELEASE, tasks.release),
    (Step.INTEGRATE, tasks.integrate),
    (Step.CONNECT, tasks.connect),
    (Step.FACTORS, tasks.propose_factors),
    (Step.RECORD, tasks.record),
)


@flow(name="ingest", task_runner=TWO_THREADS, persist_result=False, log_prints=False)
@partial(tasks.discreet, "flow ingest")
def ingest(review: str) -> int:
    """Read what every document of a review tells, one task per document."""
    documents = steps.readable(Home.open(), review)
    futures = [tasks.read_dates.submit(review, document.id) for document in documents]
    for future in futures:
        future.result()
    return len(documents)


@flow(
    name="reconstruct", task_runner=TWO_THREADS, persist_result=False, log_prints=False
)
@partial(tasks.discreet, "flow reconstruct")
def reconstruct(review: str, attempt: int = 1) -> None:
    """Run all stages of a review, one task each, and leave an artifact with counts.

    `attempt` counts the times that a run which died was taken up again.
    """
    home = Home.open()
    started = dt.datetime.now(dt.UTC)
    run = str(flow_run.id or "")
    with (
        running(home, review, run=run, attempt=attempt) as tell,
        laid(home, review),
    ):
        tell(Step.FIND_NAMES, 0, 1)
        tasks.find_names(review)
        tell(Step.READ_DATES, 0, 1)
        ingest(review)
        for stage, task in AFTER_READING:
            tell(stage, 0, 1)
            task(review)
        # Before the run is done: whoever forgets the review waits for this too.
        _leave_counts(home, review, started)


def _leave_counts(home: Home, review: str, started: dt.datetime) -> None:
    """Leave an artifact with what the run made, in numbers.

    It has no key: the event that announces a key repeats the whole table, and the
    server has no way to remove an event.
    """
    seconds = (dt.datetime.now(dt.UTC) - started).total_seconds()
    summary = steps.summarise(home, review, seconds=seconds)
    create_table_artifact(table=[asdict(summary)])


@flow(name="compare", persist_result=False, log_prints=False)
@partial(tasks.discreet, "flow compare")
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
@partial(tasks.discreet, "flow forget")
def forget(dry_run: bool = False) -> int:
    """Destroy the reviews whose term has passed, and what Prefect remembers of them.

    The artifact counts and names no review: it outlives them.
    """
    home = Home.open()
    today = dt.datetime.now(dt.UTC).date()
    done = forgetting.forget(home, today=today, dry_run=dry_run)
    wiped = 0 if dry_run else _erase_destroyed(home)
    counts = {
        "destroyed": len(done.destroyed),
        "kept": len(done.kept),
        "runs_wiped": wiped,
        "dry_run": dry_run,
    }
    create_table_artifact(key="forget", table=[counts])
    return len(done.destroyed)


@flow(name="take-up-again", persist_result=False, log_prints=False)
@partial(tasks.discreet, "flow take_up")
def take_up() -> int:
    """Hand over anew the reviews whose run died with its worker or machine."""
    return len(take_up_again(Home.open()))


def _erase_destroyed(home: Home) -> int:
    """Wipe the runs of all reviews that were destroyed, by whatever road and when."""
    destroyed = [
        entry.id
        for entry in home.system().reviews()
        if entry.state == ReviewState.DESTROYED
    ]
    with get_client(sync_client=True) as client:
        return erase_traces(client, destroyed)
