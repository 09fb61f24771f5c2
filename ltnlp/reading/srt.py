"""SubRip transcripts: the file as it is, one segment per spoken line."""

from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.cues import segments_of_cues
from ltnlp.reading.encoding import decode
from ltnlp.reading.refusals import refused
from ltnlp.reading.vtt import blocks_of, cue_of


def read_srt(content: bytes) -> ReadText:
    """Read a SubRip file; numbers and time codes are in no segment.

    Raises:
        UnreadableSourceError: `encoding`, `too_large`, `no_text`.
    """
    decoded = decode(content)
    blocks = blocks_of(decoded.text)
    cues = [cue for block in blocks if (cue := cue_of(decoded.text, block))]
    segments = segments_of_cues(decoded.text, cues)
    if not segments:
        raise refused(UnreadableReason.NO_TEXT)
    return ReadText(
        format="srt",
        text=decoded.text,
        segments=tuple(segments),
        encoding=decoded.encoding,
    )
