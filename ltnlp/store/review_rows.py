"""Domain values as rows of the review store's tables."""

from ltnlp.domain.dates import UncertainDate
from ltnlp.domain.events import Event
from ltnlp.domain.factors import ContributingFactor
from ltnlp.domain.interactions import Interaction
from ltnlp.domain.mentions import OrganisationMention
from ltnlp.domain.pseudonyms import Actor, ReleasedDate, ReleasedPassage
from ltnlp.store.codec import to_json
from ltnlp.store.database import Row
from ltnlp.store.released import IdentifierRow, Released


def document_rows(released: Released) -> list[Row]:
    """Return the documents as rows, with their number of released words."""
    words: dict[str, int] = {}
    for passage in released.passages:
        words[passage.document] = words.get(passage.document, 0) + len(
            passage.text.split()
        )
    return [
        {
            "id": d.id,
            "slot": d.slot,
            "kind": str(d.kind),
            "author_kind": d.author_kind,
            "made_on": d.made_on,
            "contemporaneous": d.contemporaneous,
            "words": words.get(d.id, 0),
            "body": to_json(d),
        }
        for d in released.documents
    ]


def passage_row(passage: ReleasedPassage) -> Row:
    """Return a released passage as a row."""
    return {
        "id": passage.id,
        "document": passage.document,
        "ordinal": passage.ordinal,
        "kind": str(passage.kind),
        "speaker": passage.speaker,
        "speaker_kind": passage.speaker_kind,
        "text": passage.text,
        "body": to_json(passage),
    }


def actor_row(actor: Actor) -> Row:
    """Return an actor as a row."""
    return {
        "passage": actor.passage,
        "pseudonym": actor.pseudonym,
        "label": str(actor.label),
        "kind": actor.organisation_kind,
        "body": to_json(actor),
    }


def _bounds_row(date: UncertainDate | None) -> Row:
    return {
        "edtf": date.edtf if date else None,
        "earliest": date.earliest if date else None,
        "latest": date.latest if date else None,
    }


def date_row(date: ReleasedDate) -> Row:
    """Return an expression of time as a row."""
    value = date.value
    return {
        "passage": date.passage,
        "told": value.text,
        "type": str(value.type),
        **_bounds_row(value),
        "rule": value.rule,
        "needs_review": value.needs_review,
        "body": to_json(date),
    }


def organisation_row(mention: OrganisationMention) -> Row:
    """Return a mention of an organisation kind as a row."""
    return {
        "passage": mention.passage,
        "kind": mention.kind,
        "by_role": mention.by_role,
        "body": to_json(mention),
    }


def identifier_row(row: IdentifierRow) -> Row:
    """Return where an identifier stood as a row."""
    return {
        "document": row.document,
        "label": row.label,
        "entity": row.entity,
        "pseudonym": row.pseudonym,
        "start_at": row.start,
        "end_at": row.end,
        "needs_review": row.needs_review,
        "score": row.score,
        "found_by": row.found_by,
    }


def event_row(event: Event, order: dict[str, int]) -> Row:
    """Return an event as a row; `order` gives its place in the timeline."""
    return {
        "id": event.id,
        "place": order.get(event.id),
        **_bounds_row(event.date),
        "what": event.what,
        "type": event.type,
        "realised": str(event.realised),
        "status": str(event.status),
        "organisations": list(event.organisations),
        "accounts": len(event.accounts),
        "conflicts": len(event.conflicts),
        "outside_period": event.outside_period,
    }


def account_rows(event: Event) -> list[Row]:
    """Return the accounts of an event as rows."""
    return [
        {
            "id": account.id,
            "event": event.id,
            "document": account.document,
            "passage": account.passage,
            "teller_kind": account.teller_kind,
            "contemporaneous": account.contemporaneous,
            "realised": str(account.realised),
            "earliest": account.date.earliest if account.date else None,
            "latest": account.date.latest if account.date else None,
            "wording": account.wording,
        }
        for account in event.accounts
    ]


def interaction_row(interaction: Interaction) -> Row:
    """Return an edge of the graph as a row."""
    return {
        "id": interaction.id,
        "giver": interaction.giver,
        "receiver": interaction.receiver,
        "type": interaction.type,
        "class": str(interaction.interaction_class),
        "realised": str(interaction.realised),
        "earliest": interaction.date.earliest if interaction.date else None,
        "latest": interaction.date.latest if interaction.date else None,
        "event": interaction.event,
        "expected": interaction.expected,
        "order_certain": interaction.order_certain,
        "score": interaction.score,
    }


def factor_row(factor: ContributingFactor) -> Row:
    """Return a contributing factor as a row."""
    return {
        "id": factor.id,
        "code": factor.code,
        "level": str(factor.level),
        "valence": str(factor.valence),
        "document": factor.document,
        "passage": factor.passage,
        "wording": factor.wording,
        "score": factor.score,
        "status": str(factor.status),
        "body": to_json(factor),
    }
