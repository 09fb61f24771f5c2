"""What facilitators read for the codes of the domain: plain Dutch, no blame."""

from ltnlp.domain.documents import DocumentKind, Place
from ltnlp.domain.events import ConflictKind, Realised, Status
from ltnlp.domain.factors import FactorStatus, Level, Valence
from ltnlp.domain.knowledge import Knowing
from ltnlp.domain.patterns import Road
from ltnlp.domain.reviews import ReviewState
from ltnlp.domain.timeline import MomentReason, RelationKind

DOCUMENT_KINDS = {
    DocumentKind.INTERVIEW: "gesprek",
    DocumentKind.CLIENT_INTERVIEW: "gesprek met kind of gezin",
    DocumentKind.INDIVIDUAL_TIMELINE: "eigen tijdlijn",
    DocumentKind.FILE_EXTRACT: "dossierstuk",
    DocumentKind.EMAIL: "e-mail",
    DocumentKind.RULING: "uitspraak",
    DocumentKind.OTHER: "andere bron",
}
STATES = {
    ReviewState.OPEN: "loopt",
    ReviewState.CLOSED: "afgesloten",
    ReviewState.CANCELLED: "geannuleerd",
    ReviewState.DESTROYED: "vernietigd",
}
ACTIONS = {
    "vault opened": "kluis geopend",
    "review begun": "review begonnen",
    "scope changed": "periode of vragen gewijzigd",
    "title or kind changed": "titel of soort gewijzigd",
    "participants changed": "deelnemers gewijzigd",
    "sources added": "bronnen toegevoegd",
    "source described": "bron beschreven",
    "source taken out": "bron uit de review gehaald",
    "corrections added": "verbeteringen vastgelegd",
    "review reconstructed": "doorgerekend",
    "report seen": "rapport bekeken",
    "review closed": "review afgesloten",
    "review cancelled": "review geannuleerd",
    "destruction approved": "akkoord met vernietigen",
    "hold recorded": "bewaarbeletsel vastgelegd",
    "review destroyed": "review vernietigd",
    "reviews compared": "reviews vergeleken",
    "pattern named": "patroon benoemd",
    "trend rules set": "regels voor trends gewijzigd",
    "trends published": "trends uitgegeven",
    "master key replaced": "hoofdsleutel vervangen",
}
"""What the log calls each act; its own words are sealed into a chain."""
RELEASED = "released "
REALISED = {
    Realised.YES: "gebeurd",
    Realised.NO: "niet gebeurd",
    Realised.ATTEMPT: "poging",
    Realised.INTENDED: "voorgenomen",
    Realised.UNKNOWN: "niet bekend of het gebeurde",
}
STATUS = {
    Status.PROPOSED: "voorstel",
    Status.CONFIRMED: "bevestigd",
    Status.REJECTED: "afgewezen",
}
FACTOR_STATUS = {
    FactorStatus.PROPOSED: "voorstel",
    FactorStatus.ACCEPTED: "aangenomen",
    FactorStatus.REJECTED: "afgewezen",
    FactorStatus.RECODED: "anders ingedeeld",
}
CONFLICTS = {
    ConflictKind.DATE: "De bronnen noemen verschillende data",
    ConflictKind.ACTOR: "De bronnen noemen verschillende betrokkenen",
    ConflictKind.CONTENT: "De bronnen vertellen het anders",
    ConflictKind.REALISED: "De bronnen verschillen over of het gebeurde",
}
LEVELS = {
    Level.PERSONAL: "Persoonlijk",
    Level.PROFESSIONAL: "Professioneel",
    Level.FAMILY: "Cliënt en gezin",
    Level.TEAM: "Team",
    Level.ORGANISATION: "Organisatie",
    Level.CHAIN: "Keten",
}
LEVELS_MEAN = {
    Level.PERSONAL: "wat iemand als mens meeneemt in het werk",
    Level.PROFESSIONAL: "kennis, vaardigheden en opvattingen over het vak",
    Level.FAMILY: "wat er speelt bij kind, ouders en netwerk",
    Level.TEAM: "samenwerken en overleggen in het eigen team",
    Level.ORGANISATION: "werkwijze, middelen en beleid van de organisatie",
    Level.CHAIN: "samenwerken tussen organisaties en regels van buiten",
}
VALENCES = {
    Valence.HAMPERING: "belemmerend",
    Valence.SUPPORTING: "ondersteunend",
}
CAME_OF_IT = {
    RelationKind.REALISED_BY: "Uitgevoerd",
    RelationKind.UNDONE_BY: "Niet doorgegaan",
}
PLANNED = "Zo was het gepland"
"""What is said of what came of a plan, and of the plan."""
KNOWING = {
    Knowing.TOOK_PART: "was erbij",
    Knowing.WAS_TOLD: "kreeg het te horen",
    Knowing.SUSPECTED: "vermoedde het",
    Knowing.HEARD_LATER: "hoorde het later",
    Knowing.DID_NOT_KNOW: "wist het niet",
}
REASONS = {
    MomentReason.DECISION: "een besluit",
    MomentReason.DECISION_NOT_TAKEN: "een besluit dat uitbleef",
    MomentReason.REPORT: "een melding",
    MomentReason.REFUSAL: "een afwijzing",
    MomentReason.HANDOVER: "een overdracht",
    MomentReason.CHANGE_OF_WORKER: "een wisseling van hulpverlener",
    MomentReason.MISSING_ANSWER: "een antwoord dat uitbleef",
    MomentReason.CONFLICT: "bronnen verschillen",
    MomentReason.LONG_SILENCE: "een lange stilte",
    MomentReason.INCIDENT: "een incident",
    MomentReason.TURN_FOR_GOOD: "een keer ten goede",
    MomentReason.LEARNED_LATER: "toen niet bij iedereen bekend",
    MomentReason.SEVERAL_SOURCES: "door meer bronnen verteld",
    MomentReason.ADDED: "door mensen toegevoegd",
}
GAPS = {
    "silence": "Stilte",
    "no_answer": "Geen antwoord gevonden",
    "no_intake": "Geen start gevonden",
    "no_follow_up": "Geen vervolg gevonden",
}
ROADS = {
    Road.GUIDED: "Bekende patronen",
    Road.CLUSTER: "Factoren die samen voorkomen",
    Road.STRUCTURAL: "Vormen in tijdlijn en graaf",
    Road.CANDIDATE: "Mogelijke nieuwe patronen",
}
ROADS_MEAN = {
    Road.GUIDED: (
        "Patronen uit de lijst van de methode. De computer zocht in de reviews naar "
        "wat mensen erover zeggen, en of het verloop dezelfde vorm laat zien."
    ),
    Road.CLUSTER: (
        "Factoren die in meerdere reviews in dezelfde omstandigheden terugkomen, "
        "zonder dat er vooraf naar een patroon is gezocht."
    ),
    Road.STRUCTURAL: (
        "Vormen in het verloop zelf, zoals een melding zonder terugkoppeling. "
        "Deze weg leest geen woorden, alleen wie zich wanneer tot wie wendde."
    ),
    Road.CANDIDATE: (
        "Combinaties die nog bij geen bekend patroon horen. Alleen een aanleiding "
        "om te kijken."
    ),
}


def place_in_words(place: Place) -> str:
    """Return where in a source it stands: "blz. 3, rij 4"; "" where not known."""
    parts = (
        f"blz. {place.page}" if place.page is not None else "",
        f"blad {place.sheet}" if place.sheet is not None else "",
        f"rij {place.row}" if place.row is not None else "",
        f"tijdcode {place.time_code}" if place.time_code else "",
    )
    found = [part for part in parts if part]
    if not found and place.line is not None:
        found = [f"regel {place.line}"]
    return ", ".join(found)


GROUPS = {
    "casegroep": "De casegroep",
    "reviewteam": "Het reviewteam",
    "gezin": "Het gezin",
}


def group_in_words(role: str) -> str:
    """Return how a group or role is named at the head of its view."""
    return GROUPS.get(role.lower(), role[:1].upper() + role[1:])


def action_in_words(action: str) -> str:
    """Return an act of the log in Dutch: "kluis geopend", "uitgegeven: rapport"."""
    if action.startswith(RELEASED):
        return f"uitgegeven: {action.removeprefix(RELEASED)}"
    return ACTIONS.get(action, action)


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 bron", "4 bronnen"."""
    return f"{number} {one if number == 1 else many}"


def recorded(number: int, one: str, many: str, *, known: int = 0) -> str:
    """Return what the journal took: "1 antwoord vastgelegd, 2 stonden er al"."""
    taken = f"{counted(number, one, many)} vastgelegd"
    return f"{taken}, {counted(known, 'stond', 'stonden')} er al" if known else taken


def lost(orphans: int) -> str:
    """Return that corrections find their place no more."""
    who = counted(orphans, "verbetering vindt haar", "verbeteringen vinden hun")
    return f"{who} plaats niet meer."


def missed(events: int) -> str:
    """Return that a table that came back had no row of some events."""
    who = counted(events, "gebeurtenis miste", "gebeurtenissen misten")
    return f"{who} in de tabel en {'blijft' if events == 1 else 'blijven'} staan."
