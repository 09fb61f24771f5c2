"""Whether what passes between parties happened: also plans told in the present."""

import re
from collections.abc import Sequence

from ltnlp.domain.events import Realised
from ltnlp.nlp.interactions.lexicon import lexicon
from ltnlp.nlp.interactions.words import Word
from ltnlp.nlp.realisation import realised

# "Ik bel morgen Veilig Thuis", "4. NA belt deze week met de familie": a day to come.
_TO_COME = re.compile(
    r"\b(?:morgen|vanmiddag|vanavond|straks|binnenkort|zsm|z\.s\.m\."
    r"|(?:deze|volgende|komende) (?:week|wk|maand)|na het weekend|over \w+ (?:dagen|weken)"
    r"|binnen (?:een|\w+) (?:dagen|weken|wkn|maanden|week|dag|maand))\b"
    r"|\b(?:ik|wij|we) \w+(?: \w+){0,3} even\b"
    r"|\bv(?:oo|óó)r \d{1,2}(?:[-/]\d|[ -](?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
    r"|\b(?:in)?plannen\b"
)
_DAY = (
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|na \w+ (?:dagen|weken|maanden)\b|wk \d"
    r"|\d{1,2} (?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec))"
)
_PRESENT = (
    r"(?:bel(?:len)?|kom(?:en)?|ga(?:an)?|zit(?:ten)?|vertel(?:len)?|nodig(?:en)?|vra(?:ag|gen)"
    r"|mail(?:en)?|app(?:en)?|spre(?:ek|ken)|stu(?:ur|ren)|breng(?:en)?|schrij(?:f|ven)"
    r"|meld(?:en)?|ha(?:al|len)|pra(?:at|ten)|overleg(?:gen)?|zien?)\b"
)
# "Ik kom dinsdag 5 december", "8 april zit ik bij ze": who says so has yet to do it.
_PROMISED = re.compile(
    rf"^\W*(?:(?:ik|wij|we) {_PRESENT}[^,.;:]*\b{_DAY}|{_DAY}\w*(?: \w+)? {_PRESENT} (?:ik|wij|we)\b)"
)
_TURNING = (
    r"(?:bellen|mailen|appen|melden|vragen|overleggen|informeren|aanmelden|verwijzen|spreken"
    r"|bespreken|opvragen|navragen|inlichten|uitnodigen|doorgeven|terugbellen|schrijven|praten|overdragen)"
)
# "De wijkagent gaat bellen", "ik wilde haar vragen": not done yet.
_ABOUT_TO = re.compile(
    rf"\b(?:ga|gaat|gaan|wil|wilde|wilden|wou)\b(?: (?!niet\b|geen\b)\w+){{0,5}} {_TURNING}\b"
)
# "School inlichten: [Gezinswerker-1]": a thing to do and who is to do it.
_TO_DO = re.compile(
    r"^(?!.*\b(?:kom(?:t|en)|kan|kunnen|laat|laten|blij(?:ft|ven))\b)"
    rf"(?:[\w\[\]-]+ ){{1,3}}{_TURNING}(?::|\.?$)"
)
_ACTION_LIST = re.compile(r"^(?:\d{1,2}[.)]|\(\d\)|[-•])\s")
_PAST = re.compile(
    r"\b(?:was|waren|had|hadden|heeft|hebben|heb|werd|werden|is|zijn|zei|zeiden|belde|belden"
    r"|kwam|kwamen|ging|gingen|vroeg|vroegen|kreeg|kregen|stond|zat|gaf|nam|liet|deed|schreef"
    r"|ge\w{2,}(?:d|t|en)|\w+ge\w{2,}(?:d|t|en)|(?!maand|vriend|volgende|komende|tweede|derde|beide|\w*zelfde)\w{3,}de(?:n)?|ver\w+d|be\w+d|ont\w+en)\b"
)
# "Mail van de corporatie: de ontruiming gaat niet door": the mail did come.
_HEADED = re.compile(
    r"^[^:]*\b(?:mail|app|brief|bericht|telefoontje|tel|gesprek|huisbezoek|hb|overleg|mdo"
    r"|advies|verslag)\b[^:]*:\s"
)
_ENGAGED = re.compile(
    r"\b(?:\w*gebeld|belt|belde|tel)\b.*\bin gesprek\b(?! (?:met|over|te))"
)
# "Ik verwachtte binnen een week een reactie": what was waited for had not come yet.
_AWAITED = re.compile(
    r"\b(?:verwacht(?:te|ten|en)?|hoop(?:te|ten)? op|rekend?e?n? op|in afwachting van)\b"
    r"(?! (?:dat|werd))"
)
# "Gesloten wegens geen gehoor": why something was done.
_REASON = re.compile(
    r"\b(?:wegens|vanwege) (?:geen|niet|het niet|het uitblijven)\b[^,.;]*"
)
_WHETHER = re.compile(
    r"(?:en |maar )?of (?:de|het|een|ze|zij|hij|dat|er|school|vader|moeder)\b"
)
_COMES_BACK = re.compile(
    r"\bkomt? (?:ik |hij |zij |ze )?(?:hier |daar |er )?op terug\b"
)


def agreed(before: Sequence[Word]) -> bool:
    """Tell whether what follows these words was agreed or promised, not yet done.

    "Afgesproken werd dat school belt": only the agreeing happened.
    """
    said = [word.lower for word in before]
    for at, word in enumerate(said):
        if word in {"dat", "om", "te"}:
            return not lexicon().grammar["agreeing"].isdisjoint(said[:at])
    return False


def outcome(words: str) -> Realised:
    """Return whether it happened; a plan told in the present tense is a plan.

    Args:
        words: a clause or a sentence.
    """
    lower = _REASON.sub("", words.lower().strip())
    if _WHETHER.match(lower):
        return Realised.UNKNOWN
    if _ENGAGED.search(lower):
        return Realised.ATTEMPT
    happened = realised(lower)
    ahead = _AWAITED.search(lower) or _ABOUT_TO.search(lower)
    if happened is Realised.YES and ahead:
        return Realised.INTENDED
    headed = _HEADED.match(lower)
    if happened is Realised.NO and headed:
        failed = lexicon().failed.search(lower)
        return Realised.ATTEMPT if failed else realised(headed[0])
    if happened is not Realised.YES or _PAST.search(lower):
        return happened
    planned = _TO_COME.search(lower) or _COMES_BACK.search(lower)
    planned = planned or _PROMISED.match(lower) or _TO_DO.match(lower)
    return Realised.INTENDED if planned or _ACTION_LIST.match(lower) else happened
