"""The role that stands with a name: "juf Roos", "Roos de Haan (mentor)", "Behandelaar: …"."""

from dataclasses import replace

from ltnlp.domain.folding import word_set
from ltnlp.domain.mentions import Candidate, Label
from ltnlp.nlp.names.lexicon import INTERFIX, STARTS_ROLE, TITLE, Role
from ltnlp.nlp.names.page import Page

_TITLE_ROLES = {
    "juf": ("leerkracht", "basisschool"),
    "meester": ("leerkracht", "basisschool"),
    "dominee": ("geestelijke", "informele_organisatie"),
    "imam": ("geestelijke", "informele_organisatie"),
    "pastoor": ("geestelijke", "informele_organisatie"),
    "dokter": ("arts", "huisarts"),
}
_LONGEST_LIST = 12
_DETERMINERS = word_set(
    "de het een mijn zijn haar hun onze ons uw jouw nieuwe vorige oude eigen"
)
_POSSESSIVES = word_set("mijn zijn haar hun onze ons uw jouw")


def with_role(page: Page, found: Candidate) -> Candidate:
    """Return a person with the role that stands beside the name, if one does."""
    if found.label is not Label.PERSON:
        return found
    first = page.token_at(found.span.start)
    behind = page.token_at(found.span.end - 1) + 1
    role = _before(page, first) or _behind(page, behind)
    if role is None:
        return found
    gender = found.gender or role.gender.replace("n", "")
    return replace(found, role=role.base, organisation_kind=role.kind, gender=gender)


def _before(page: Page, first: int) -> Role | None:
    words, at = page.words, _before_titles(page, first)
    if at < 0:
        return None
    if words.shown[at] == ":" and at:
        role = role_ending(page, at)
        alone = role is not None and (role.plural or _stands_alone(page, first))
        return role if alone else None
    listed = _listed_behind(page, first)
    if listed:
        return listed
    if words.shown[at] == ",":
        role = role_ending(page, at)
        begin = at - 2
        determined = any(words.key(begin - i) in _DETERMINERS for i in range(3))
        told = determined or _opens_sentence(page, at - 1, first)
        return role if role and told and _closes(page, first) else None
    if words.keys[at] in _TITLE_ROLES and at == first - 1:
        base, kind = _TITLE_ROLES[words.keys[at]]
        return Role(base=base, kind=kind)
    return role_ending(page, at + 1)


def _opens_sentence(page: Page, at: int, first: int) -> bool:
    """Tell whether a role opens what is said of a whole name: "Moeder, Wil Bos, belde."."""
    words = page.words
    opens = words.opens[at] and words.key(at - 1) != ":"
    whole = (
        first + 1 < len(words) and words.joined(first + 1) and page.capital(first + 1)
    )
    return opens and whole


def _before_titles(page: Page, first: int) -> int:
    """Return the index before the titles that stand before a name."""
    words, at = page.words, first - 1
    while at >= 0:
        here = at - (words.shown[at] == "." and at > 0)
        if not page.flags[here] & TITLE or words.keys[here] in _TITLE_ROLES:
            return at
        at = here - 1
    return at


def _listed_behind(page: Page, first: int) -> Role | None:
    """Return the role of a list: "Reviewbegeleiders: Ada Wiersinga en Bram Oudkerk"."""
    if page.words.shown[first - 1] not in {"en", ","}:
        return None
    for at in range(first - 1, max(0, first - _LONGEST_LIST), -1):
        shown = page.words.shown[at]
        if shown == ":":
            role = role_ending(page, at)
            return role if role and role.plural else None
        if shown[0].islower() and shown != "en" and not page.flags[at] & INTERFIX:
            return None
    return None


def _stands_alone(page: Page, first: int) -> bool:
    """Tell whether the name fills a field rather than begins what somebody says."""
    words = page.words
    if first == page.body and len(words) - first > _LONGEST_LIST:
        return False
    for at in range(first + 1, min(first + 7, len(words))):
        if words.shown[at] in {",", "(", ";", "|", ")", "/", "<"} or words.opens[at]:
            return True
        if words.shown[at].islower() and not page.flags[at] & INTERFIX:
            return False
    return True


def _closes(page: Page, first: int) -> bool:
    """Tell whether a comma or full stop closes the name that begins at `first`."""
    for at in range(first + 1, min(first + 7, len(page.words))):
        if page.words.shown[at] in {",", ".", ")"}:
            return True
        if page.words.shown[at].islower() and len(page.words.shown[at]) > 3:
            return False
    return False


def role_ending(page: Page, behind: int) -> Role | None:
    """Return the role whose words end just before the token at `behind`."""
    keys = page.words.keys
    for length in (4, 3, 2, 1):
        begin = behind - length
        if begin < 0 or not page.flags[begin] & STARTS_ROLE:
            continue
        for phrase, role in page.lexicon.roles[keys[begin]]:
            if len(phrase) == length and tuple(keys[begin:behind]) == phrase:
                return role
    return None


def role_beginning(page: Page, at: int) -> Role | None:
    """Return the role whose words begin at the token at `at`, the longest."""
    if at >= len(page.words) or not page.flags[at] & STARTS_ROLE:
        return None
    keys = page.words.keys
    for phrase, role in page.lexicon.roles[keys[at]]:
        if tuple(keys[at : at + len(phrase)]) == phrase:
            return role
    return None


def _behind(page: Page, behind: int) -> Role | None:
    words = page.words
    if behind >= len(words):
        return None
    mark = words.shown[behind]
    if mark == "(":
        return role_beginning(page, behind + 1)
    if mark in {",", "–", "-"}:
        at = behind + 1
        determined = words.key(at) in _DETERMINERS
        role = role_beginning(page, at + 1 if determined else at)
        if role and role.gender and not determined and words.key(at + 1) != "van":
            return None
        return role if not (role and role.plural) else None
    if mark in {"is", "was"}:
        at = behind + 1 + (words.key(behind + 1) in _DETERMINERS)
        if words.key(behind + 1) in _POSSESSIVES:
            return None
        role = role_beginning(page, at)
        return role if role and not role.gender else None
    if mark == "en" and _plural_behind(page, behind):
        return _plural_behind(page, behind)
    return None


def _plural_behind(page: Page, behind: int) -> Role | None:
    """Return the role in "Hetty Lansink en Jos Verkade (reviewbegeleiders)"."""
    for at in range(behind, min(behind + 7, len(page.words) - 1)):
        if page.words.shown[at] == "(":
            role = role_beginning(page, at + 1)
            return replace(role, plural=False) if role and role.plural else None
        if page.words.shown[at] in {",", ".", ";", ":"}:
            return None
    return None
