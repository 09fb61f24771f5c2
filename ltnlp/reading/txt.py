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
    lines = list(lines_of(decoded.text))
    return ReadText(
        format="txt",
        text=decoded.text,
        segments=segments_of(decoded.text, lines, wrapped=True),
        encoding=decoded.encoding,
    )
