"""Labels at the beginning of a line: which may name a speaker, which head a field."""

import re

_TIME = r"(?:[\[(#]?\d{1,2}:\d\d(?::\d\d)?(?:[.,-]\d+)?[\])#]?\s+)?"
_NAME = r"[^\W\d_][\w.'’´`\-]*(?:[ ,&/+][\w.'’´`\-]*){0,5}?(?: ?\([^()\n]{1,40}\))?"
_LABEL = re.compile(
    rf"(?:[-–—•]\s+)?{_TIME}[*_]{{0,3}}[\[<]?(?P<label>{_NAME})[\]>]?[*_]{{0,3}}"
    rf"\s?:[*_]{{0,3}}(?=\s|$)\s*(?:[\[(]\d{{1,2}}:\d\d(?::\d\d)?[\])]\s+)?"
)
_LETTERED = re.compile(r"(?P<label>[A-Z]\d?)[.)]\s+(?=\S)")
"""A letter with a full stop or bracket: "V. Hoe ging het?"."""
_FIELD = re.compile(
    r"(?:datum|tijd|plaats|locatie|aanwezig\w*|afwezig\w*|betreft|onderwerp|adres"
    r"|tel(?:efoon)?\.?|e-?mail|cliënt\w*|dossier\w*|zaak\w*|kenmerk|behandel\w*"
    r"|regiebehandelaar|bron(?:nen)?|vraag|vragen|advies|actie\w*|afspra(?:ak|ken)"
    r"|besluit\w*|conclusie|doel\w*|resultaat|verslag\w*|notulist|opgesteld.*"
    r"|samengesteld.*|samenvatting|toelichting|opmerking\w*|let op|nb|n\.b\.|ps"
    r"|p\.s\.|reden|aanleiding|hulpvraag|diagnose|medicatie|beleid|plan|status"
    r"|maatregel\w*|gesprek\w*|duur|bijlage\w*|van|aan|cc|bcc|verzonden|from|to"
    r"|sent|date|subject|geb\.?|geboren|geboortedatum|naam|namen|leeftijd|bsn|pte"
    r"|kind(?:eren)?|ouders|gezin|leerling|jeugdige|patiënt\w*|school|periode"
    r"|soep|resumé|vervolg|mening|indicatie|contact\w*|met|situatie|observatie"
    r"|interventie|evaluatie|analyse|vervolgafspraak|beschrijving|gebeurtenis"
    r"|functie|organisatie|rol|beroep|relatie|geslacht|nationaliteit|postcode"
    r"|woonplaats|telefoonnummer|website|iban|huisarts|gezag\w*|referentie"
    r"|(?:ons|uw) kenmerk|start\w*|einde?|begin\w*|thema|agendapunt|punt|stap|fase"
    r"|risico\w*|zorg(?:en|punten?)|krachten|wens(?:en)?|score|cijfer|veiligheid"
    r"|oordeel|bevinding(?:en)?|feit(?:en)?|hypothese|verwachting|deadline|wie|wat"
    r"|wanneer|waar|hoe|waarom|uitkomst|besproken|standpunt|\w*datum|\w*nummer"
    r"|\w*nr\.?|datum .*|betrokken\w*|samenvattend|concreet|kortom|dus"
    r"|[a-z])",
    re.IGNORECASE,
)
"""What stands before a colon in file notes, forms, minutes and consults."""

_ROLE = re.compile(
    r"(?:int(?:erviewer|erviewster)?|vragensteller|begeleider|reviewbegeleider"
    r"|gespreksleider|gespreksvoerder|onderzoeker|geïnterviewde|respondent|resp"
    r"|moeder|vader|oma|opa|ouder|pleegmoeder|pleegvader|stiefvader|stiefmoeder"
    r"|cliënt|jongere|jeugdige|jongen|meisje|leerkracht|mentor|spreker|speaker)"
    r"(?:[ _-]?\d{1,2})?(?: \(.*\))?",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[A-Z]\d?")
ASKS_AND_ANSWERS = (
    *({"V", "A"}, {"I", "R"}, {"I", "G"}, {"I", "M"}, {"I", "V"}, {"I", "C"}),
    *({"Q", "A"}, {"M", "V", "I"}, {"I", "K"}, {"I", "J"}),
)
"""Single letters that stand for who asks and who answers; others are a consult's."""


def label_of(line: str) -> tuple[str, int] | None:
    """Return the speaker's label at the start of `line` and where the words begin.

    None when the line begins with no label, or with that of a field.
    """
    match = _LABEL.match(line) or _LETTERED.match(line)
    if match is None:
        return None
    label = match["label"].strip()
    if _FIELD.fullmatch(label) and not is_role(label) and not is_letter(label):
        return None
    return label, match.end()


def capital_label(line: str) -> str | None:
    """Return the label, of a speaker or a field, that begins with a capital."""
    match = _LABEL.match(line)
    return match["label"].strip() if match and match["label"][0].isupper() else None


def is_known(label: str) -> bool:
    """Tell whether a label is a role or the name of a field."""
    return is_role(label) or bool(_FIELD.fullmatch(label))


def is_role(label: str) -> bool:
    """Tell whether a label is that of somebody who takes part in an interview."""
    return bool(_ROLE.fullmatch(label))


def is_letter(label: str) -> bool:
    """Tell whether a label is one capital, which may stand for a person or a field."""
    return bool(_LETTER.fullmatch(label))


def is_name(label: str) -> bool:
    """Tell whether a label that stands once can be a person: short, capitalised."""
    return label[0].isupper() and len(label) > 1 and len(label.split()) <= 2


def may_begin_turn(line: str) -> bool:
    """Tell whether `line` begins with what reads as the label of a speaker."""
    found = label_of(line)
    return found is not None and (found[0][0].isupper() or is_role(found[0]))
