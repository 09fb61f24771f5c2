"""How many attributes a web page may have: its parser takes quadratic time over them."""

import re

_VALUE = r"\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)"
_ATTRIBUTE = rf"=?+[^\s/>=]++(?:{_VALUE})?+|="
_ATTRIBUTES = re.compile(rf"(?P<name>=?+[^\s/>=]++)(?:{_VALUE})?+")
_TAG = re.compile(
    rf"<[a-z][^\s/>]*+(?P<told>(?:[\s/]++|{_ATTRIBUTE})*+)", re.IGNORECASE
)
SMALL = 20_000
"""Characters of a page whose attributes cannot be too many."""

MAX_ATTRIBUTES = 1_000
"""Of one element: each is compared with all before it."""

MAX_NAMES = 20_000
"""Different ones on a page: the parser keeps them in a table that does not grow."""


def is_crowded(source: str) -> bool:
    """Tell whether a page has more attributes than anybody writes.

    Tags are taken apart as browsers do, so that no quote or bracket hides some.
    """
    if len(source) < SMALL:
        return False
    names: set[str] = set()
    for tag in _TAG.finditer(source):
        if tag.start("told") == tag.end("told"):
            continue
        own = [one["name"] for one in _ATTRIBUTES.finditer(tag["told"])]
        names.update(own)
        if len(own) > MAX_ATTRIBUTES or len(names) > MAX_NAMES:
            return True
    return False
