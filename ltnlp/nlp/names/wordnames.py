"""Names that are words ("Roos", "Wil", "Storm"): only what stands around them tells."""

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, KIN, ROLE, TITLE, VERB
from ltnlp.nlp.names.page import Page

_DETERMINERS = word_set(
    "de het een 't geen deze die dit dat zijn haar mijn jouw uw ons onze hun elke ieder "
    "iedere veel weinig meer welke wat geen enige hele zo'n zulke"
)
_HAPPEN = word_set("is was werd wordt kwam komt blijft bleef zou zal heeft had")
_MONTHS = word_set("mei april juni juli augustus sep jun jan mrt")
THINGS = word_set(
    "storm hoop regen sneeuw zomer winter lente zon rust post water angst adem ernst toon "
    "ramadan corona mentor meester imam pastor"
)
_CLOSED_NAMES = word_set("wil koos elke dan sep")
"""Given names among the words that nothing else would take for a name."""
_SURE_PREPOSITIONS = word_set("met aan voor door tegen naast volgens zonder bij namens")


def named_at_start(page: Page, at: int) -> bool:
    """Tell whether a capitalised word that opens a sentence is a name."""
    words, key = page.words, page.words.keys[at]
    if at + 1 >= len(words) or key in _MONTHS:
        return False
    if page.flags[at] & CLOSED and key not in _CLOSED_NAMES:
        return False
    if words.text[words.ends[at] : words.ends[at] + 2].lower() in {"'s", "’s"}:
        return True
    if not page.flags[at] & GIVEN:
        return False
    following = words.key(at + 1)
    if following == key:
        return True
    if following == "en" and at + 2 < len(words):
        other = page.flags[at + 2]
        return bool(other & GIVEN) and words.capital[at + 2]
    closed = page.flags[at] & VERB and key not in _CLOSED_NAMES
    if not page.flags[at + 1] & VERB or closed or key == "dan":
        return False
    return following not in _HAPPEN or key not in THINGS


def named_inside(page: Page, at: int) -> bool:
    """Tell whether a word that is also a name is one here, whatever its capitals."""
    words = page.words
    key, before, following = words.keys[at], words.key(at - 1), words.key(at + 1)
    if before.isdigit() or following.isdigit():
        return False
    if page.capital(at) and not words.opens[at]:
        return not page.flags[at] & CLOSED or key in _CLOSED_NAMES or _paired(page, at)
    if before in _DETERMINERS:
        return False
    closed = page.flags[at] & CLOSED and not page.plain
    if at and page.flags[at - 1] & (KIN | TITLE | ROLE):
        behind = at + 1 >= len(words) or not following[:1].isalpha()
        return behind or bool(page.flags[at + 1] & VERB)
    acts = at + 1 < len(words) and bool(page.flags[at + 1] & VERB) and not closed
    if before in _SURE_PREPOSITIONS:
        return not following[:1].isalpha() or acts
    return acts and following not in _HAPPEN and key not in _MONTHS


def _paired(page: Page, at: int) -> bool:
    """Tell whether a capital stands beside a given name: "Storm en Mei"."""
    before = page.words.key(at - 1) == "en" and at > 1
    named = before and page.capital(at - 2) and page.flags[at - 2] & GIVEN
    return bool(named and page.flags[at] & GIVEN)


_SPEAKING = word_set(
    "zei zegt vertelde vertelt belde belt appte appt mailde vroeg vraagt antwoordde dacht "
    "vond vindt wist weet zat zit liep loopt ging wilde huilde lachte schrok sliep schreef "
    "hoorde voelde woonde woont werkte werkt weigerde weigert zweeg hielp helpt keek kijkt "
    "heet heette sprak spreekt knikte zuchtte riep rende snapte begreep miste kende zwaaide"
)


def acts_as_person(page: Page, at: int) -> bool:
    """Tell whether a word in lower case does what only persons do: "roos zei"."""
    words = page.words
    key, before, following = words.keys[at], words.key(at - 1), words.key(at + 1)
    if following == key == "wil":
        return before not in _DETERMINERS
    if before in _DETERMINERS or before.isdigit() or following not in _SPEAKING:
        return False
    if page.flags[at] & CLOSED:
        return key == "wil" and (
            words.opens[at] or before in {"toen", "dat", "en", "oma"}
        )
    return key not in _MONTHS and not page.flags[at] & VERB


_WITH = word_set("met door naast namens volgens tegen")
_DEALT = word_set(
    "gebeld gesproken gepraat gemaild geappt overlegd gegeten gewerkt gespeeld gevochten "
    "samengewoond getrouwd afgesproken bellen spreken praten overleggen"
)
_SAID = word_set("dat toen ook nog niks niets ja nee tegen van gisteren vanmorgen")


def is_dealt_with(page: Page, at: int) -> bool:
    """Tell whether a word in lower case stands as a person does: "met roos gebeld".

    Or behind what was said: "toen zei roos dat". Words of kin and of the field
    ("met school gebeld") are no given names, so it is not asked of them.
    """
    before, following = page.words.key(at - 1), page.words.key(at + 1)
    if page.words.opens[at] or page.words.keys[at] in _MONTHS:
        return False
    if before in _WITH:
        return following in _DEALT
    return before in _SPEAKING and following in _SAID


_OPENING = frozenset({"(", "|", ",", ":", "/", "-", "–", "&"})
_CLOSING = frozenset({")", "|", ",", ".", "/", "(", "&", ";"})


def stands_apart(page: Page, at: int) -> bool:
    """Tell whether a word stands between marks as names in lists do: ", stam, "."""
    words = page.words
    if page.flags[at] & CLOSED or words.keys[at] in THINGS or at + 1 >= len(words):
        return False
    opening = words.opens[at] or words.shown[at - 1] in _OPENING
    closing = words.shown[at + 1] in _CLOSING or bool(page.flags[at + 1] & VERB)
    given = bool(page.flags[at] & GIVEN) and words.opens[at]
    return opening and (closing or given)


def _describes(page: Page, at: int) -> bool:
    """Tell whether a determiner or adjective stands before a word: "de hele storm"."""
    before = page.words.key(at)
    if before in _DETERMINERS:
        return True
    return before.endswith("e") and not page.flags[at] & (VERB | GIVEN | KIN)


def opens_clause(page: Page, at: int) -> bool:
    """Tell whether a clause begins with a word and its verb: ", hoop zou bellen"."""
    words = page.words
    if at + 1 >= len(words) or not page.flags[at + 1] & VERB:
        return False
    return words.opens[at] or words.key(at - 1) in _OPENING | _CLAUSE_OPENERS


_SEASONS = word_set("lente zomer herfst winter")
_IN_TIME = word_set("in van tot sinds vorige volgende deze afgelopen tegen na voor")
_CLAUSE_OPENERS = word_set("maar en dat want omdat toen als of dus hoe waar nu")
_MODALS = word_set("kan kon wil wilde mag moet zal zou heeft had gaat ging is was")
_OBJECTS = word_set("mij me hem haar ons jullie ook dat dit nog even hier daar niet")


def known_inside(page: Page, at: int) -> bool:
    """Tell whether a word stands as the subject does, where somebody is called so."""
    words = page.words
    before, following = words.key(at - 1), words.key(at + 1)
    if words.keys[at] == "wil":
        marks = before in _OPENING and (following in _CLOSING or not following)
        return marks or (before in _SURE_PREPOSITIONS | {"van"} and following != "je")
    season = words.keys[at] in _SEASONS
    if (season or not page.flags[at] & (CLOSED | VERB)) and page.lower:
        timed = season and before in _IN_TIME
        described = before not in _CLAUSE_OPENERS and _describes(page, at - 1)
        return not (described or before.isdigit() or timed)
    if page.lower and not page.flags[at] & CLOSED and opens_clause(page, at):
        return True
    if following == "":
        return False
    if before in _CLAUSE_OPENERS and at + 1 < len(words):
        return bool(page.flags[at + 1] & VERB) and not page.flags[at] & VERB
    return before in _MODALS and following in _OBJECTS and not page.flags[at] & VERB


_CUT_MONTHS = word_set("jan mei jun juni juli april august")
_ALL_MONTHS = word_set(
    "jan januari feb febr februari mrt maart apr april mei jun juni jul juli aug augustus "
    "sep sept september okt oktober nov november dec december"
)
_BEFORE_MONTH = word_set("vanaf begin eind half medio per sinds tot in tm")
_BETWEEN_MONTHS = word_set("en of / - – t m tot ,")


def is_dated(page: Page, at: int) -> bool:
    """Tell whether a month stands here and no name: "18 jan", "jan 2024", "jan. en feb."."""
    words = page.words
    if words.keys[at] not in _CUT_MONTHS or words.capital[at]:
        return words.keys[at] in _CUT_MONTHS and _figure_beside(page, at)
    if _figure_beside(page, at) or words.key(at - 1) in _BEFORE_MONTH:
        return True
    pointed = words.key(at + 1) == "."
    if pointed and not page.plain:
        return True
    behind = at + 1 + pointed
    paired = words.key(behind) in _BETWEEN_MONTHS
    return paired and words.key(behind + 1) in _ALL_MONTHS - {words.keys[at]}


def _figure_beside(page: Page, at: int) -> bool:
    words = page.words
    behind = at + 1 + (words.key(at + 1) == ".")
    return words.key(at - 1).isdigit() or words.key(behind).isdigit()
