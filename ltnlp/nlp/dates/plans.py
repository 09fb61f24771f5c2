"""What a sentence speaks of: what is to come, or what has been."""

import re

_PLANNING = re.compile(
    r"\b(?:zal|zullen|zou|zouden|gaat|ga|gaan|kom|komt|komen|kan|kunnen|bel|belt|bellen"
    r"|afspraak|afgesproken|gepland|uitgenodigd|wordt|vraag|spreek|a\.s\.|volgende|graag"
    r"|terugbellen|moet|moeten|wil|willen|wilde|wilden|nieuwe)\b",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:belt|komt|hoort|krijgt|volgt|heeft tijd|is er|ben ik|zit|vertrekt|begint|start|hoor"
    r"|horen|zie|zien|lukt|schikt)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|waren|werd|had|hadden|heeft|heb|hebben|is|zijn|kwam|belde|ging)\b"
    r"[^.!?\n]*\b(?:ge\w+|ver\w+[dt]|be\w+[dt]|ont\w+[dt]|overlegd|\w+ge\w+)\b",
    re.IGNORECASE,
)
_PRETERITE = re.compile(
    r"\b(?:zei|zeiden|zag|zagen|vertelden?|liep|liepen|hoorden?|kreeg|kregen|kwamen|gingen"
    r"|ging|vroeg|vroegen|bleek|bleken|bleef|bleven|deed|deden|gaf|gaven|haalden?|bracht"
    r"|zat|zaten|lag|lagen|sliep|huilden?|riep|schreef|las|trof|meldden?|stuurden?|begon"
    r"|begonnen|stonden|hadden|waren|werd|werden|nam|namen|sprak|spraken|wist|wisten|dacht"
    r"|vond|viel|ontving|overleed|besloot|besloten|wachtte|werkte|lukte|klonk|mailde|appte)\b",
    re.IGNORECASE,
)
_PAST_REVERSED = re.compile(
    r"\b(?:ge|be|ver|ont|her|over|onder)\w+(?:d|t|en)\s(?:heb|hebt|heeft|hebben|had|hadden"
    r"|is|zijn|was|waren|werd|werden)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:gebeld|gesproken|besproken|afgesproken|gehoord|gezien|geweest|gestuurd|verstuurd"
    r"|gevraagd|gemeld|begonnen|verteld|gehad|was|waren|belde|kwam|had|stond)\b",
    re.IGNORECASE,
)
_ENDS_DONE = re.compile(
    r"\b(?:\w{0,5}ge\w{2,}(?:d|t|en)|verwezen|besproken|ontvangen|verschenen|vertrokken)\W*$",
    re.IGNORECASE,
)
"""A clause that ends in what was done, its verb left out: "30 mei op de lijst gezet"."""

_BEGINS_DONE = re.compile(
    r"^\W*(?:(?:aan|af|uit|op|in|door|over)?ge\w{2,}(?:d|t|en)|ver\w{3,}[dt]|be\w{3,}[dt]"
    r"|verwezen|besproken|ontvangen)\s(?:door|op|in|naar|bij|aan|met|per)\b",
    re.IGNORECASE,
)
_WAS_TO = re.compile(r"\b(?:zou|zouden|werd|werden)\b", re.IGNORECASE)
_SET = re.compile(
    r"\b(?:is|zijn|staat|staan|wordt|worden)\b[^.!?\n]*\b(?:gepland|ingepland|voorzien"
    r"|bepaald|verwacht)\b",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"\b(?:tot|tot en met|t/m|per|uiterlijk|m\.i\.v\.|met ingang van)\s$", re.IGNORECASE
)
"""What stands before the end of a term, which is mostly still to come."""

_BACK_OF = re.compile(
    r"\b(?:verslag|gesprek|overleg|mail|mailtje|bericht|brief|notulen|telefoontje|bezoek"
    r"|huisbezoek|vergadering|bijeenkomst|mdo|afspraken|actie|besluit|incident|melding|aanmelding"
    r"|aanvraag|verzoek|formulier|rapport|notitie|rapportage|beschikking|factuur|foto)"
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
        if written(text, start):
            return False
        if _PLANNING.search(clause) or _PRESENT.search(clause):
            return not (_PAST.search(clause) or _PAST_REVERSED.search(clause))
        if back_of(text, start):
            return False
        sentence = _around(text, start, end, _SENTENCE_END)
        return not (_told_of(sentence) or _ENDS_DONE.search(clause))
    clause = _around(text, start, end, _CLAUSE_END)
    if kind == "report" and _WAS_TO.search(clause):
        return False
    if _SET.search(clause):
        return True
    if kind == "report" and _PRESENT.search(clause) and not _PAST.search(clause):
        return True
    sentence = _around(text, start, end, _SENTENCE_END)
    if _PAST.search(sentence):
        return False
    if _PLANNING.search(sentence) or _is_term(text, start, sentence):
        return True
    return False if _DONE.search(sentence) else None


def back_of(text: str, start: int) -> bool:
    """Tell whether it is the day of something: "het overleg van vrijdag"."""
    return _BACK_OF.search(text, max(0, start - 40), start) is not None


def written(text: str, start: int) -> bool:
    """Tell whether it is the day of something that exists: "de brief van 3 mei"."""
    return _WRITTEN.search(text, max(0, start - 40), start) is not None


_WRITTEN = re.compile(
    r"\b(?:verslag|mail|mailtje|bericht|brief|notulen|telefoontje|incident|melding"
    r"|aanmelding|aanvraag|verzoek|formulier|rapport|notitie|rapportage|beschikking"
    r"|factuur|foto)\svan\s$",
    re.IGNORECASE,
)


def _is_term(text: str, start: int, sentence: str) -> bool:
    if not _TERM.search(text, max(0, start - 20), start):
        return False
    return not _LASTED.search(sentence)


_LASTED = re.compile(
    r"\b(?:(?:weg)?geweest|gezeten|gebleven|gelegen|gehad|gelogeerd|gewacht|gewoond"
    r"|was|waren|zat|zaten|lag|sliep|woonde|werkte|bleef)\b",
    re.IGNORECASE,
)


def _told_of(sentence: str) -> bool:
    """Tell whether a sentence tells of what has been."""
    patterns = (_PAST, _DONE, _PRETERITE, _PAST_REVERSED, _BEGINS_DONE)
    return any(pattern.search(sentence) for pattern in patterns)


def _around(text: str, start: int, end: int, divider: re.Pattern[str]) -> str:
    begin = max(0, start - _BACK)
    for match in divider.finditer(text, begin, start):
        begin = match.end()
    stop = divider.search(text, end, min(len(text), end + _ON))
    return text[begin : stop.start() if stop else end + _ON]
