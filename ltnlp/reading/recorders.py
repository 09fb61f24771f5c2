"""What a program that records or transcribes says of itself: nobody said it."""

import re

_PERSON = r"\w[^.:?!]{0,60}?"
_OF_PROGRAM = re.compile(
    rf"{_PERSON} (?:"
    r"(?:is )?(?:gestart|gestopt|begonnen) met (?:transcriberen|opnemen)"
    r"|(?:heeft )?(?:de )?(?:transcriptie|opname) (?:gestart|gestopt|be[eë]indigd)"
    r"|(?:gestart|gestopt|startte|stopte|be[eë]indigde) (?:de )?(?:transcriptie|opname)"
    r"|(?:started|stopped) (?:the )?(?:transcription|recording))"
    r"|transcribed by https?://\S+"
    r"|(?:de vergadering|het gesprek) is (?:ge|be)[eë]indigd na \d[\d:]+\W*"
    r"|meeting ended after \d[\d:]+\W*"
    r"|dit bewerkbare transcript is .*"
    r"|this editable transcript was .*",
    re.IGNORECASE,
)
MAX_LINE = 300


def is_of_program(line: str) -> bool:
    """Tell whether a line is a program's own: a recording begun, ended, disclaimed."""
    return len(line) <= MAX_LINE and _OF_PROGRAM.fullmatch(line) is not None
