"""Rules about the tree itself: what is committed, locked, named and exported.

Each rule is a function from a text to what breaks it, and each is shown a text that
breaks it: a rule that cannot fail is no rule.
"""

import ast
import importlib
import pkgutil
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("ltnlp", "pipelines")
LONGEST_MODULE = 400

LOCKS = tuple(
    f"requirements{kind}.lock" for kind in ("", "-dev", "-benchmark", "-bootstrap")
)
PRODUCT_LOCKS = ("requirements.lock", "requirements-dev.lock")

# What the platform was measured to need; the reasons stand in pyproject.toml.
PINS = {
    "spacy": "==3.8.*",
    "prefect": "==3.*",
    "fastapi": "<0.151",
    "sqlalchemy": "<2.1",
    "duckdb": "==1.5.*",
    "duckdb-extension-httpfs": "==1.5.*",
}
PEERS = {"deduce", "presidio-analyzer"}

FILE_HOST = "".join(["python", "hosted"])
HOSTS = (("pypi", r"org/simple"), (FILE_HOST, "org"), (r"registry\.\w+", r"\w+"))
"""Where packages come from, in parts, so that this file breaks no rule of its own."""
REGISTRY = re.compile(
    "|".join(rf"\b{name}\.{rest}" for name, rest in HOSTS)
    + r"|^\s*--(extra-)?index-url|^\s*--find-links",
    re.MULTILINE,
)
MACHINE_PATH = re.compile(
    r"(?<![\w.:/~*}-])/(home|Users|root|work)/[\w.]|\b[A-Z]:\\Users\\"
    r"|file:///[\w]"
)
VAGUE_NAME = re.compile(r"(^|_)(utils?|helpers?|managers?)(_|$)")
DOCUMENT = re.compile(r"\.(docx?|xlsx?|odt|rtf|pdf|msg|duckdb(\.wal)?)$")

LOCKED = re.compile(r"^([a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==([^ ;\\]+)")


def committed_files() -> list[Path]:
    """The files that git tracks; without git, all that is not made by tools."""
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listing.returncode == 0:
        found = [ROOT / name for name in listing.stdout.split("\0") if name]
    else:
        made = re.compile(r"^(\.venv|\.[a-z_]+_cache|\.git$|\.hypothesis|dist$|build$)")
        found = [
            file
            for file in ROOT.rglob("*")
            if not any(made.match(part) for part in file.relative_to(ROOT).parts)
        ]
    return [file for file in found if file.is_file() and not file.is_symlink()]


def texts() -> Iterator[tuple[str, str]]:
    """Each committed file that is text, by its path in the tree."""
    for file in committed_files():
        try:
            yield file.relative_to(ROOT).as_posix(), file.read_text("utf-8")
        except UnicodeDecodeError:
            continue


def modules_of(package: str) -> list[Path]:
    return [file for file in (ROOT / package).rglob("*") if file.suffix == ".py"]


def too_long(text: str) -> bool:
    return text.count("\n") > LONGEST_MODULE


def locked_versions(lock: str) -> dict[str, str]:
    found = (LOCKED.match(line) for line in lock.splitlines())
    return {match[1]: match[2] for match in found if match}


def entries_of(lock: str) -> list[str]:
    """The requirements of a lock, each with its hashes."""
    return [entry for entry in re.split(r"\n(?=\S)", lock.strip()) if entry]


def not_locked_by_hash(lock: str) -> list[str]:
    return [
        entry.splitlines()[0]
        for entry in entries_of(lock)
        if not (LOCKED.match(entry) and "--hash=sha256:" in entry)
    ]


def broken_pins(versions: dict[str, str]) -> list[str]:
    broken = [
        f"{name} {versions.get(name)} is not {pin}"
        for name, pin in PINS.items()
        if name not in versions or versions[name] not in SpecifierSet(pin)
    ]
    if versions.get("duckdb") != versions.get("duckdb-extension-httpfs"):
        broken.append("duckdb and its httpfs extension must have one version")
    return broken


def unmet(requirements: list[str], versions: dict[str, str]) -> list[str]:
    """The requirements that a lock does not meet: it has to be made anew."""
    parsed = (Requirement(text) for text in requirements)
    return [
        str(requirement)
        for requirement in parsed
        if versions.get(requirement.name.lower()) not in requirement.specifier
    ]


def unresolved_exports(module: object) -> list[str]:
    return [
        name for name in getattr(module, "__all__", ()) if not hasattr(module, name)
    ]


def imports_into(source: str) -> set[str]:
    """The names of our own that a package's `__init__` imports at its top level."""
    return {
        alias.asname or alias.name
        for node in ast.parse(source).body
        if isinstance(node, ast.ImportFrom)
        and (node.level or (node.module or "").split(".")[0] in PACKAGES)
        for alias in node.names
    }


def lock(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def project() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


# The tree


def test_no_file_names_a_registry():
    assert [path for path, text in texts() if REGISTRY.search(text)] == []


def test_no_file_names_a_path_of_one_machine():
    broken = [
        f"{path}: {found[0]}"
        for path, text in texts()
        if (found := MACHINE_PATH.search(text))
    ]
    assert broken == []


def test_no_document_or_database_is_committed():
    paths = [file.relative_to(ROOT).as_posix() for file in committed_files()]
    assert [path for path in paths if DOCUMENT.search(path)] == []


@pytest.mark.parametrize("package", PACKAGES)
def test_no_module_is_too_long_to_read(package):
    broken = {
        file.relative_to(ROOT).as_posix(): file.read_text("utf-8").count("\n")
        for file in modules_of(package)
        if too_long(file.read_text("utf-8"))
    }
    assert broken == {}


@pytest.mark.parametrize("package", PACKAGES)
def test_modules_are_named_for_what_they_do(package):
    broken = [
        file.relative_to(ROOT).as_posix()
        for file in modules_of(package)
        if any(VAGUE_NAME.search(Path(part).stem) for part in file.parts[-3:])
    ]
    assert broken == []


def modules() -> list[str]:
    found = list(PACKAGES)
    for package in PACKAGES:
        walked = pkgutil.walk_packages([str(ROOT / package)], prefix=f"{package}.")
        found += [module.name for module in walked]
    return [name for name in found if not name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_exports_resolve(name):
    assert unresolved_exports(importlib.import_module(name)) == []


@pytest.mark.parametrize(
    "source",
    [file for name in PACKAGES for file in (ROOT / name).rglob("__init__.py")],
    ids=lambda file: file.relative_to(ROOT).as_posix(),
)
def test_a_package_says_what_it_exports(source):
    package = importlib.import_module(".".join(source.parent.relative_to(ROOT).parts))
    exported = set(getattr(package, "__all__", ()))
    assert imports_into(source.read_text("utf-8")) - exported == set()


# The locks


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes(name):
    assert locked_versions(lock(name))
    assert not_locked_by_hash(lock(name)) == []


@pytest.mark.parametrize("name", [*PRODUCT_LOCKS, "requirements-benchmark.lock"])
def test_the_locks_hold_the_pins_of_the_platform(name):
    assert broken_pins(locked_versions(lock(name))) == []


def test_the_locks_meet_what_the_project_asks():
    dependencies = project()["project"]["dependencies"]
    groups = project()["dependency-groups"]
    for name, wanted in (
        ("requirements.lock", dependencies),
        ("requirements-dev.lock", dependencies + groups["dev"]),
        ("requirements-benchmark.lock", dependencies + groups["benchmark"]),
    ):
        assert unmet(wanted, locked_versions(lock(name))) == [], name


def test_tests_run_on_the_versions_of_the_product():
    product = locked_versions(lock("requirements.lock"))
    tested = locked_versions(lock("requirements-dev.lock"))
    assert product.items() - tested.items() == set()


def test_build_tools_are_the_versions_of_the_tests():
    tools = locked_versions(lock("requirements-bootstrap.lock"))
    tested = locked_versions(lock("requirements-dev.lock"))
    shared = tools.keys() & tested.keys()
    assert {name: tools[name] for name in shared} == {
        name: tested[name] for name in shared
    }


@pytest.mark.parametrize("name", PRODUCT_LOCKS)
def test_peers_are_no_part_of_the_product(name):
    assert PEERS & locked_versions(lock(name)).keys() == set()


# The rules can fail


def path_of(*parts: str) -> str:
    """Joined here, so that this file does not break the rule that it tests."""
    return "/".join(parts)


@pytest.mark.parametrize(
    "text",
    [
        path_of("https:", "", ".".join(["pypi", "org"]), "simple"),
        path_of("https:", "", ".".join(["test", "pypi", "org"]), "simple"),
        path_of("https:", "", ".".join(["files", FILE_HOST, "org"]), "x.whl"),
        path_of("https:", "", ".".join(["registry", "npmjs", "org"]), "htmx.org"),
        path_of("https:", "", ".".join(["registry", "yarnpkg", "com"]), "htmx.org"),
        "\n".join(["", "-".join(["", "", "index", "url https://example.org"])]),
    ],
)
def test_a_registry_is_noticed(text):
    assert REGISTRY.search(text)


@pytest.mark.parametrize(
    "text",
    [
        f"open('{path_of('', 'home', 'els', 'review')}')",
        path_of("", "Users", "els", "review"),
        path_of("", "root", ".cache"),
        path_of("file:", "", "", "srv", "wheels"),
    ],
)
def test_a_path_of_one_machine_is_noticed(text):
    assert MACHINE_PATH.search(text)


@pytest.mark.parametrize(
    "text",
    [
        path_of("werk", "home", "thuis"),
        path_of("https:", "", "example.org", "work", "1"),
        path_of("~", "home"),
        path_of("", "usr", "bin", "env"),
    ],
)
def test_other_paths_are_left_alone(text):
    assert not MACHINE_PATH.search(text)


def test_a_document_is_noticed():
    assert DOCUMENT.search("examples/a/verslag.docx")
    assert DOCUMENT.search("review.duckdb.wal")
    assert not DOCUMENT.search("ltnlp/reading/docx.py")


def test_a_long_module_is_noticed():
    assert too_long("\n" * 401)
    assert not too_long("\n" * 400)


@pytest.mark.parametrize("name", ["utils", "date_helpers", "manager", "util"])
def test_a_vague_name_is_noticed(name):
    assert VAGUE_NAME.search(name)


@pytest.mark.parametrize("name", ["passages", "utility_bills", "case_management"])
def test_a_name_is_judged_by_whole_words(name):
    assert not VAGUE_NAME.search(name)


def test_a_lock_without_hash_is_noticed():
    hashed = "spacy==3.8.18 \\\n    --hash=sha256:00"
    bare = "rich[x]==1.0"
    direct = "typer @ https://example.org/typer.whl"
    assert not_locked_by_hash(f"{hashed}\n{bare}\n{direct}\n") == [bare, direct]


def test_a_version_beyond_its_pin_is_noticed():
    good = {
        "spacy": "3.8.18",
        "prefect": "3.8.8",
        "fastapi": "0.150.0",
        "sqlalchemy": "2.0.58",
        "duckdb": "1.5.5",
        "duckdb-extension-httpfs": "1.5.5",
    }
    assert broken_pins(good) == []
    assert broken_pins(good | {"fastapi": "0.151.0"})
    assert broken_pins(good | {"duckdb-extension-httpfs": "1.5.4"})
    assert broken_pins({})


def test_a_requirement_that_is_not_locked_is_noticed():
    assert unmet(["rich>=13"], {"rich": "12.0"}) == ["rich>=13"]
    assert unmet(["PyYAML"], {"pyyaml": "6.0"}) == []


def test_an_export_that_does_not_exist_is_noticed():
    class Module:
        __all__ = ("present", "absent")
        present = 1

    assert unresolved_exports(Module) == ["absent"]


def test_an_import_that_is_not_exported_is_noticed():
    source = "from ltnlp.domain.spans import Span\nfrom .dates import read as read_date"
    assert imports_into(source) == {"Span", "read_date"}
    assert imports_into("from dataclasses import dataclass") == set()
