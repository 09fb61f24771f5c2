"""Pages that stand alone: template, style and script in one file, no network."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

HERE = Path(__file__).parent
_PSEUDONYM = re.compile(r"(\[[^\[\]\n<>]{2,60}\])")
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}
_UNSAFE |= {"\u2028": "\\u2028", "\u2029": "\\u2029"}


def embedded(value: Any) -> Markup:
    """Return `value` as JSON that cannot end or open anything in HTML."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for unsafe, safe in _UNSAFE.items():
        text = text.replace(unsafe, safe)
    return Markup(text)  # nosec: no character is left that HTML reads


def with_pseudonyms(text: str) -> Markup:
    """Return words of a source, escaped, with pseudonyms set apart in calm type."""
    return Markup(_PSEUDONYM.sub(r'<span class="ps">\1</span>', str(escape(text))))


def asset(name: str) -> Markup:
    """Return one of our own style sheets or scripts, to be put into a page."""
    return Markup(_read(name))  # our own file, not text of a review


def fill(template: str, **values: Any) -> str:
    """Return a page; every value is escaped unless it is `Markup`."""
    return _environment().get_template(template).render(**values)


@lru_cache(maxsize=32)
def _read(name: str) -> str:
    return (HERE / "assets" / name).read_text("utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.globals["asset"] = asset
    environment.filters["words"] = with_pseudonyms
    return environment
