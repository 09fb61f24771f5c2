"""Bytes → text: which encoding a plain file has."""

import codecs
import re
from dataclasses import dataclass

from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.codepages import page_of
from ltnlp.reading.limits import MAX_CHARACTERS
from ltnlp.reading.refusals import refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FOUR_BYTES = {
    "utf-32-le": [False, True, True, True],
    "utf-32-be": [True, True, True, False],
}
"""Which of each four bytes is nearly always zero."""

_UTF_7 = re.compile(rb"\+A[OKM][A-Za-z0-9+/]-")
"""A letter with an accent as UTF-7 writes it: "+AOk-" for é."""

_LOST = re.compile("[\udc80-\udcff]")
SAMPLE = 4000
"""Bytes that are looked at to see zeros; enough for a page."""

MIN_BEFORE_ZEROS = 40
"""Bytes before zeros: with fewer it is the head of a picture or a program."""

_STRANGE = re.compile("[\\x00-\\x07\\x0e-\\x1f\\ufffd]")
MAX_STRANGE, STRANGE_ALLOWED = 0.02, 3
"""Share of control characters and letters lost above which it is no text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and the encoding it was in; a byte order mark is left out."""

    text: str
    encoding: str


def decode(content: bytes) -> Decoded:
    """Return the text of a plain file: UTF-8, -16, -32, -7 or a page of single bytes.

    Zeros after its end, which a copied disk leaves, are no part of it.

    Raises:
        UnreadableSourceError: `encoding` when it decodes to no text, `too_large`.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _checked(content[len(mark) :], encoding)
    wide = _wide(content)
    if wide:
        return _checked(content, wide)
    without = content.rstrip(b"\0")
    content = without if len(without) >= MIN_BEFORE_ZEROS else content
    if _UTF_7.search(content) and content.isascii():
        return _checked(content, "utf-7")
    try:
        return _checked(content, "utf-8", errors="strict")
    except UnicodeDecodeError:
        mended = _mended(content)
        return (
            Decoded(text=mended, encoding="utf-8")
            if mended
            else _checked(content, page_of(content))
        )


def _mended(content: bytes) -> str | None:
    """Return a text that is UTF-8 but for some bytes, those read as cp1252.

    None when it is no more UTF-8 than chance: one letter cut in two, or one paste
    from elsewhere, must not turn every ë of the file into two letters.
    """
    text = content.decode("utf-8", "surrogateescape")
    strange = [c for c in text if c > "\x7f"]
    lost = sum("\udc80" <= c <= "\udcff" for c in strange)
    if lost * 2 > len(strange) or len(text) > MAX_CHARACTERS or _is_noise(text):
        return None
    return _LOST.sub(_as_cp1252, text)


def _as_cp1252(lost: re.Match[str]) -> str:
    return bytes([ord(lost[0]) - 0xDC00]).decode("cp1252", "replace")


def _wide(content: bytes) -> str | None:
    """Name the UTF-16 or -32 of a file without a mark, from where its zeros stand."""
    sample = content[:SAMPLE]
    if len(sample) < 2 or b"\0" not in sample:
        return None
    fourths = [sample[start::4].count(0) * 4 >= len(sample) * 0.9 for start in range(4)]
    for encoding, zeros in _FOUR_BYTES.items():
        if fourths == zeros and len(content) % 4 == 0:
            return encoding
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.1:
        return "utf-16-be"
    return None


def _checked(content: bytes, encoding: str, *, errors: str = "replace") -> Decoded:
    text = content.decode(encoding, errors)
    if len(text) > MAX_CHARACTERS:
        raise refused(UnreadableReason.TOO_LARGE)
    if _is_noise(text):
        raise refused(UnreadableReason.ENCODING)
    return Decoded(text=text, encoding=encoding)


def _is_noise(text: str) -> bool:
    sample = text[:SAMPLE] + text[-SAMPLE:]
    strange = len(_STRANGE.findall(sample))
    return "\0" in text or strange > max(STRANGE_ALLOWED, len(sample) * MAX_STRANGE)
