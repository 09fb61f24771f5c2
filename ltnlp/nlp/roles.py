"""Plurals and feminine forms of Dutch function titles, by ending."""

_IRREGULAR = {
    "kind": ("kinderen", "kids", "kindje", "kindjes"),
    "baby": ("baby's", "babytje"),
    "oma": ("oma's",),
    "opa": ("opa's",),
    "mama": ("mama's",),
    "papa": ("papa's",),
    "broer": ("broers", "broertje"),
    "voogd": ("voogden",),
}
_PLURAL = (
    ("agent", ("en",)),
    ("arts", ("en",)),
    ("ambtenaar", ("-ambtenaren",)),
    ("aar", ("s", "-aren")),
    ("cht", ("en",)),
    ("coach", ("es", "en")),
    ("lid", ("-leden",)),
    ("e", ("n", "s")),
    ("er", ("s", "en")),
    ("or", ("en", "s")),
    ("aat", ("-aten",)),
    ("oog", ("-ogen",)),
    ("eut", ("en", "e")),
    ("st", ("en", "e")),
    ("ent", ("en", "e")),
    ("ant", ("en", "e")),
    ("on", ("en", "s")),
)


def inflected(role: str) -> tuple[str, ...]:
    """Return `role` and its forms, the head being its first or its last word.

    A form that does not exist in Dutch does no harm: nobody writes it.
    """
    head, _, rest = role.partition(" ")
    whole = not rest.startswith(("van ", "in ", "i.o", "met ", "jeugd", "jgz"))
    if whole:
        return tuple(dict.fromkeys([role, *_forms(role)]))
    return tuple(dict.fromkeys([role, *(f"{form} {rest}" for form in _forms(head))]))


def _forms(word: str) -> tuple[str, ...]:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("s", "ouders", "buren")) and not word.endswith("arts"):
        return ()
    for ending, additions in _PLURAL:
        if word.endswith(ending):
            return tuple(_joined(word, ending, addition) for addition in additions)
    return (word + "s", word + "en")


def _joined(word: str, ending: str, addition: str) -> str:
    if addition.startswith("-"):
        return word[: -len(ending)] + addition[1:]
    return word + addition
