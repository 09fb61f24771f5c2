"""A process that helps with a run: parcels come in, answers go out, nothing is kept.

    python -m ltnlp.casework.crewmate

Reads frames (a parcel each) from standard input and answers one frame each on
standard output, until standard input ends: so it does not outlive who started it.
"""

import pickle
import resource
import signal

from ltnlp.casework.collecting import seldom_collected
from ltnlp.casework.parcels import done
from ltnlp.reading.codec import own_streams, receive, send

_LARGEST = 1 << 32


def main() -> None:
    """Answer parcels until there are none."""
    # Who started it decides when it ends, also when somebody presses Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # It holds original words: should it crash, nothing of them is written down.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    asked, answered = own_streams()
    with seldom_collected():
        while (content := receive(asked, most=_LARGEST)) is not None:
            send(answered, _answer(content))


def _answer(content: bytes) -> bytes:
    try:
        # Our own program wrote it.
        answer: object = done(pickle.loads(content))
    except Exception as error:  # noqa: BLE001 - its message may quote a source
        # Late: it loads the stores, which a process that helps never needs.
        from ltnlp.casework.progress import place_of

        answer = f"{type(error).__name__}, {place_of(error)}"
    return pickle.dumps(answer, protocol=pickle.HIGHEST_PROTOCOL)


if __name__ == "__main__":
    main()
