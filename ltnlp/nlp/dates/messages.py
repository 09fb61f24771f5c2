"""How a message of a group talk tells its day: "[12-03-2024 09:12] Joke: …"."""

import re

_SIGNS = r"[\s>|*\[(=#~•–—-]*"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?(?:uur|u|h))?"
_WHO = r"[^\W\d_][\w.'’-]{0,20}(?:\s[\w.'’-]{1,20}){0,3}"

_BEFORE_STAMP = re.compile(_SIGNS)
_AFTER_STAMP = re.compile(
    rf"[\s,]{{1,3}}(?:om\s)?{_CLOCK}[\s\])|–—-]{{0,5}}{_WHO}\s?:(?!\d)"
)
"""The stamp first: "12-03-24 09:12 - Joke:"."""

_BEFORE_NAMED = re.compile(rf"[\s>|*•–—-]*{_WHO}\s?[(\[,|–—-]\s?")
_AFTER_NAMED = re.compile(rf"(?:[\s,]{{1,3}}(?:om\s)?{_CLOCK})?\s?[)\]|–—-]?\s?:(?!\d)")
"""The sender first: "Joke (12 maart, 09:12):"."""

_BEFORE_SPOKEN = re.compile(
    rf"[\s>|*•–—-]*(?:{_WHO}[\s,]{{1,2}})?[\w-]*(?:bericht|app|appje|voicemail|chat"
    r"|sms|notitie|ingesproken|memo)(?:\s[\w.'’-]{1,20}){0,2}[\s,(]{1,3}(?:van\s)?",
    re.IGNORECASE,
)
"""What was sent first: "Spraakbericht oma 22-5:"."""

_BEFORE_DAY = re.compile(
    rf"{_SIGNS}(?:(?:chat|whatsapp|app|groepsapp|groepschat|appgroep|appberichten|berichten|teams"
    r"|signal|telegram|sms)[\w'’]*[\s,:–—-]*){0,3}(?:van\s)?",
    re.IGNORECASE,
)
_AFTER_DAY = re.compile(r"[\s\])=*#~:.–—-]*$")
"""A line that is a day alone: "--- 2 april 2024 ---"."""

_FORMS = (
    (_BEFORE_STAMP, _AFTER_STAMP),
    (_BEFORE_NAMED, _AFTER_NAMED),
    (_BEFORE_SPOKEN, _AFTER_NAMED),
    (_BEFORE_DAY, _AFTER_DAY),
)
_LONGEST = 90


def stamps(text: str, start: int, end: int) -> bool:
    """Tell whether a date is the stamp of a message, or of the messages that follow.

    Args:
        text: one line or message.
        start: where the first date in it begins.
        end: where it ends.
    """
    if start > _LONGEST:
        return False
    return any(
        before.fullmatch(text, 0, start) and after.match(text, end)
        for before, after in _FORMS
    )
