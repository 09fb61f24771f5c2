"""What one example teaches one of the models."""

from dataclasses import dataclass

from ltnlp.nlp.events.chance import Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What a model sees of a sentence or telling, and what the labels say of it.

    `holds`: of `tells`, that an account holds it; of `another`, that its account is
    not the one told before it in the same stretch; of `worth`, that it is an account.
    """

    model: str
    seen: Seen
    holds: bool
