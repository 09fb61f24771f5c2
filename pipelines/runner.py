"""Long work handed to a Prefect server."""

from uuid import UUID

from prefect.client.orchestration import get_client
from prefect.deployments import run_deployment

from ltnlp.casework.home import Home
from ltnlp.casework.runner import RunState, read_state, write_state

DEPLOYMENT = "reconstruct/on-demand"


class PrefectRunner:
    """Starts reviews as runs of a deployment; a worker of the server does them."""

    def start(self, home: Home, review: str) -> None:
        """Hand a review to the deployment `reconstruct/on-demand`; returns at once."""
        write_state(home, RunState(review=review, state="waiting"))
        run_deployment(DEPLOYMENT, parameters={"review": review}, timeout=0)

    def state(self, home: Home, review: str) -> RunState:
        """Return how far the run is, as its worker last wrote."""
        return read_state(home, review)

    def forget(self, run: UUID) -> None:
        """Delete a run and its logs from the server's own database."""
        with get_client(sync_client=True) as client:
            client.delete_flow_run(run)
