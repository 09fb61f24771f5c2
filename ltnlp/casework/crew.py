"""Processes that help with one run: they read, and this process joins what they read.

Texts go to them and answers come back through pipes, and stand in no file. They have
no key and know of no home. What they answer is what this process would have read.
"""

import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from ltnlp.casework.parcels import Parcel, done, made_here
from ltnlp.domain.errors import StateError
from ltnlp.nlp.resources import models_folder
from ltnlp.reading.codec import receive, send

WORKERS = "LTNLP_WORKERS"
MOST = 4
"""Processes that still pay: what is joined afterwards is the work of one."""

WORTH_WORDS = 20_000
"""A helper takes seconds to start: fewer words are read sooner without."""

_LARGEST = 1 << 32
_PROTOCOL = pickle.HIGHEST_PROTOCOL
_PASSED_ON = (
    "LD_LIBRARY_PATH",
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONPYCACHEPREFIX",
)
_GONE_NL = (
    "Bij het lezen ging er iets mis. Er is niets kwijt; start het opnieuw, en "
    "meld het als het weer gebeurt."
)


class CrewError(StateError):
    """Reading went wrong in a process that helped; the run can be started again."""

    def __init__(self, why: str) -> None:
        """Tell why, in words that hold nothing of a source."""
        super().__init__(f"a helping process failed: {why}", message_nl=_GONE_NL)


def processes(words: int) -> int:
    """Return with how many processes a review of so many words is read.

    `LTNLP_WORKERS` decides (1 is none beside this one); else the processors that this
    process may use, four at most, and one for a small review.
    """
    told = os.environ.get(WORKERS, "")
    if told.isdecimal() and int(told):
        return int(told)
    if words < WORTH_WORDS:
        return 1
    # Late: only a large review asks. It knows of shares that a container was given.
    from joblib import cpu_count

    return min(MOST, int(cpu_count()))


class Answers:
    """The answers to parcels that were handed to a crew; each is there once."""

    def __init__(self, parcels: Sequence[Parcel], crew: "Crew") -> None:
        """Wait for whoever takes the first parcel."""
        self._parcels = parcels
        self._crew = crew
        self._changed = crew.changed
        self._left = deque(range(len(parcels)))
        self._answers: dict[int, tuple[Any, ...]] = {}
        self._failed: str | None = None

    @property
    def left(self) -> int:
        """How many parcels nobody has begun."""
        return len(self._left)

    def all(self) -> list[Any]:
        """Return the answers to all calls in their order; see `of`."""
        return [one for n in range(len(self._parcels)) for one in self.of(n)]

    def of(self, number: int) -> tuple[Any, ...]:
        """Return the answers to one parcel; what nobody has begun is done here.

        Raises:
            CrewError: reading it went wrong in a process that helped.
        """
        while not self._is_there(number):
            mine = self._next_for(number)
            if mine is not None:
                self._do(mine)
        return self._answers[number]

    def _do(self, number: int) -> None:
        try:
            self.put(number, done(self._parcels[number]))
        except BaseException as error:
            # Another thread may be waiting for just this one.
            self.fail(type(error).__name__)
            raise

    def take(self) -> tuple[int, Parcel] | None:
        """Return a parcel that nobody has begun; call it with the lock held."""
        if not self._left:
            return None
        number = self._left.popleft()
        return number, self._parcels[number]

    def put(self, number: int, answer: tuple[Any, ...]) -> None:
        """Keep the answers to a parcel."""
        with self._changed:
            self._answers[number] = answer
            self._changed.notify_all()

    def give_back(self, number: int) -> None:
        """Let another begin on a parcel: who had it ended before it answered."""
        with self._changed:
            self._left.appendleft(number)
            self._crew.offer(self)

    def fail(self, why: str) -> None:
        """Let whoever waits know that a parcel will not be answered."""
        with self._changed:
            self._failed = why
            self._changed.notify_all()

    def _is_there(self, number: int) -> bool:
        with self._changed:
            if self._failed is not None:
                raise CrewError(self._failed)
            return number in self._answers

    def _next_for(self, number: int) -> int | None:
        """Take the parcel wanted, else another; where none is for here, wait a change."""
        with self._changed:
            begun_here = not self._crew.helped or made_here(self._parcels[number])
            if begun_here and number in self._left:
                self._left.remove(number)
                return number
            if begun_here and self._left:
                return self._left.popleft()
            if number not in self._answers and self._failed is None:
                self._changed.wait()
            return None


class Crew:
    """This process and those that help it, for one run; closed when that ends."""

    def __init__(self, size: int) -> None:
        """Start the `size` - 1 processes that help; they get ready by themselves."""
        self.changed = threading.Condition()
        self._asked: list[Answers] = []
        self._closed = False
        self._mates: list[_Mate] = []
        # Where the system lets no more begin, fewer help; none that began is lost.
        with suppress(OSError, RuntimeError):
            for _ in range(size - 1):
                self._mates.append(_Mate(self))

    @property
    def helped(self) -> bool:
        """Whether anybody helps (still): only then is there a use in asking early."""
        return any(mate.lives for mate in self._mates)

    @property
    def pids(self) -> tuple[int, ...]:
        """The processes that help, as the system numbers them."""
        return tuple(mate.pid for mate in self._mates)

    def ask(self, parcels: Sequence[Parcel]) -> Answers:
        """Hand out parcels; returns at once. What is asked last is begun first."""
        answers = Answers(parcels, self)
        with self.changed:
            self.offer(answers)
        return answers

    def offer(self, answers: Answers) -> None:
        """Tell all that there is something to begin on; call it with the lock held."""
        if self.helped and answers not in self._asked:
            self._asked.append(answers)
        self.changed.notify_all()

    def next(self) -> tuple[Answers, int, Parcel] | None:
        """Return a parcel to do, waiting for one; None when the crew is closed."""
        with self.changed:
            while not self._closed:
                for answers in reversed(self._asked):
                    taken = answers.take()
                    if taken is not None:
                        return answers, *taken
                self._asked.clear()
                self.changed.wait()
            return None

    def close(self) -> None:
        """End the helpers, whatever they are doing, and wait for their end."""
        with self.changed:
            self._closed = True
            self._asked.clear()
            self.changed.notify_all()
        for mate in self._mates:
            mate.stop()


class _Mate:
    """One process that helps, and the thread that hands it its parcels."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._gone = False
        self._child = subprocess.Popen(
            [sys.executable, "-m", "ltnlp.casework.crewmate"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            cwd="/",
        )
        self._thread = threading.Thread(target=self._hand_out, daemon=True)
        self._thread.start()

    @property
    def pid(self) -> int:
        """The process, as the system numbers it."""
        return self._child.pid

    @property
    def lives(self) -> bool:
        """Whether it takes parcels."""
        return not self._gone

    def stop(self) -> None:
        """End the process and its thread."""
        self._child.kill()
        self._child.wait()
        self._thread.join()
        for stream in (self._child.stdin, self._child.stdout):
            try:
                stream.close() if stream else None
            except OSError:
                continue

    def _hand_out(self) -> None:
        while (work := self._crew.next()) is not None:
            answers, number, parcel = work
            answer = self._answer(parcel)
            if isinstance(answer, tuple):
                answers.put(number, answer)
                continue
            # First: whoever is woken by what follows counts who is left.
            self._gone = True
            if answer is None:
                answers.give_back(number)
            else:
                answers.fail(answer)
            return

    def _answer(self, parcel: Parcel) -> tuple[Any, ...] | str | None:
        """Return the answers, what went wrong with them, or None: the process ended.

        A process that the system took away, for want of memory, says nothing of the
        parcel: others go on with it. An error in reading would come back elsewhere.
        """
        try:
            content = self._exchanged(pickle.dumps(parcel, protocol=_PROTOCOL))
            # Not of a stranger: our own program wrote it, from texts that it only reads.
            answer: tuple[Any, ...] | str = pickle.loads(content)
        except (OSError, EOFError):
            return None
        except Exception as error:  # noqa: BLE001 - unanswered, it is waited for forever
            return type(error).__name__
        return answer

    def _exchanged(self, content: bytes) -> bytes:
        asked, answered = self._child.stdin, self._child.stdout
        if asked is None or answered is None:
            raise EOFError
        send(asked, content)
        answer = receive(answered, most=_LARGEST)
        if answer is None:
            raise EOFError
        return answer


def _environment() -> dict[str, str]:
    """Return an environment without keys and without the folders of this process."""
    passed = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return passed | {
        "PYTHONPATH": os.pathsep.join(str(Path(path).absolute()) for path in sys.path),
        "LTNLP_MODELS": str(models_folder().absolute()),
        "LC_ALL": "C.UTF-8",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
    }
