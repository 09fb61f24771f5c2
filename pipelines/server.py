"""The standing Prefect server that the settings name, and what it says of itself."""

from collections.abc import Iterator
from contextlib import contextmanager

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.objects import WorkerStatus
from prefect.exceptions import ObjectNotFound
from prefect.settings import PREFECT_API_URL

from ltnlp.domain.errors import LtnlpError, StateError

RECONSTRUCT = "reconstruct/on-demand"
POOL = "ltnlp"
ANSWER_SECONDS = 15.0
"""Somebody waits before a page: the client's own patience is a minute."""

NO_SERVER_NL = (
    "Er is geen Prefect-server ingesteld: zet PREFECT_API_URL, bijvoorbeeld op "
    "http://127.0.0.1:4200/api."
)
SILENT_NL = (
    "De Prefect-server antwoordt niet. Start hem met 'prefect server start'; wat "
    "klaarstond gaat dan vanzelf verder."
)
NOT_DEPLOYED_NL = (
    "De Prefect-server kent het werk nog niet: voer in de map van het programma "
    "'prefect deploy --all' uit."
)
NO_WORKER_NL = (
    "Er is geen worker bij de Prefect-server: start er een met "
    "'prefect worker start --pool ltnlp'."
)


@contextmanager
def standing_server() -> Iterator[SyncPrefectClient]:
    """Talk to the server at `PREFECT_API_URL`; none is started in passing.

    Raises:
        StateError: none is set, it does not answer, or it does not know the work.
    """
    if not PREFECT_API_URL.value():
        raise StateError("no Prefect server is set", message_nl=NO_SERVER_NL)
    try:
        with get_client(
            sync_client=True, httpx_settings={"timeout": ANSWER_SECONDS}
        ) as client:
            yield client
    except LtnlpError:
        raise
    except ObjectNotFound:
        raise StateError("nothing is deployed", message_nl=NOT_DEPLOYED_NL) from None
    except Exception as error:  # noqa: BLE001 - the client lets through what three libraries raise
        raise StateError(
            f"the Prefect server does not answer: {type(error).__name__}",
            message_nl=SILENT_NL,
        ) from None


def complaint_nl() -> str:
    """Return what keeps the server from doing work, "" when nothing does."""
    try:
        with standing_server() as client:
            client.read_deployment_by_name(RECONSTRUCT)
            workers = client.read_workers_for_work_pool(POOL)
    except StateError as error:
        return error.message_nl
    awake = any(worker.status is WorkerStatus.ONLINE for worker in workers)
    return "" if awake else NO_WORKER_NL
