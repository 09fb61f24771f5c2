"""Where the name of an instance ends that its kind announces in lower case: "jgz oostkant"."""

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.interfixes import behind_interfixes, known_surname
from ltnlp.nlp.names.lexicon import (
    CLOSED,
    FIELD,
    KIN,
    NOT_NAME,
    PLACE,
    ROLE,
    VERB,
    WORD,
)
from ltnlp.nlp.names.page import Page

_TOWARDS = word_set("bij van aan naar door met via")
_SURE_FORMS = word_set(
    "kraamzorg kinderdagverblijf kdv huisartsenpraktijk basisschool obs cbs woongroep "
    "peuterspeelzaal zorgboerderij gezinshuis apotheek ggz thuis vt gi kredietbank "
    "woonstichting verloskundigenpraktijk"
)
_LONGEST_LETTERS = 4
"""How long a kind is at most that is called by its letters: "swv", "jgz"."""
_PARTS_OF_TOWN = word_set("oost west noord zuid centrum noordoost zuidoost vo po")
_SHORTEST = 4
_AS_VERBS_DO = ("de", "te", "den", "ten", "t", "en")


def behind_name(
    page: Page, first: int, at: int, *, determined: bool, whole: bool
) -> int:
    """Return the index behind the name in lower case that a kind announces, else `first`.

    Args:
        page: the passage.
        first: index of the token behind the kind.
        at: index behind an article that may stand there.
        determined: an article or possessive stands before the kind.
        whole: the kind is part of the name.
    """
    common = 0 if determined or at > first else _behind_common(page, at)
    return (
        _behind_family(page, first)
        or common
        or _behind_words(page, first, at, determined=determined, whole=whole)
    )


def _behind_words(
    page: Page, first: int, at: int, *, determined: bool, whole: bool
) -> int:
    words = page.words
    if page.shouting and page.ordinary(at):
        return first
    sure = words.key(first - 1) in _SURE_FORMS and not page.flags[at] & WORD
    if at == first and not whole and (determined or (page.ordinary(at) and not sure)):
        return first
    if at > first and not determined and (two := _behind_described(page, at)):
        return two
    if at > first and (determined or page.flags[at] & (CLOSED | KIN | ROLE)):
        return first
    flag = page.flags[at]
    good = (
        not flag & (CLOSED | VERB)
        and len(words.keys[at]) > 2
        and words.shown[at].replace("-", "").isalpha()
    )
    common = page.ordinary(at)
    if words.key(first - 1) in _SURE_FORMS:
        common = page.lexicon.vocabulary.inflected(words.keys[at])
    common = common and not (whole and at == first and _is_own_word(page, at))
    if good and not determined and at == first:
        described = _behind_described(page, at)
        if described:
            return described
    if not good or (at == first and common and not flag & PLACE):
        return first
    return _further(page, at + 1, named=not common)


def _behind_described(page: Page, at: int) -> int:
    """Return the index behind two words that are a name: "vt lage hoek", else 0."""
    words, last = page.words, at + 1
    key, short = words.keys[at], len(words.key(at - 1)) <= _LONGEST_LETTERS
    towards = key.endswith("se") and not page.lexicon.vocabulary.inflected(key)
    if not (
        towards or (key in _DESCRIBING and (short or words.key(at - 1) in _ARTICLES))
    ):
        return 0
    if last >= len(words) or not words.joined(last) or page.flags[last] & _NO_NOUN:
        return 0
    return last + 1 if words.shown[last].isalpha() else 0


_DESCRIBING = word_set(
    "hoge lage oude nieuwe groene blauwe witte rode gouden zilveren grote kleine lange "
    "korte stille vrije twee drie vier vijf zeven midden"
)
_ARTICLES = frozenset({"de", "het", "t", "'t"})
_NO_NOUN = CLOSED | VERB | KIN | ROLE


def _further(page: Page, behind: int, *, named: bool) -> int:
    """Return the index behind what goes on with a name: "montessori college oost"."""
    words, kinds = page.words, page.lexicon.organisations["behind"]
    while behind < len(words) and words.joined(behind):
        key = words.keys[behind]
        unlisted = named and not page.flags[behind] and not page.ordinary(behind)
        unlisted = unlisted and words.shown[behind].isalpha() and len(key) >= _SHORTEST
        unlisted = unlisted and not key.endswith(_AS_VERBS_DO)
        if not (key in _PARTS_OF_TOWN or (named and key in kinds) or unlisted):
            break
        behind += 1
    return behind


_PROPER = word_set(
    "stichting garage restaurant huize camping snackbar cafetaria bakkerij slagerij cafe "
    "hotel manege kwekerij autobedrijf rijschool sportschool dansschool eetcafe pizzeria "
    "kapsalon zorgboerderij gezinshuis buurthuis tuincentrum advocatenkantoor basisschool "
    "kinderopvang kinderdagverblijf logeerhuis jeugdhuis"
)
"""Kinds behind which a bare noun is the name: "stichting balans", "garage blok"."""
_TOGETHER = word_set("sterk sterker verder vooruit uit thuis anders")


def _behind_common(page: Page, at: int) -> int:
    """Return the index behind common words that such a kind announces, else 0."""
    words = page.words
    if words.key(at - 1) not in _PROPER or at >= len(words):
        return 0
    if words.keys[at] == "samen" and words.key(at + 1) in _TOGETHER:
        return at + 2
    return _further(page, at + 1, named=False) if _is_proper_word(page, at) else 0


def _is_proper_word(page: Page, at: int) -> bool:
    """Tell whether a common noun is the name of what such a kind announces."""
    words, flag = page.words, page.flags[at]
    if flag & (FIELD | CLOSED | VERB | KIN | ROLE | NOT_NAME):
        return False
    if not words.shown[at].replace("-", "").isalpha():
        return False  # the mark between two cells is nobody's name
    following = page.flags[at + 1] if at + 1 < len(words) else CLOSED
    ends = not words.key(at + 1)[:1].isalpha() or following & (CLOSED | VERB)
    key = words.keys[at]
    verb = key.endswith("t") and page.lexicon.vocabulary.inflected(key[:-1])
    return bool(ends) and not (verb or key.endswith(("en", "e")))


def _is_own_word(page: Page, at: int) -> bool:
    """Tell whether a compound is none of the work: "bij jeugdbescherming tolkstreek"."""
    words, vocabulary = page.words, page.lexicon.vocabulary
    short = len(words.key(at - 1)) <= _LONGEST_LETTERS
    if not (short or words.key(at - 2) in _TOWARDS) or page.flags[at]:
        return False
    if vocabulary.inflected(words.keys[at]):
        return False
    flag, enough = page.lexicon.flag, 2 if short else 1
    return not any(
        sum(bool(flag(part) & FIELD) for part in pair) >= enough
        or flag(pair[1]) & (ROLE | KIN)
        for pair in vocabulary.parted(words.keys[at])
    )


def _behind_family(page: Page, first: int) -> int:
    """Return the index behind the surname a shop is called by: "bakkerij van dam", else 0."""
    words, part = page.words, behind_interfixes(page, first)
    form = words.key(first - 1)
    if page.lexicon.organisations["before_whole"].get(form) != "" or part == first:
        return 0
    if part >= len(words) or not words.joined(part):
        return 0
    return part + 1 if known_surname(page, first, part) else 0
