"""Run every check, show each plainly, and fail if one of them failed.

All checks are run, also after a failure: one run tells all that is wrong. The last
lines are the table of results and pytest's own closing line.
"""

import os
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent

STATIC = {
    "format": ("ruff", "format", "--check", "."),
    "lint": ("ruff", "check", "."),
    "types": ("mypy",),
    "imports": ("lint-imports", "--no-logo"),
    "dependencies": ("deptry", "."),
}
TESTS = {
    # Files stay together: what a file sets up once is made once.
    "tests": ("pytest", "-q", "-n2", "--dist=loadfile", "--cov", "--cov-report="),
    "coverage": ("coverage", "report", "--fail-under=90"),
    "coverage of the core": (
        "coverage",
        "report",
        "--include=ltnlp/domain/*,ltnlp/stages/*",
        "--fail-under=100",
    ),
}
CLOSING_LINE = re.compile(r"^=+ .*\b(passed|failed|error|errors|no tests ran)\b.* =+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How one check ended."""

    name: str
    passed: bool
    seconds: float
    closing: str


def run(name: str, command: tuple[str, ...]) -> Result:
    """Run one check, passing on what it says while it says it."""
    print(f"\n== {name}: {' '.join(command)}", flush=True)
    started = time.monotonic()
    closing = ""
    with subprocess.Popen(
        [str(BIN / command[0]), *command[1:]],
        cwd=ROOT,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as check:
        for line in check.stdout or ():
            print(line, end="", flush=True)
            if CLOSING_LINE.match(line.rstrip()):
                closing = line.rstrip()
    return Result(
        name=name,
        passed=check.returncode == 0,
        seconds=time.monotonic() - started,
        closing=closing,
    )


def main() -> int:
    """Run the checks and sum up."""
    checks = STATIC if "--static" in sys.argv[1:] else STATIC | TESTS
    results = [run(name, command) for name, command in checks.items()]
    print("\n== summary")
    for result in results:
        verdict = "ok    " if result.passed else "FAILED"
        print(f"   {verdict}  {result.name:<22} {result.seconds:6.1f} s")
    for result in results:
        if result.closing:
            print(result.closing)
    return 0 if all(result.passed for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
