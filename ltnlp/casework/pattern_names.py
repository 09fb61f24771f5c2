"""Names that people give to patterns that no library knows."""

from dataclasses import replace

from ltnlp.casework.home import Home
from ltnlp.casework.words import without_names
from ltnlp.domain.errors import InputError
from ltnlp.domain.patterns import Pattern
from ltnlp.domain.reviews import ReviewState

LONGEST = 80
_RULE = "pattern_name."


def named_patterns(home: Home) -> tuple[Pattern, ...]:
    """Return the patterns of the last comparison, with the names people gave.

    A name holds for the id, which the same combination gets in every comparison.
    """
    system = home.system()
    rules = system.rules()
    return tuple(
        replace(one, name=rules.get(_RULE + one.id, one.name))
        for one in system.patterns()
    )


def name_pattern(home: Home, pattern_id: str, name: str, *, by: str) -> None:
    """Give a pattern that the comparison found a name.

    Args:
        home: of the system.
        pattern_id: of a pattern of the last comparison that no library names.
        name: what it is called from now on; "" takes the name back.
        by: role of who names it.

    Raises:
        InputError: there is no such pattern, a library names it, or the name is too
            long or holds a name from one of its reviews.
    """
    system = home.system()
    pattern = next((p for p in system.patterns() if p.id == pattern_id), None)
    if pattern is None:
        raise InputError(
            "no such pattern",
            message_nl="Dit patroon staat niet in de laatste vergelijking.",
        )
    if not pattern_id.startswith("C"):
        raise InputError(
            "the library names it",
            message_nl="Dit patroon heeft zijn naam uit de lijst van de methode.",
        )
    given = name.strip()
    if len(given) > LONGEST or _names_somebody(home, pattern, given):
        raise InputError(
            "no fit name",
            message_nl=f"Gebruik hooguit {LONGEST} tekens, en geen namen.",
        )
    system.set_rule(_RULE + pattern_id, given or pattern.name)
    system.audit(
        by_role=by,
        action="pattern named",
        purpose="patronen over reviews",
        count=1,
    )


def _names_somebody(home: Home, pattern: Pattern, name: str) -> bool:
    alive = {
        entry.id
        for entry in home.system().reviews()
        if entry.state != ReviewState.DESTROYED
    }
    return any(
        without_names(home, review, [name]) != (name,)
        for review in pattern.reviews
        if review in alive
    )
