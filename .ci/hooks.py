"""The two commit hooks that no tool of the environment brings.

`hooks.py end-of-file FILE…` and `hooks.py large-files FILE…` name each file that
breaks the rule and fail if there is one.
"""

import sys
from pathlib import Path

LARGEST = 1_000_000


def ends_well(file: Path) -> bool:
    """Whether the file is empty or ends with exactly one newline."""
    content = file.read_bytes()
    return not content or (content.endswith(b"\n") and not content.endswith(b"\n\n"))


def is_small(file: Path) -> bool:
    """Whether the file is small enough to live in the repository."""
    return file.stat().st_size <= LARGEST


RULES = {
    "end-of-file": (ends_well, "does not end with exactly one newline"),
    "large-files": (is_small, f"is larger than {LARGEST:,} bytes"),
}


def main() -> int:
    """Judge the files that the hook was given."""
    holds, complaint = RULES[sys.argv[1]]
    broken = [name for name in sys.argv[2:] if not holds(Path(name))]
    for name in broken:
        print(f"{name} {complaint}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
