"""Plain text: the file as it is, one segment a line."""

from ltnlp.domain.documents import ReadText
from ltnlp.reading.encoding import decode
from ltnlp.reading.lines import lines_of
from ltnlp.reading.segments import segments_of


def read_txt(content: bytes) -> ReadText:
    """Read a plain text file.

    Raises:
        UnreadableSourceError: `encoding`, `too_large`.
    """
    decoded = decode(content)
    return told_in_lines(decoded.text, encoding=decoded.encoding)


def told_in_lines(text: str, *, encoding: str | None = None) -> ReadText:
    """Return a text with its turns, paragraphs and rows, as a file of it is read."""
    return ReadText(
        format="txt",
        text=text,
        segments=segments_of(text, list(lines_of(text)), wrapped=True),
        encoding=encoding,
    )
