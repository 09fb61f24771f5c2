"""A form with files, read as it comes in: in memory, one file at a time, with a limit.

The framework's own reading of forms puts files on disk, unencrypted, before we see
them; nothing of a source may lie there.
"""

from collections import deque
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import HTTPException, Request
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from ltnlp.casework.filenames import plain_name
from ltnlp.reading.limits import MAX_UPLOAD

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

LONGEST_FIELD = 20_000
MOST_PARTS = 500


@dataclass(slots=True, kw_only=True)
class Part:
    """One field or file of a form; `file_name` is None for a field.

    Of a file that is larger than allowed only one byte too many is kept, which is
    enough to know it.
    """

    name: str = ""
    file_name: str | None = None
    content: bytearray = field(default_factory=bytearray)

    @property
    def text(self) -> str:
        """Return what was typed in a field."""
        return self.content.decode("utf-8", errors="replace")


async def parts_of(
    request: Request, *, largest: int = MAX_UPLOAD
) -> AsyncIterator[Part]:
    """Yield the parts of a form while it comes in; the sender waits for the reader.

    Raises:
        HTTPException: 400 when it is no such form, 413 when a field is too long.
    """
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise HTTPException(status_code=400)
    reader = _Reader(largest)
    try:
        parser = MultipartParser(boundary, reader.callbacks())
        async for chunk in request.stream():
            parser.write(chunk)
            while reader.done:
                yield reader.done.popleft()
        parser.finalize()
    except FormParserError:
        raise HTTPException(status_code=400) from None


class _Reader:
    """Collects parts from what the parser tells."""

    def __init__(self, largest: int) -> None:
        self.done: deque[Part] = deque()
        self._largest = largest
        self._count = 0
        self._part = Part()
        self._header = bytearray()
        self._value = bytearray()
        self._limit = LONGEST_FIELD

    def callbacks(self) -> "MultipartCallbacks":
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._header_field,
            "on_header_value": self._header_value,
            "on_header_end": self._header_end,
            "on_part_data": self._content,
            "on_part_end": self._end,
        }

    def _begin(self) -> None:
        self._count += 1
        if self._count > MOST_PARTS:
            raise HTTPException(status_code=413)
        self._part = Part()
        self._limit = LONGEST_FIELD

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = parse_options_header(bytes(self._value))
            self._part.name = options.get(b"name", b"").decode("utf-8", "replace")
            file_name = options.get(b"filename")
            if file_name is not None:
                self._part.file_name = _plain_name(file_name)
                self._limit = self._largest
        self._header.clear()
        self._value.clear()

    def _content(self, data: bytes, start: int, end: int) -> None:
        content = self._part.content
        room = self._limit + 1 - len(content)
        content += data[start : min(end, start + room)]
        if self._part.file_name is None and len(content) > self._limit:
            raise HTTPException(status_code=413)

    def _end(self) -> None:
        self.done.append(self._part)


def _plain_name(raw: bytes) -> str:
    """Return the name of a file, "" where none was chosen."""
    return plain_name(raw.decode("utf-8", errors="replace")) if raw else ""
