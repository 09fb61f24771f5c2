"""What a year's picture says in Dutch, the same for the page and for Word."""

from ltnlp.reporting.trend_inputs import Row, TrendInput, may_be_chance
from ltnlp.reporting.words_nl import counted

CAUTION = (
    "Deze aantallen laten zien wat in meerdere leerreviews terugkwam. Ze zeggen niets "
    "over één zaak, één organisatie of één mens, en een verschil tussen jaren is nog "
    "geen oorzaak: bij weinig reviews wisselt een aandeel vanzelf."
)
HIDDEN = (
    "Verborgen is wat op te weinig reviews rust, of waarmee dat te berekenen zou zijn. "
    "Leeg betekent verborgen, niet nul."
)
RET_NL = (
    (
        "Consultatie en advies",
        "Welke factoren en patronen hierboven herkent het RET in de vragen die het kreeg?",
    ),
    (
        "Procesregie",
        "Wat niet gebeurde (hoofdstuk 4): waar kan het RET zorgen dat een antwoord, een "
        "overdracht of een vervolg er wel komt?",
    ),
    (
        "Signaleren en adviseren",
        "Welke thema's gaan naar het bovenregionale netwerk, wie brengt ze in en wanneer "
        "komt het antwoord terug?",
    ),
    (
        "Leren",
        "Welke complexe casussen zijn dit jaar met alle betrokkenen teruggekeken, en wat "
        "is er met de inzichten gedaan?",
    ),
)
RET_OPEN_NL = (
    "Werkt het RET zoals bedacht? Wat is aan te passen?",
    "Hoe tevreden waren cliënten, direct na de bijeenkomst?",
    "Wat is na zes weken met het advies gedaan, en is de oplossing in gang gezet?",
    "En na drie maanden?",
    "Hoe tevreden waren professionals?",
    "Wat loopt goed, en wat minder goed?",
)
RET_LACKS = (
    "Tevredenheid en het contact na zes weken en drie maanden staan niet in leerreviews. "
    "Vul ze hier aan uit de eigen gegevens van het RET."
)


def title(trends: TrendInput) -> str:
    """Return the title of the report."""
    return (
        f"Jaarbeeld leerreviews {trends.year}"
        if trends.year
        else "Jaarbeeld leerreviews"
    )


def in_short(trends: TrendInput) -> list[str]:
    """Return what stands out, a sentence each; nothing that the numbers do not show."""
    about = trends.about
    found = [
        f"Dit beeld rust op {counted(about['reviews'], 'afgesloten review', 'afgesloten reviews')}"
        + (
            f", waarvan {trends.reviews_of_year} over {trends.year}."
            if trends.year
            else "."
        )
    ]
    for valence, word in (
        ("belemmerend", "belemmerde"),
        ("ondersteunend", "ondersteunde"),
    ):
        factors = trends.factors(valence)
        if factors:
            found.append(f"Wat het vaakst {word}: {part(factors[0], 'naam')}.")
    if patterns := trends.patterns():
        found.append(
            f"Het patroon dat het vaakst terugkwam: {part(patterns[0], 'naam')}."
        )
    if missing := trends.not_done():
        found.append(f"Wat het vaakst niet gebeurde: {part(missing[0], 'soort')}.")
    if shifts := trends.shifts():
        found.append(f"De grootste verschuiving: {shift(shifts[0])}.")
    return found


def part(row: Row, name: str) -> str:
    """Return a name with its number: "terugkoppeling (12 van 40 reviews)"."""
    return f"{row[name]} ({row['reviews']} van {row['van']} reviews)"


def shift(row: Row) -> str:
    """Return a difference between years in words."""
    way = "vaker" if row["percent"] > row["eerder_percent"] else "minder vaak"
    return (
        f"{row['naam']} ({row['werking']}) kwam in {row['jaar']} {way} voor dan in de "
        f"jaren ervoor: {row['reviews']} van {row['van']} reviews ({row['percent']}%), "
        f"eerder {row['eerder']} van {row['eerder_van']} ({row['eerder_percent']}%)"
        + ("; zo'n verschil kan toeval zijn" if may_be_chance(row) else "")
    )


def account(trends: TrendInput) -> list[str]:
    """Return how the numbers came about."""
    about = trends.about
    return [
        f"Versie {about['versie']} van de trends, uitgegeven op {about['uitgegeven']:%d-%m-%Y}, "
        f"over {about['reviews']} afgesloten reviews.",
        about["toelichting"],
        f"Elk getal rust op minstens {about['minstens']} reviews. Ook het verschil tussen "
        f"twee versies van een getal doet dat: kwamen er minder bij, dan blijft het staan. "
        "Daarom lopen aantallen soms iets achter en tellen delen niet altijd op.",
        "Geteld is in hoeveel reviews iets voorkomt, nooit hoe vaak: één uitvoerige review "
        "zou anders een getal bepalen. Eén review kan meer factoren laten zien.",
        "Het jaar is dat waarin de periode van de review begint.",
        HIDDEN,
    ]
