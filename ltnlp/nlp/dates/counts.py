"""Lengths of time and what only looks like one: ages, weeks of a pregnancy."""

from ltnlp.nlp.dates.surroundings import Place, word_lists


def is_length(place: Place, first: int, end: int) -> bool:
    """Tell a length of time from an age, a pregnancy or a manner of speaking."""
    before, after = place.word(first - 1), place.word(end)
    if after in {"oud", "jarige", "jarig", "postpartum", "pp"}:
        return False
    if before in {"cb", "hb", "vanaf"}:
        return False
    words = [place.word(at) for at in range(first, end)]
    if before in {"tot", "<", "max", "ha"} and place.row:
        return before == "max" and words[-1] not in {"jr", "jaar"}
    if _age_in_row(place, first, end):
        return False
    if words[0] == "ene" or words[-2:] in _HALVES:
        return False
    if _is_age(place, first, end):
        return False
    numbers = sum("NUMBER" in t.classes for t in place.tokens[first:end])
    if words[0] == "een" and numbers <= 1 and not {"lang", "half", "of"} & set(words):
        few = any("FEW" in t.classes for t in place.tokens[first:end])
        lasting = after in word_lists()["after_one_unit"]
        return few or lasting or before in word_lists()["before_one_unit"]
    if words[0] == "wat" or words[:2] == ["een", "aantal"]:
        return place.kind == "chat" or words[0] != "wat"
    return True


def _age_in_row(place: Place, first: int, end: int) -> bool:
    """Tell "jongen 7 jr" and "po 68 jr," of a file from how long something took."""
    if not place.row or end - first != 2 or place.word(end - 1) not in _YEARS:
        return False
    before = place.word(first - 1)
    short = before.isalpha() and len(before) <= 3 and before not in _BEFORE_LENGTH
    initial = before == "." and len(place.raw(first - 2)) == 1
    return initial or short or before in word_lists()["persons"]


_HALVES = (["halve", "dag"], ["halve", "nacht"], ["halve", "weken"], ["halve", "dagen"])
_YEARS = frozenset({"jr", "jr.", "jaar"})
_BEFORE_LENGTH = frozenset(
    {"al", "na", "van", "in", "om", "nu", "is", "was", "per", "ca", "ten", "nog", "de",
     "pas", "elk", "voor", "over", "met", "en", "of"}
)  # fmt: skip
_AFTER_AGE = frozenset({"en", "maar", "toen", "dus", "of", "die", "nu"})


def _is_age(place: Place, first: int, end: int) -> bool:
    before, earlier = place.word(first - 1), place.word(first - 2)
    if before == "(" and place.word(end) in {")", ","}:
        return True
    if before == "van" and earlier in word_lists()["persons"]:
        return True
    if before == "," and place.raw(first - 2)[:1].isupper() and place.word(end) == ",":
        return True
    if before in {
        "is",
        "was",
        "ben",
        "werd",
        "wordt",
        "pas",
        "net",
        "nu",
        "nog",
        "bijna",
    }:
        after = place.word(end)
        ends = not after.isalpha() or after in _AFTER_AGE
        return ends and _subject_is_person(place, first - 1)
    return False


_IS = frozenset({"is", "was", "ben", "werd", "wordt"})


def _subject_is_person(place: Place, at: int) -> bool:
    """Tell whether "is" near a token follows a person: "hij is", "Noor is"."""
    for verb in range(at, max(at - 4, 0), -1):
        if place.word(verb) in _IS:
            subject, noun = place.raw(verb - 1), place.word(verb - 1)
            near = {place.word(verb - by) for by in range(1, 6)}
            known = noun in word_lists()["pronouns"] or near & word_lists()["persons"]
            return bool(known) or subject[:1].isupper()
    return False


def is_ago(place: Place, first: int, end: int) -> bool:
    """Tell "twee maanden terug" from "valt twee maanden terug"."""
    return place.word(end - 1) != "terug" or place.word(first - 1) not in _FALLS


_FALLS = frozenset({"valt", "viel", "vallen", "loopt", "liep", "zakt", "zakte", "ging"})


def is_counted_from(place: Place, first: int, _end: int) -> bool:
    """Tell "na zes weken", of which a conversation has the six weeks alone."""
    talk = place.kind in {"interview", "client_interview"} and place.style.document
    return not talk or place.word(first) != "na"


def is_no_law(place: Place, first: int, end: int) -> bool:
    """Tell "2 x pw" from the law that a file calls PW."""
    return end - first > 1 or not place.raw(first).isupper()
