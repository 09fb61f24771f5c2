"""Which of the parties of a clause are connected with which, and which cannot be."""

from collections.abc import Iterator
from dataclasses import replace

from ltnlp.domain.mentions import FAMILY
from ltnlp.nlp.interactions.lexicon import InteractionType
from ltnlp.nlp.interactions.parties import Parties

_CLIENT = "gezin"


def paired(
    kind: InteractionType, who: Parties
) -> Iterator[tuple[str | None, str | None]]:
    """Pair who acts with each who receives; of a meeting, who tells of it with each."""
    who = _with_family(kind, who)
    for receiver in who.receivers:
        yield who.giver, receiver


def makes_sense(
    kind: InteractionType, who: Parties, giver: str | None, receiver: str | None
) -> bool:
    """Tell whether a pair can be meant, by what its type asks for."""
    if giver is None and receiver is None:
        return False
    if kind.explicit and not _both_named(kind, who, giver, receiver):
        return False
    if kind.mutual and kind.generic and receiver is None:
        return False
    pair = {giver, receiver}
    if kind.by and giver not in kind.by:
        return False
    if kind.only_with and not pair & set(kind.only_with):
        return False
    if receiver in kind.not_with:
        return False
    return giver != receiver or kind.same_kind


def _both_named(
    kind: InteractionType, who: Parties, giver: str | None, receiver: str | None
) -> bool:
    """Tell whether both are named; who tells what a family said was told it."""
    if giver is None or receiver is None:
        return False
    heard = kind.heard and giver in FAMILY and receiver not in FAMILY
    return who.guessed <= int(heard)


def _with_family(kind: InteractionType, who: Parties) -> Parties:
    """Put the family where contact with it left it out ("komt wekelijks thuis")."""
    named = {who.giver, *who.receivers}
    meant = kind.family and kind.fixed.get("to") == _CLIENT
    if meant and who.guessed and who.giver and not named & FAMILY:
        return replace(who, receivers=(_CLIENT,))
    return who
