"""Who takes part in a review, changed after it began: added, corrected or taken off.

A name that stands in no list any more is still a name: what the last run found by it
is marked as one in the journal, so that nothing is uncovered.
"""

from dataclasses import dataclass

from ltnlp.casework.home import Home
from ltnlp.casework.names import mark_name
from ltnlp.casework.release import REGISTRY
from ltnlp.casework.reviews import load_review, set_participants
from ltnlp.domain.errors import InputError
from ltnlp.domain.folding import fold
from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.purposes import Purpose


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A participant as a page showed it: the place in the list, and the name there."""

    at: int
    name: str


def add_participant(home: Home, review_id: str, one: RosterEntry) -> None:
    """Put somebody on the list of participants.

    Raises:
        InputError: there is no name, or it stands on the list already.
        StateError: the review was ended.
    """
    there = load_review(home, review_id).participants
    _check(one, there)
    set_participants(home, review_id, (*there, one))


def change_participant(
    home: Home, review_id: str, listed: Listed, one: RosterEntry, *, by: str
) -> None:
    """Put `one` in the place of who was listed.

    Raises:
        InputError: there is no name, another has it, or the list is another by now.
        StateError: the review was ended.
    """
    before, old, behind = _around(home, review_id, listed)
    _check(one, (*before, *behind))
    _keep_covered(home, review_id, old, one, by=by)
    set_participants(home, review_id, (*before, one, *behind))


def drop_participant(home: Home, review_id: str, listed: Listed, *, by: str) -> None:
    """Take somebody off the list; names of theirs in the sources stay covered.

    Raises:
        InputError: the list is another by now.
        StateError: the review was ended.
    """
    before, old, behind = _around(home, review_id, listed)
    _keep_covered(home, review_id, old, RosterEntry(name=""), by=by)
    set_participants(home, review_id, (*before, *behind))


def _around(
    home: Home, review_id: str, listed: Listed
) -> tuple[tuple[RosterEntry, ...], RosterEntry, tuple[RosterEntry, ...]]:
    """Return who stands before the one that is meant, that one, and who follows."""
    home.open_entry(review_id)
    there = load_review(home, review_id).participants
    for old in there[listed.at : listed.at + 1] if listed.at >= 0 else ():
        if old.name == listed.name:
            return there[: listed.at], old, there[listed.at + 1 :]
    raise InputError(
        "the list changed",
        message_nl="De lijst is intussen veranderd: bekijk haar opnieuw.",
    )


def _check(one: RosterEntry, others: tuple[RosterEntry, ...]) -> None:
    if not one.name:
        raise InputError("no name", message_nl="Vul in hoe de deelnemer heet.")
    if fold(one.name) in {fold(other.name) for other in others}:
        raise InputError(
            "listed already", message_nl="Deze naam staat al bij de deelnemers."
        )


def _keep_covered(
    home: Home, review_id: str, old: RosterEntry, new: RosterEntry, *, by: str
) -> None:
    """Mark as names what the last run found by the old names and the new do not tell."""
    vault = home.vault(review_id, purpose=Purpose.NAME)
    registry = vault.recall(REGISTRY, Registry) or Registry()
    gone = {fold(name) for name in (old.name, *old.aliases)}
    told = {w for name in (new.name, *new.aliases) for w in fold(name).split()}
    for entity in registry.entities:
        forms = {fold(form): form for form in entity.variants}
        if entity.label is Label.PERSON and gone & set(forms):
            for folded in sorted(set(forms) - {fold(word) for word in entity.words}):
                if not told.issuperset(folded.split()):
                    mark_name(home, review_id, forms[folded], label=Label.PERSON, by=by)
