"""Invented, pseudonymised reviews in the form that reports are made from."""

import datetime as dt
from collections.abc import Sequence

from ltnlp.domain.dates import Bounds, DateType, UncertainDate
from ltnlp.domain.documents import Document, DocumentKind, Place
from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.events import (
    Account,
    Conflict,
    ConflictKind,
    Event,
    Realised,
    Status,
)
from ltnlp.domain.factors import ContributingFactor, FactorStatus, Level, Valence
from ltnlp.domain.interactions import (
    GraphEdge,
    GraphPicture,
    Interaction,
    InteractionClass,
    InteractionGraph,
    Party,
)
from ltnlp.domain.knowledge import Knowing, KnowledgeState
from ltnlp.domain.mentions import OrganisationKind
from ltnlp.domain.pseudonyms import ReleasedPassage
from ltnlp.domain.reviews import Review
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.domain.timeline import (
    Contradiction,
    CrucialMoment,
    Gap,
    IntegratedTimeline,
    MomentReason,
    Placed,
)
from ltnlp.reporting import ReportInput

TODAY = dt.date(2024, 6, 3)
PERIOD = Bounds(earliest=dt.date(2021, 9, 1), latest=dt.date(2023, 6, 30))

KINDS = {
    "basisschool": ("onderwijs", "een basisschool"),
    "wijkteam": ("gemeente", "een wijkteam"),
    "huisarts": ("gezondheid_algemeen", "een huisarts"),
    "veilig_thuis": ("meldpunt", "Veilig Thuis"),
    "ggz_jeugd": ("ggz", "een instelling voor jeugd-ggz"),
    "leerplicht": ("gemeente", "de leerplichtambtenaar"),
    "gezin": ("informeel", "het gezin"),
    "jeugdgezondheidszorg": ("gezondheid_jeugd", "de jeugdgezondheidszorg"),
}
TAXONOMY = {
    kind: OrganisationKind(id=kind, sector=sector, neutral=label)
    for kind, (sector, label) in KINDS.items()
}
NAMES = {
    "K06": "warme overdracht",
    "O01": "wachttijd",
    "T03": "ruimte voor overleg in het team",
    "V07": "doorvragen",
    "C02": "steun uit het netwerk",
    "P01": "betrokkenheid",
}


def date(edtf: str | None, text: str = "", *, review: bool = False) -> UncertainDate:
    bounds = bounds_of(edtf) if edtf else Bounds(earliest=None, latest=None)
    return UncertainDate(
        text=text or (edtf or "ooit"),
        type=DateType.DATE,
        edtf=edtf,
        earliest=bounds.earliest,
        latest=bounds.latest,
        needs_review=review,
        alternatives=(
            Bounds(earliest=dt.date(2021, 5, 1), latest=dt.date(2021, 5, 31)),
        )
        if review
        else (),
    )


def documents() -> tuple[Document, ...]:
    return (
        Document(
            id="d1",
            slot="s1",
            label="gesprek_moeder",
            kind=DocumentKind.CLIENT_INTERVIEW,
            author_role="moeder",
            author_kind="gezin",
            made_on=dt.date(2024, 2, 6),
        ),
        Document(
            id="d2",
            slot="s2",
            label="gesprek_intern_begeleider",
            kind=DocumentKind.INTERVIEW,
            author_role="intern begeleider",
            author_kind="basisschool",
            made_on=dt.date(2024, 2, 13),
        ),
        Document(
            id="d3",
            slot="s3",
            label="dossier_wijkteam",
            kind=DocumentKind.FILE_EXTRACT,
            author_role="gezinscoach",
            author_kind="wijkteam",
            made_on=dt.date(2023, 7, 1),
            contemporaneous=True,
        ),
        Document(
            id="d4",
            slot="s4",
            label="tijdlijn_jeugdarts",
            kind=DocumentKind.INDIVIDUAL_TIMELINE,
            author_role="jeugdarts",
            author_kind="jeugdgezondheidszorg",
            contemporaneous=True,
        ),
    )


TELLERS = {
    "d1": ("moeder", "gezin", False),
    "d2": ("intern begeleider", "basisschool", False),
    "d3": ("gezinscoach", "wijkteam", True),
    "d4": ("jeugdarts", "jeugdgezondheidszorg", True),
}

# number, document, words, date as told (EDTF)
Telling = tuple[str, str, str | None]

# edtf, what, organisations, realised, tellings
STORY: tuple[
    tuple[str | None, str, Sequence[str], Realised, Sequence[Telling]], ...
] = (
    (
        "2019-05",
        "Het gezin verhuist en [Kind-1] begint op [Basisschool-1]",
        ("gezin", "basisschool"),
        Realised.YES,
        (("d1", "In mei 2019 zijn we hierheen gekomen, weg van alles.", "2019-05"),),
    ),
    (
        "2021-09",
        "[Kind-1] is vaak moe en valt in de klas in slaap",
        ("basisschool",),
        Realised.YES,
        (
            (
                "d2",
                "Ja, dat was meteen na de zomer, september denk ik. Eh, hij sliep gewoon op zijn tafel.",
                "2021-09",
            ),
        ),
    ),
    (
        "[2021-10-04,2021-10-12]",
        "De intern begeleider belt [Moeder-1] over de vermoeidheid",
        ("basisschool", "gezin"),
        Realised.YES,
        (
            (
                "d2",
                "Ik heb haar op 4 oktober gebeld, dat staat in mijn agenda.",
                "2021-10-04",
            ),
            (
                "d1",
                "Ze belde pas toen ik al met hem bij de huisarts was geweest, de twaalfde was dat.",
                "2021-10-12",
            ),
        ),
    ),
    (
        "2021-10-11",
        "[Moeder-1] gaat met [Kind-1] naar de huisarts",
        ("gezin", "huisarts"),
        Realised.YES,
        (
            (
                "d1",
                "De elfde zat ik bij de dokter, die zei kijk het even aan.",
                "2021-10-11",
            ),
        ),
    ),
    (
        "2021-11",
        "De school vraagt de jeugdarts mee te kijken",
        ("basisschool", "jeugdgezondheidszorg"),
        Realised.YES,
        (
            ("d2", "In november hebben we de jeugdarts erbij gevraagd.", "2021-11"),
            ("d4", "22-11-21 | vraag school ontvangen | slaap, verzuim", "2021-11-22"),
        ),
    ),
    (
        "2021-12~",
        "De jeugdarts zou een oproep sturen",
        ("jeugdgezondheidszorg", "gezin"),
        Realised.INTENDED,
        (("d4", "rond dec | oproep plannen zodra er plek is", "2021-12~"),),
    ),
    (
        "2022-01-17",
        "Melding bij Veilig Thuis door de huisarts",
        ("huisarts", "veilig_thuis"),
        Realised.YES,
        (
            (
                "d3",
                "17-01-2022 VT: melding ontvangen van huisarts, zorgen over thuissituatie.",
                "2022-01-17",
            ),
            (
                "d1",
                "Achteraf hoorde ik dat de dokter gemeld had, begin dat jaar.",
                "2022-01/2022-03",
            ),
        ),
    ),
    (
        "2022-02",
        "Veilig Thuis koppelt niet terug aan de huisarts",
        ("veilig_thuis", "huisarts"),
        Realised.NO,
        (("d3", "Geen terugkoppeling aan melder vastgelegd (feb).", "2022-02"),),
    ),
    (
        "2022-02-14",
        "Het wijkteam krijgt het gezin overgedragen",
        ("veilig_thuis", "wijkteam"),
        Realised.YES,
        (
            (
                "d3",
                "14-02-2022 overdracht VT naar wijkteam, telefonisch, geen verslag.",
                "2022-02-14",
            ),
        ),
    ),
    (
        "2022-03/..",
        "De gezinscoach probeert contact te krijgen",
        ("wijkteam", "gezin"),
        Realised.ATTEMPT,
        (("d3", "Vanaf mrt 3x gebeld, geen gehoor. Kaartje in bus.", "2022-03/.."),),
    ),
    (
        "../2022-05-31",
        "Oma neemt [Kind-1] een paar nachten in huis",
        ("gezin",),
        Realised.YES,
        (
            (
                "d1",
                "Dat was in elk geval voor juni, toen sliep hij bij oma.",
                "../2022-05-31",
            ),
        ),
    ),
    (
        "2022-09-06",
        "Overleg op school over het verzuim",
        ("basisschool", "leerplicht", "wijkteam"),
        Realised.YES,
        (
            (
                "d2",
                "Zes september zaten we met zijn vieren om tafel, dat was fijn.",
                "2022-09-06",
            ),
            (
                "d3",
                "06-09-22 MDO school. Lpa aanwezig. Afspraak: aanmelding ggz.",
                "2022-09-06",
            ),
        ),
    ),
    (
        "2022-10-03",
        "Aanmelding bij de jeugd-ggz",
        ("wijkteam", "ggz_jeugd"),
        Realised.YES,
        (("d3", "03-10-22 aanmelding jeugd-ggz verzonden.", "2022-10-03"),),
    ),
    (
        None,
        "De leerkracht vertelt dat zij zich zorgen maakt",
        ("basisschool",),
        Realised.YES,
        (
            (
                "d2",
                "De juf zei tegen mij dat ze er niet van sliep, wanneer weet ik niet meer.",
                None,
            ),
        ),
    ),
    (
        None,
        "Een buurvrouw biedt aan om op te passen",
        ("gezin",),
        Realised.UNKNOWN,
        (("d1", "De buurvrouw wilde wel oppassen, of dat ooit doorging…", None),),
    ),
    (
        "2023-05-16",
        "De behandeling bij de jeugd-ggz begint",
        ("ggz_jeugd", "gezin"),
        Realised.YES,
        (
            (
                "d1",
                "Zestien mei mocht hij eindelijk komen, dat was een opluchting.",
                "2023-05-16",
            ),
            (
                "d3",
                "16-05-23 start behandeling, bericht van ggz ontvangen.",
                "2023-05-16",
            ),
        ),
    ),
)


def passage(
    number: int, document: str, words: str, *, asks: bool = False
) -> ReleasedPassage:
    return ReleasedPassage(
        id=f"p{document}{number}",
        document=document,
        ordinal=number,
        text=words,
        offsets=OffsetMap.identity(start=number * 1000, length=len(words)),
        name_check=lambda _: False,
        speaker=TELLERS[document][0],
        speaker_kind=TELLERS[document][1],
        interviewer=asks,
        place=Place(page=1 + number // 3, row=number if document == "d4" else None),
    )


def account(number: int, telling: Telling, *, realised: Realised) -> Account:
    document, words, edtf = telling
    who, kind, then = TELLERS[document]
    return Account(
        id=f"a{number}",
        document=document,
        passage=f"p{document}{number}",
        span=Span(start=0, end=len(words)),
        source=Span(start=number * 1000, end=number * 1000 + len(words)),
        wording=words,
        date=date(edtf, review=edtf == "2021-09") if edtf else None,
        who_tells=who,
        teller_kind=kind,
        contemporaneous=then,
        realised=realised,
    )


def story_events() -> tuple[tuple[Event, ...], tuple[ReleasedPassage, ...]]:
    events: list[Event] = []
    passages: list[ReleasedPassage] = []
    number = 0
    for at, (edtf, what, organisations, realised, tellings) in enumerate(STORY):
        accounts: list[Account] = []
        for telling in tellings:
            number += 3
            question = "Kunt u vertellen hoe dat ging?"
            passages.append(passage(number - 1, telling[0], question, asks=True))
            passages.append(passage(number, telling[0], telling[1]))
            passages.append(
                passage(number + 1, telling[0], "En toen was het weer stil.")
            )
            accounts.append(account(number, telling, realised=realised))
        conflicts = ()
        if edtf and edtf.startswith("["):
            conflicts = (
                Conflict(
                    kind=ConflictKind.DATE,
                    accounts=tuple(a.id for a in accounts),
                    text_nl="intern begeleider: 4 oktober 2021; moeder: 12 oktober 2021",
                ),
            )
        told = date(edtf, review=edtf == "2021-09") if edtf else None
        before = told and told.earliest and told.earliest < dt.date(2021, 9, 1)
        events.append(
            Event(
                id=f"e{at}",
                what=what,
                type="overig",
                accounts=tuple(accounts),
                date=told,
                organisations=tuple(organisations),
                realised=realised,
                status=Status.CONFIRMED if at == 3 else Status.PROPOSED,
                joined_because="zelfde dag en zelfde deelnemers"
                if len(accounts) > 1
                else "",
                conflicts=conflicts,
                outside_period=bool(before),
            )
        )
    return tuple(events), tuple(passages)


def placed(events: Sequence[Event]) -> tuple[Placed, ...]:
    undated = Bounds(earliest=dt.date(2022, 9, 6), latest=dt.date(2023, 5, 16))
    return tuple(
        Placed(
            event=event.id,
            bounds=event.date.bounds
            if event.date
            else undated
            if event.id == "e13"
            else Bounds(earliest=None, latest=None),
            dated=event.date is not None,
            order=order,
        )
        for order, event in enumerate(events)
    )


ACTS = (
    ("basisschool", "gezin", "CONSULTATION", Realised.YES, 2),
    ("gezin", "huisarts", "ADVICE", Realised.YES, 3),
    ("basisschool", "jeugdgezondheidszorg", "ADVICE", Realised.YES, 4),
    ("jeugdgezondheidszorg", "gezin", "CONTACT_ATTEMPT", Realised.INTENDED, 5),
    ("huisarts", "veilig_thuis", "REPORT", Realised.YES, 6),
    ("veilig_thuis", "huisarts", "FEEDBACK", Realised.NO, 7),
    ("veilig_thuis", "wijkteam", "HANDOVER", Realised.YES, 8),
    ("wijkteam", "gezin", "CONTACT_ATTEMPT", Realised.ATTEMPT, 9),
    ("basisschool", "leerplicht", "CONSULTATION", Realised.YES, 11),
    ("basisschool", "wijkteam", "CONSULTATION", Realised.YES, 11),
    ("wijkteam", "ggz_jeugd", "APPLICATION", Realised.YES, 12),
    ("ggz_jeugd", "wijkteam", "INFORMATION", Realised.YES, 15),
)


def graph(events: Sequence[Event]) -> tuple[InteractionGraph, GraphPicture]:
    acts = tuple(
        Interaction(
            id=f"i{number}",
            giver=giver,
            receiver=receiver,
            type=str(InteractionClass[kind]),
            interaction_class=InteractionClass[kind],
            realised=realised,
            date=events[at].date,
            event=events[at].id,
            account=events[at].accounts[0].id,
            document=events[at].accounts[0].document,
            source=events[at].accounts[0].source,
            passages=(events[at].accounts[0].passage,),
        )
        for number, (giver, receiver, kind, realised, at) in enumerate(ACTS)
    )
    kinds = sorted({a.giver or "" for a in acts} | {a.receiver or "" for a in acts})
    parties = tuple(
        Party(
            kind=kind,
            given=sum(a.giver == kind for a in acts),
            received=sum(a.receiver == kind for a in acts),
            in_the_middle=0.2,
            never_answered=int(kind == "huisarts"),
            reciprocity=0.0,
        )
        for kind in kinds
    )
    edges = tuple(
        GraphEdge(
            giver=act.giver or "",
            receiver=act.receiver or "",
            interaction_class=act.interaction_class,
            times=1,
            not_realised=int(act.realised is not Realised.YES),
            interactions=(act.id,),
        )
        for act in acts
    )
    return (
        InteractionGraph(interactions=acts, parties=parties),
        GraphPicture(nodes=parties, edges=edges),
    )


def factor(
    number: int, code: str, level: Level, valence: Valence, event: Event
) -> ContributingFactor:
    told = event.accounts[0]
    return ContributingFactor(
        id=f"f{number}",
        code=code,
        level=level,
        valence=valence,
        document=told.document,
        passage=told.passage,
        span=told.span,
        source=told.source,
        wording=told.wording,
        score=0.8 - number / 10,
        moment=event.id,
        status=FactorStatus.ACCEPTED if number == 1 else FactorStatus.PROPOSED,
        decided_by="begeleider" if number == 1 else None,
    )


def factors(events: Sequence[Event]) -> tuple[ContributingFactor, ...]:
    return (
        factor(0, "K06", Level.CHAIN, Valence.HAMPERING, events[8]),
        factor(1, "O01", Level.ORGANISATION, Valence.HAMPERING, events[12]),
        factor(2, "T03", Level.TEAM, Valence.SUPPORTING, events[11]),
        factor(3, "V07", Level.PROFESSIONAL, Valence.HAMPERING, events[3]),
        factor(4, "C02", Level.FAMILY, Valence.SUPPORTING, events[10]),
        factor(5, "K06", Level.CHAIN, Valence.HAMPERING, events[7]),
    )


def knowledge(events: Sequence[Event]) -> tuple[KnowledgeState, ...]:
    rows = (
        ("huisarts", "e6", "2022-01-17", Knowing.TOOK_PART, None),
        ("gezin", "e6", "2023-01", Knowing.HEARD_LATER, "wijkteam"),
        ("[Moeder-1]", "e6", "2023-01", Knowing.HEARD_LATER, "[Gezinscoach-1]"),
        ("basisschool", "e1", "2021-09", Knowing.TOOK_PART, None),
        ("basisschool", "e6", "2022-09-06", Knowing.WAS_TOLD, "wijkteam"),
        ("basisschool", "e7", None, Knowing.DID_NOT_KNOW, None),
        ("basisschool", "e11", "2022-09-06", Knowing.TOOK_PART, None),
        ("wijkteam", "e8", "2022-02-14", Knowing.TOOK_PART, None),
        ("wijkteam", "e1", "2022-09-06", Knowing.WAS_TOLD, "basisschool"),
    )
    by_id = {event.id: event for event in events}
    return tuple(
        KnowledgeState(
            actor=actor,
            organisation_kind="gezin" if actor.startswith("[") else actor,
            event=event,
            known_from=date(edtf).bounds,
            known_from_edtf=edtf,
            how=how,
            account=by_id[event].accounts[0].id,
            told_by=by,
        )
        for actor, event, edtf, how, by in rows
    )


def sample() -> ReportInput:
    """A review with everything in it."""
    events, passages = story_events()
    interactions, picture = graph(events)
    timeline = IntegratedTimeline(
        events=events,
        placed=placed(events),
        period=PERIOD,
        contradictions=(
            Contradiction(
                events=("e2", "e3"),
                passages=(events[2].accounts[1].passage,),
                text_nl="Moeder vertelt dat het telefoontje na het bezoek aan de huisarts kwam; volgens school was het ervoor.",
            ),
        ),
        gaps=(
            Gap(
                kind="silence",
                bounds=Bounds(
                    earliest=dt.date(2022, 10, 4), latest=dt.date(2023, 5, 15)
                ),
                organisation=None,
                event=None,
                text_nl="Tussen de aanmelding en de start van de behandeling vertellen de bronnen niets.",
            ),
            Gap(
                kind="no_answer",
                bounds=date("2022-02").bounds,
                organisation="huisarts",
                event="e7",
                text_nl="Op de melding is geen terugkoppeling gevonden.",
            ),
        ),
        moments=(
            CrucialMoment(
                event="e8",
                rank=1,
                score=0.9,
                reasons=(MomentReason.HANDOVER, MomentReason.LONG_SILENCE),
                why_nl="Overdracht zonder verslag, gevolgd door een periode zonder contact.",
            ),
            CrucialMoment(
                event="e11",
                rank=2,
                score=0.7,
                reasons=(MomentReason.TURN_FOR_GOOD,),
                why_nl="Voor het eerst zaten de partijen samen om tafel.",
            ),
        ),
        knowledge=knowledge(events),
    )
    return ReportInput(
        review=Review(
            id="r1",
            title="Een jongen die op school in slaap valt",
            kind="schoolverzuim",
            period=PERIOD,
            questions=(
                "Hoe kwamen zorgen over [Kind-1] bij anderen terecht?",
                "Wat hielp om samen te kijken?",
            ),
        ),
        timeline=timeline,
        graph=interactions,
        picture=picture,
        factors=factors(events),
        passages=passages,
        documents=documents(),
        taxonomy=TAXONOMY,
        factor_names=NAMES,
        explanations=(
            "Huisarts kreeg 1 keer geen antwoord waar dat te verwachten was.",
        ),
    )


def empty() -> ReportInput:
    """A review in which nothing was found."""
    return ReportInput(
        review=Review(id="r0", title="Nog leeg", kind="overig", period=PERIOD),
        timeline=IntegratedTimeline(events=()),
        graph=InteractionGraph(interactions=(), parties=()),
    )


def of_events(events: Sequence[Event]) -> ReportInput:
    """A review of nothing but these events, of the sources of the sample."""
    return ReportInput(
        review=Review(
            id="r2",
            title="Proef",
            kind="overig",
            period=Bounds(earliest=None, latest=None),
        ),
        timeline=IntegratedTimeline(events=tuple(events)),
        graph=InteractionGraph(interactions=(), parties=()),
        documents=documents(),
        taxonomy=TAXONOMY,
    )


def event(number: int, words: str, *, edtf: str | None = None) -> Event:
    """One event with one account."""
    telling = (f"d{1 + number % 4}", words, edtf)
    kinds = sorted(KINDS)
    return Event(
        id=f"e{number}",
        what=words,
        type="overig",
        accounts=(account(number, telling, realised=Realised.YES),),
        date=date(edtf) if edtf else None,
        organisations=tuple({kinds[number % 8], kinds[number * 5 % 8]}),
        realised=list(Realised)[number % 5],
    )


def many(number: int) -> ReportInput:
    """A review of very many events over ten years."""
    start = dt.date(2014, 1, 6)
    events = [
        event(
            n,
            f"Gebeurtenis {n}: [Moeder-1] spreekt met een medewerker over hoe het gaat",
            edtf=(start + dt.timedelta(days=n * 7 // 4)).isoformat(),
        )
        for n in range(number)
    ]
    return of_events(events)
