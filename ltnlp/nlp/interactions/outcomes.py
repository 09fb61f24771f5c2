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
)
_TURNING = (
    r"(?:bellen|mailen|appen|melden|vragen|overleggen|informeren|aanmelden|verwijzen|spreken"
    r"|bespreken|opvragen|uitnodigen|doorgeven|terugbellen|schrijven|praten|overdragen)"
)
# "De wijkagent gaat bellen", "ik wilde haar vragen": not done yet.
_ABOUT_TO = re.compile(
    rf"\b(?:ga|gaat|gaan|wil|wilde|wilden|wou)\b(?: (?!niet\b|geen\b)\w+){{0,5}} {_TURNING}\b"
)
_ACTION_LIST = re.compile(r"^(?:\d{1,2}[.)]|\(\d\)|[-•])\s")
_PAST = re.compile(
    r"\b(?:was|waren|had|hadden|heeft|hebben|heb|werd|werden|is|zijn|zei|zeiden|belde|belden"
    r"|kwam|kwamen|ging|gingen|vroeg|vroegen|kreeg|kregen|stond|zat|gaf|nam|liet|deed|schreef"
    r"|ge\w{2,}(?:d|t|en)|\w+ge\w{2,}(?:d|t|en)|\w{3,}de(?:n)?|ver\w+d|be\w+d|ont\w+en)\b"
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
    lower = words.lower().strip()
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
    return Realised.INTENDED if planned or _ACTION_LIST.match(lower) else happened
