"""Resolve the dependencies anew and write the four lock files.

The locks hold names, versions and hashes, and no address of a package index. They
serve every Python from 3.11 on. What is locked already stays as it is unless it
must move, or `--upgrade` asks for newer versions.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = Path(sys.executable).with_name("uv")
OPTIONS = (
    "--quiet",
    "--universal",
    "--fork-strategy=fewest",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--no-annotate",
    "--no-strip-extras",
)


def resolve(lock: str, *sources: str, stdin: str = "") -> None:
    """Write one lock from its sources."""
    command = [str(UV), "pip", "compile", *OPTIONS, *sources, f"--output-file={lock}"]
    print(f"== {lock}", flush=True)
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        input=stdin,
        text=True,
        stdout=subprocess.DEVNULL,
    )


def main() -> None:
    """Write the product's lock first; the others start from what it chose."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    product = "requirements.lock"
    resolve(product, "pyproject.toml", *upgrade)
    resolve(
        "requirements-dev.lock",
        "pyproject.toml",
        "--group=dev",
        f"--constraints={product}",
        *upgrade,
    )
    # Peers may hold a library back; without them it stays as the product has it.
    shutil.copy(ROOT / product, ROOT / "requirements-benchmark.lock")
    resolve("requirements-benchmark.lock", "pyproject.toml", "--group=benchmark")
    resolve(
        "requirements-bootstrap.lock",
        "-",
        "--constraints=requirements-dev.lock",
        *upgrade,
        stdin="hatchling>=1.27\nsetuptools>=80\nuv\nwheel\n",
    )


if __name__ == "__main__":
    main()
