"""Lines of an action list in a file note: "Huisarts bellen", "zus aanmelden bij de ggz"."""

import re

_ACTION = (
    r"(?:\w*bellen|\w*mailen|aanmelden|melden|uitnodigen|informeren|inschakelen|aanvragen"
    r"|(?:in)?plannen|bespreken|overleggen|afstemmen|\w*vragen|opstellen|maken|regelen"
    r"|\w*sturen|verwijzen|bezoeken|langsgaan|terugzien|terugkoppelen|controleren"
    r"|opstarten|inzetten|oppakken|uitzoeken|consulteren|doorgeven|vastleggen|opnemen)"
)
_LINE = re.compile(
    rf"(?:\W*)(?:[\w\[\]/.-]+ ){{0,5}}{_ACTION}"
    r"(?: (?:met|over|voor|bij|naar|van|in|op|om|voordat|na|als)\b[^:]*)?(?:, [^:]*)?\W*"
)
_FINITE = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|ik|wij|we"
    r"|hij|zij|ze|gaat|gaan|moet|moeten|kan|kon|konden|mag|mocht|moest|moesten|wil|wilde|wilden|ging|gingen"
    r"|na het|bij het|tijdens|niet|geen|door|te|\w+de|\w+te|\w*ge\w{3,}(?:d|t))\b"
)


def to_do(text: str) -> bool:
    """Tell whether lower-case words are a thing to do: an infinitive and who or what.

    "Bellen met moeder: zij is boos" tells of a talk; "bellen met school" is to be done.
    """
    return bool(_LINE.fullmatch(text)) and not _FINITE.search(text)
