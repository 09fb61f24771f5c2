"""Known names that are words, in lower case: what stands around each tells which is meant.

"bij storm gegeten", "wil wilde weg", "hou op ben", "wie zei dat - vrede": a review that
knows somebody by a word does not write that word for nobody else. So each place is
judged by itself, and what could be the word stays one.
"""

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, KIN, NAME, ROLE, TITLE, VERB
from ltnlp.nlp.names.page import Page, is_participle

_DETERMINERS = word_set(
    "de het een 't 'n geen deze die dit dat zijn haar mijn m'n z'n d'r jouw je uw ons onze hun "
    "elke ieder iedere veel weinig meer welke wat hele zo'n zulke in op"
)
_PREPOSITIONS = word_set("bij van met naar aan voor door tegen namens behalve volgens")
_PREPOSITIONS |= word_set("naast zonder om over via achter en of")
_MARKS = frozenset(
    {"", ",", ".", ";", ":", "?", "!", ")", "/", "|", "<", "-", "–", "…"}
)
_GOES_ON = word_set(
    "en of maar toen dan die dat ook want omdat als nog niet wel weer al om in op bij met naar aan "
    "uit van voor thuis erbij hoor he hè zijn haar z'n d'r zelf kan zal"
)
_CALLS = word_set(
    "hoor nee ja zeg he hè hé hey oke oké ok dankje dankjewel bedankt sorry hoi dag hallo "
    "beste lieve graag dank"
)
_ASKED = word_set("je jij u jullie ik we wij hij zij ze ie men er het me mij")
_TIMED = word_set(
    "in begin eind einde half medio vanaf per sinds tot afgelopen vorige vorig volgende komende "
    "deze elke hele late vroege eerste laatste van voor na tegen"
)
_CALENDAR = word_set("mei april juni juli augustus lente zomer herfst winter jan sep")
_MONTHS = word_set("mei april juni juli augustus jan sep")
_THINGS = word_set("storm hoop regen sneeuw water wind vrede rust zon zee liefde moed")
ONLY_PLACED = _THINGS | {"ben"}
"""What is so often a word that nothing but its place makes a name of it."""
_WITHOUT = word_set("zonder met voor door tegen over om vol op en of")
"""Before a thing these say nothing of a person: "met hoop", "voor vrede"."""
_COPULAS = word_set("is was wordt werd blijft bleef")
_HIS = word_set("zijn haar z'n d'r hun")
_FURTHEST = 9
_CLAUSE_ENDS = frozenset(".,;:?!|()<>\n")
_FROM = word_set(
    "maar en dat want omdat toen als of dus hoe waar nu zegt zei zeg dan daar"
)


def stands_as_known(page: Page, at: int) -> bool:
    """Tell whether a word by which somebody is known names that person here."""
    words, key = page.words, page.words.keys[at]
    before = words.key(at - 1) if at and not words.opens[at] else ""
    if _is_called(page, at, before) or _opens_clause(page, at, before):
        return True
    if before in _DETERMINERS or before.isdigit() or words.key(at + 1).isdigit():
        return False
    if key == "ben":
        return _no_verb_of_mine(page, at)
    if key in _CALENDAR and before in _TIMED:
        return key not in _MONTHS and before == "van" and _closes(page, at)
    ruling = bool(page.flags[at] & (CLOSED | VERB)) and key not in _CALENDAR
    if _called_by_kin(page, at) or _is_his(page, at):
        return True
    if before in _PREPOSITIONS:
        return _behind_preposition(page, at, before)
    if _acts(page, at, before) or (_is_brought(page, at, before) and not ruling):
        return True
    return (_in_list(page, at) and not ruling) or _is_object(page, at, before)


def answers(page: Page, at: int) -> bool:
    """Tell whether the word is all that somebody says: "en wie was dat - storm"."""
    words = page.words
    if at and not (
        words.opens[at] and words.shown[at - 1] in {":", ">", "]", "-", "–"}
    ):
        return False
    if at + 1 >= len(words):
        return True
    if words.key(at + 1) not in {".", "?", "!", "…"}:
        return False
    return at + 2 >= len(words) or not page.flags[at] & (CLOSED | VERB)


def _no_verb_of_mine(page: Page, at: int) -> bool:
    """Tell whether "ben" has no "ik" near it in its clause, before or behind."""
    words = page.words
    if words.key(at + 1) in _ASKED:
        return False
    if _mine(words.keys[_begin(page, at) : at]):
        seen = words.key(at - 1) in _SEEN | _HAVE
        return seen or words.key(at - 1) in _PREPOSITIONS - {"en", "of", "om"}
    return not _mine(words.keys[at + 1 : min(len(words), at + 4)])


def _mine(keys: list[str]) -> bool:
    return "ik" in keys or "'k" in keys or "k" in keys


def _begin(page: Page, at: int) -> int:
    """Return where the clause of a word begins, or how far back it is looked for."""
    begin = at
    while begin > 0 and at - begin < _FURTHEST and not page.words.opens[begin]:
        if page.words.shown[begin - 1] in _CLAUSE_ENDS:
            break
        begin -= 1
    return begin


def _called_by_kin(page: Page, at: int) -> bool:
    """Tell whether kinship or a title stands before: "zuster mei die kookt"."""
    words = page.words
    if not at or not words.joined(at) or not page.flags[at - 1] & (KIN | TITLE):
        return False
    if page.flags[at] & VERB:
        return words.key(at + 1) in _MARKS
    return _closes(page, at) or _verb_next(page, at)


def _is_his(page: Page, at: int) -> bool:
    """Tell whether somebody belongs to the word: "mei zijn vrouw", "vrede z'n brief"."""
    words = page.words
    whose = words.key(at + 1) in _HIS and at + 2 < len(words)
    return whose and bool(page.flags[at + 2] & KIN)


def _is_called(page: Page, at: int, before: str) -> bool:
    """Tell whether somebody is spoken to: "dank je storm", "nee ben dat weet jij niet"."""
    words = page.words
    before = before or (words.key(at - 1) if at and not words.opens[at] else "")
    ends = words.key(at + 1) in _MARKS
    if before in _CALLS or (before == "je" and words.key(at - 2) in {"dank", "hoor"}):
        return ends or words.key(at + 1) in {"dat", "wat", "ik", "je", "kom", "hoe"}
    named = words.key(at + 1) in {"jij", "wat", "hoe", "kom", "luister"}
    return before in {"zegt", "zei"} and named and not page.flags[at] & CLOSED


def _closes(page: Page, at: int) -> bool:
    """Tell whether what is said of the word ends with it: no noun can follow."""
    words, following = page.words, page.words.key(at + 1)
    if following in _MARKS or following in _GOES_ON or not words.joined(at + 1):
        return True
    return _participle(following) or _verb_next(page, at)


def _participle(key: str) -> bool:
    return len(key) > 4 and is_participle(key)


def _verb_next(page: Page, at: int) -> bool:
    more = at + 1 < len(page.words) and page.words.joined(at + 1)
    return more and bool(page.flags[at + 1] & VERB)


def _behind_preposition(page: Page, at: int, before: str) -> bool:
    words, key = page.words, page.words.keys[at]
    if before in {"en", "of"}:
        return _in_list(page, at)
    if key in _THINGS and before in _WITHOUT:
        return words.key(at + 1) in _MARKS and before in {"met", "door", "tegen"}
    if words.key(at + 1) in _ASKED - {"ik", "hij", "zij", "ze", "er"}:
        return False
    infinitive = words.key(at + 1).endswith("en") and page.ordinary(at + 1)
    return _closes(page, at) or (infinitive and before != "van")


def _acts(page: Page, at: int, before: str) -> bool:
    """Tell whether a clause begins with the word and its verb: "storm is onderweg"."""
    words, key = page.words, page.words.keys[at]
    if before and before not in _FROM and before not in _MARKS:
        return False
    if words.key(at + 1) == "van" and words.key(at + 2) in {"de", "het", "'t"}:
        return not page.flags[at] & (CLOSED | VERB) and key not in _THINGS
    if not _verb_next(page, at) or words.key(at + 2) in _ASKED - {"mij", "me", "er"}:
        return False
    thing = key in _THINGS or key in _CALENDAR
    return not (thing and words.key(at + 1) in _COPULAS) or _is_one(page, at)


def _opens_clause(page: Page, at: int, before: str) -> bool:
    """Tell whether no thing could stand there without an article: "dat storm er niet was"."""
    ruling = page.flags[at] & (CLOSED | VERB)
    clause = before in _CLAUSES and page.words.key(at + 1) in _BEHIND_SUBJECT
    return clause and not ruling


def _is_brought(page: Page, at: int, before: str) -> bool:
    """Tell whether something is done to the word: "toen hebben we mees bij oma gebracht"."""
    words, key = page.words, page.words.keys[at]
    if before not in _TELLERS or key in _THINGS or words.key(at + 1) not in _TOWARDS:
        return False
    return at > 1 and bool(page.flags[at - 2] & VERB or words.keys[at - 2] in _HAVE)


_CLAUSES = word_set("dat omdat toen terwijl nadat voordat zodat doordat")
_BEHIND_SUBJECT = word_set(
    "er me mij hem haar ons hun niet nog ook weer al daar hier thuis nooit altijd gewoon"
)
_TELLERS = word_set("ik we wij ze zij hij je jullie")
_TOWARDS = word_set("bij naar mee thuis niet ook toen weer nog daar op")


def _is_one(page: Page, at: int) -> bool:
    """Tell whether the verb says who it was: "lente was de enige"."""
    keys = page.words.keys[at + 2 : at + 4]
    return keys in (["de", "enige"], ["de", "eerste"], ["de", "laatste"]) or (
        bool(keys)
        and keys[0] in {"onderweg", "erbij", "er", "boos", "bij", "thuis", "ook"}
    )


def _in_list(page: Page, at: int) -> bool:
    """Tell whether names stand beside it: "orhan en ben", "jo, to en bep"."""
    words = page.words
    linked = at > 1 and words.key(at - 1) in {"en", ",", "&", "/", "of"}
    beside = linked and _names(page, at - 2)
    if beside and _closes(page, at):
        return True
    behind = words.key(at + 1) in {"en", ",", "&", "/"} and at + 2 < len(words)
    return behind and _names(page, at + 2) and (words.opens[at] or beside)


def _names(page: Page, at: int) -> bool:
    flag = page.flags[at]
    return bool(flag & NAME) and not flag & (CLOSED | VERB | ROLE)


def _is_object(page: Page, at: int, before: str) -> bool:
    """Tell whether a verb has the word for its object: "zag wil staan", "heb wil gebeld"."""
    words, flag = page.words, page.flags[at]
    if not at or (not page.flags[at - 1] & VERB and before not in _HAVE):
        return False
    following = words.key(at + 1)
    if _participle(following) and before in _HAVE | _ASKED:
        return True
    if flag & CLOSED and before in {"kwam", "was", "is"} and following == ",":
        return True
    seen = before in _SEEN and words.keys[at] not in _THINGS
    given = flag & GIVEN and not flag & CLOSED
    return bool(seen and (given or following in _MARKS or following.endswith("en")))


_HAVE = word_set("heb heeft hebben had hadden hebt")
_SEEN = word_set(
    "zag zie ziet belde bel belt ken kent kende appte vroeg sprak mis heette"
)
