"""What a sentence speaks of: what is to come, or what has been."""

import re

_PLANNING = re.compile(
    r"\b(?:zal|zullen|zou|zouden|gaat|ga|gaan|kom|komt|komen|kan|kunnen|bel|belt|bellen"
    r"|afspraak|afgesproken|gepland|uitgenodigd|wordt|vraag|spreek|a\.s\.|volgende|graag"
    r"|terugbellen|moet|moeten|wil|willen|wilde|wilden|nieuwe)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:belt|komt|hoort|krijgt|volgt|heeft tijd|hebben|is er|ben ik|zit|vertrekt|begint|start|hoor"
    r"|horen|zie|zien|lukt|schikt)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|waren|werd|had|hadden|heeft|heb|hebben|is|zijn|kwam|belde|ging)\b"
    r"[^.!?\n]*\b(?:ge\w+|ver\w+[dt]|be\w+[dt]|ont\w+[dt]|overlegd|\w+ge\w+)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:gebeld|gesproken|besproken|afgesproken|gehoord|gezien|geweest|gestuurd|verstuurd"
    r"|gevraagd|gemeld|begonnen|verteld|gehad|was|waren|belde|kwam|had|stond)\b",
    re.IGNORECASE,
)
_BACK_OF = re.compile(
    r"\b(?:verslag|gesprek|overleg|mail|mailtje|bericht|brief|notulen|telefoontje|bezoek"
    r"|huisbezoek|zitting|vergadering|bijeenkomst|mdo|afspraken|actie|besluit|incident)"
    r"\svan\s$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?\n]\s")
_CLAUSE_END = re.compile(r"[.!?\n]\s|[,;:]\s|\s(?:en|maar|want|dus)\s")
_BACK, _ON = 120, 80


def planned(text: str, start: int, end: int, *, kind: str) -> bool | None:
    """Tell whether the sentence speaks of what is to come, None where it is not said.

    What the clause says goes before what the rest of its sentence says. An e-mail
    speaks of what is to come unless it says otherwise.
    """
    if kind == "email":
        clause = _around(text, start, end, _CLAUSE_END)
        if _PLANNING.search(clause) or _PRESENT.search(clause):
            return not _PAST.search(clause)
        if _BACK_OF.search(text, max(0, start - 40), start):
            return False
        sentence = _around(text, start, end, _SENTENCE_END)
        return not _PAST.search(sentence) and not _DONE.search(sentence)
    sentence = _around(text, start, end, _SENTENCE_END)
    if _PAST.search(sentence):
        return False
    if _PLANNING.search(sentence):
        return True
    return False if _DONE.search(sentence) else None


def _around(text: str, start: int, end: int, divider: re.Pattern[str]) -> str:
    begin = max(0, start - _BACK)
    for match in divider.finditer(text, begin, start):
        begin = match.end()
    stop = divider.search(text, end, min(len(text), end + _ON))
    return text[begin : stop.start() if stop else end + _ON]
