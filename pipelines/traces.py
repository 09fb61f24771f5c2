"""What Prefect remembers of a review, wiped when the review is forgotten.

Flow runs (with their task runs and states), their logs and artifacts go. The server
has no way to remove an event: it drops those itself after
`PREFECT_SERVER_EVENTS_RETENTION_PERIOD`. They name runs by random ids, never a review.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from uuid import UUID

from prefect.client.orchestration import SyncPrefectClient
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.sorting import FlowRunSort
from prefect.exceptions import ObjectNotFound

PAGE = 200


def erase_traces(client: SyncPrefectClient, reviews: Sequence[str]) -> int:
    """Delete every run about one of the reviews; return how many there were."""
    wanted = frozenset(reviews)
    if not wanted:
        return 0
    runs = [run.id for run in _all_runs(client) if wanted & _reviews_of(run)]
    for run in runs:
        _erase_run(client, run)
    return len(runs)


def _all_runs(client: SyncPrefectClient) -> Iterator[FlowRun]:
    """Yield every run that the server knows; parameters cannot be asked for."""
    offset = 0
    while page := client.read_flow_runs(
        sort=FlowRunSort.ID_DESC, limit=PAGE, offset=offset
    ):
        yield from page
        offset += len(page)


def _reviews_of(run: FlowRun) -> frozenset[str]:
    """Return the ids in a run's parameters: one review, or a list of them."""
    named = [run.parameters.get("review"), *(run.parameters.get("reviews") or ())]
    return frozenset(name for name in named if isinstance(name, str))


def _erase_run(client: SyncPrefectClient, run: UUID) -> None:
    # Artifacts outlive their run in Prefect's database.
    mine = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run]))
    for artifact in client.read_artifacts(artifact_filter=mine):
        with suppress(ObjectNotFound):
            client.delete_artifact(artifact.id)
    # A subflow may have gone with its parent.
    with suppress(ObjectNotFound):
        client.delete_flow_run(run)
