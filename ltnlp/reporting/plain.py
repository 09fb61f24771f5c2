"""Text that may go into the files of other programs."""

import re

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def printable(text: str) -> str:
    """Return text without the characters that XML cannot hold."""
    return _NOT_IN_XML.sub("", text)


def no_formula(text: str) -> str:
    """Return text that a spreadsheet will not take for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
