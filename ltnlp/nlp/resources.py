"""Where lexicons and grammar data lie, and how they are read."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml


@lru_cache(maxsize=1)
def models_folder() -> Path:
    """Return the folder that holds the models.

    `LTNLP_MODELS` decides; else `models` of the checkout; else the copy in the wheel.

    Raises:
        FileNotFoundError: none of them exists.
    """
    named = os.environ.get("LTNLP_MODELS")
    package = Path(__file__).resolve().parent.parent
    places = [Path(named)] if named else [package.parent / "models"]
    places.append(package / "_models")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("no folder with models; set LTNLP_MODELS")


@lru_cache(maxsize=64)
def load_yaml(relative: str) -> Any:
    """Return what the yaml file at `relative` in the models folder says.

    The value is shared: callers must not change it.
    """
    path = models_folder() / relative
    text = path.read_text(encoding="utf-8")
    try:
        # Written in C: ten times as fast, and seconds in all.
        return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        # It is stricter about a colon in a list; what it cannot read, Python can.
        return yaml.safe_load(text)
