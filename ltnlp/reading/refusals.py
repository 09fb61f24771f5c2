"""Why a source is refused, in words that a facilitator can act on."""

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError

MESSAGES_NL: dict[UnreadableReason, str] = {
    UnreadableReason.EMPTY: (
        "Het bestand is leeg. Controleer of het goed is opgeslagen en lever het "
        "opnieuw aan."
    ),
    UnreadableReason.CORRUPT: (
        "Het bestand is beschadigd of niet volledig overgekomen. Open het in het "
        "programma waarin het gemaakt is, sla het opnieuw op en lever het dan aan."
    ),
    UnreadableReason.ENCRYPTED: (
        "Het bestand is beveiligd met een wachtwoord. Sla het op zonder wachtwoord "
        "en lever het opnieuw aan."
    ),
    UnreadableReason.TOO_LARGE: (
        "Het bestand is te groot om te lezen (de grens is 100 MB, uitgepakt 300 MB, "
        "of tien miljoen tekens). "
        "Verwijder afbeeldingen of splits het in delen."
    ),
    UnreadableReason.WRONG_TYPE: (
        "De inhoud van het bestand past niet bij de naam. Sla het opnieuw op als "
        "Word-bestand (docx), pdf of platte tekst en lever het dan aan."
    ),
    UnreadableReason.UNKNOWN_FORMAT: (
        "Dit soort bestand kan niet worden gelezen. Lever het aan als docx, odt, pdf, "
        "rtf, txt, md, html, vtt, srt, eml, xlsx, xls, ods of csv."
    ),
    UnreadableReason.NO_TEXT: (
        "In het bestand staat geen tekst die gelezen kan worden. Is het een scan of "
        "een foto? Laat er dan eerst tekstherkenning (OCR) op los of typ het over."
    ),
    UnreadableReason.ENCODING: (
        "De letters in het bestand zijn niet te herkennen. Sla het opnieuw op als "
        "platte tekst met codering UTF-8 en lever het dan aan."
    ),
    UnreadableReason.TIMEOUT: (
        "Het lezen van het bestand duurde te lang en is gestopt. Splits het bestand "
        "in delen of lever het aan als platte tekst."
    ),
    UnreadableReason.UNSAFE: (
        "Het bestand bevat iets wat niet veilig geopend kan worden en is daarom niet "
        "gelezen. Sla alleen de tekst op in een nieuw bestand en lever dat aan."
    ),
}


def refused(
    reason: UnreadableReason, *, message_nl: str | None = None
) -> UnreadableSourceError:
    """Return the error for `reason`, with its Dutch message unless one is given."""
    return UnreadableSourceError(reason, message_nl=message_nl or MESSAGES_NL[reason])
