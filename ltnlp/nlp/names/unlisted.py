"""Words that stand in no list: a name where they stand as names do."""

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import CLOSED, GIVEN, KIN, ROLE, VERB, WORD
from ltnlp.nlp.names.page import Page
from ltnlp.nlp.names.wordnames import acts_as_person

_SHORTEST = 4
_VOWELS = frozenset("aeiouyj")
_TAILS = (
    "ig", "ige", "lijk", "lijke", "lijks", "isch", "ische", "heid", "heden", "ing",
    "ingen", "tjes", "aal", "iek", "ieke", "ief", "ieve", "loos", "loze", "baar",
    "bare", "zaam", "zame", "matig", "tiende", "tigste", "ende", "erwijs", "achtig",
    "teit", "tje", "pje", "kje", "isme", "eren", "eerd", "eerde", "atie", "aties", "logie", "ement",
    "honderd", "duizend", "nr", "vpk", "gram", "morgen", "middag", "avond", "nacht",
    "ochtend", "elen", "sel", "schap", "iteit", "erig", "onder", "thuis", "door",
)  # fmt: skip
"""Endings of Dutch words that no list holds, and of hardly any name."""
_OBJECTS_OF = word_set("met volgens zonder namens bij van aan voor door naast tegen")
_BEFORE_SUBJECT = word_set(
    "toen dat omdat want maar en als nadat voordat terwijl sinds of hoe"
)
_CLAUSES = word_set("toen omdat nadat terwijl voordat dat")
_SAYING = word_set(
    "belde belt zei zegt vroeg vraagt appte appt mailde mailt heet heette sprak spreekt "
    "zag ken kende hielp bezocht vond wilde kreeg haalde zat stond woonde kwam vroegen zeiden belden had heeft moest"
)
_PERSONAL = word_set("ik we wij ze zij hij je jij u jullie ie mij me hem haar ons")
_CLOSING = frozenset({"", ",", ".", ";", ":", "?", "!", ")", "/", "|", "<", "-", "–"})
_ACTING = word_set(
    "heeft had is was wilde wil kwam ging belde zou moest kon werd bleef"
)
_NO_DETERMINER = word_set(
    "mijn zijn haar onze ons hun jullie uw een de die dat deze dit het"
)


def unlisted(page: Page, at: int) -> bool:
    """Tell whether a word in lower case is in no list and built of no listed words."""
    return (
        at >= 0
        and not page.flags[at]
        and len(page.words.keys[at]) >= _SHORTEST
        and not _VOWELS.isdisjoint(page.words.keys[at][1:])
        and page.words.shown[at].replace("-", "").isalpha()
        and not page.ordinary(at)
    )


def ends_as_word(key: str) -> bool:
    """Tell whether a folded word has the form of a Dutch word rather than of a name."""
    return key.startswith("ge") or key.endswith(_TAILS)


def stands_as_name(page: Page, at: int) -> bool:
    """Tell whether an unlisted word stands bare where a name would: "met … gebeld"."""
    words, key = page.words, page.words.keys[at]
    if acts_as_person(page, at):
        return True
    if ends_as_word(key):
        return False
    if at and page.flags[at - 1] & (KIN | ROLE) and words.joined(at):
        return _ends(page, at) or _acts(page, at) or bool(page.flags[at + 1] & VERB)
    before = words.key(at - 1)
    if before in _OBJECTS_OF and words.joined(at):
        return _bare_object(page, at)
    if before in {"is", "was"} and words.key(at + 1) == "die":
        return True
    if before in _CLAUSES and words.joined(at) and not key.endswith(("en", "s")):
        return True
    if before == "en" and at > 1 and _named_before(page, at - 2):
        return True
    if words.opens[at] or before in _BEFORE_SUBJECT or before in {",", "-"}:
        return _acts(page, at) or _apposed(page, at)
    return before in _SAYING and words.joined(at) and _bare_object(page, at)


def _named_before(page: Page, at: int) -> bool:
    """Tell whether the word at `at` is a given name, or stands as a name too."""
    flag = page.flags[at]
    if flag:
        return bool(flag & GIVEN) and not flag & WORD
    return unlisted(page, at) and stands_as_name(page, at)


def _ends(page: Page, at: int) -> bool:
    return page.words.key(at + 1) in _CLOSING


def _acts(page: Page, at: int) -> bool:
    following = page.words.key(at + 1)
    return following in _ACTING or acts_as_person(page, at)


def _apposed(page: Page, at: int) -> bool:
    """Tell whether kinship explains the word: ", …, mijn broer"."""
    words, behind = page.words, at + 2
    if words.key(at + 1) != "," or behind >= len(words):
        return False
    behind += words.key(behind) in _NO_DETERMINER
    return behind < len(words) and bool(page.flags[behind] & (KIN | ROLE))


def _bare_object(page: Page, at: int) -> bool:
    """Tell whether no noun follows, so that the word is none that describes one."""
    words, following = page.words, page.words.key(at + 1)
    if following in _CLOSING:
        return True
    if at + 1 >= len(words):
        return True
    flag = page.flags[at + 1]
    participle = page.done(at + 1)
    return bool(flag & (CLOSED | VERB | GIVEN)) or participle or following in _PERSONAL


_SHORTEST_TOLD = 4
_BEING = word_set(
    "afgemeld aangemeld opgehaald uitgenodigd afwezig aanwezig ziek thuis overleden"
)
_AND_WHO = word_set("ik wij we zijn haar mijn")


def is_told_of(page: Page, at: int) -> bool:
    """Tell whether a word of no list is told of in few words: "Yorief gebeld", "Erha (12)".

    Of the words of no list that open a sentence in the readable reviews, 151 name somebody
    and ten do not, but for those cut off by a mark.
    """
    words = page.words
    following, further = words.key(at + 1), words.key(at + 2)
    if following == ",":
        return True
    if len(words.keys[at]) < _SHORTEST_TOLD or not words.keys[at].isalpha():
        return False
    aged = following == "(" and further.isdigit()
    beside = following == "en" and further in _AND_WHO
    return page.done(at + 1) or aged or beside or following in _BEING
