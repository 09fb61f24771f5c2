"""Files that are no source at all: each refused in words that say what to do."""

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.refusals import refused

OLD_WORD_NL = (
    "Dit is een oud Word-bestand (.doc). Open het in Word of LibreOffice, kies "
    "'Opslaan als' en dan Word-document (.docx), en lever dat aan."
)
OUTLOOK_NL = (
    "Dit is een Outlook-bericht (.msg). Sla het bericht op als .eml, of kopieer de "
    "tekst in een Word-bestand, en lever dat aan."
)
WINMAIL_NL = (
    "De tekst van dit bericht zit in een winmail.dat, die alleen Outlook kan openen. "
    "Vraag de afzender het te sturen als gewone tekst of HTML, of open het in Outlook "
    "en sla de tekst op als Word-bestand."
)
CALENDAR_NL = (
    "Dit is een agenda- of adresbestand. Neem de afspraken over in een Excel-tijdlijn "
    "of een Word-bestand, en lever dat aan."
)
JSON_NL = (
    "Dit is een bestand voor programma's (JSON). Sla het transcript of de tekst op als "
    "vtt, docx of txt en lever dat aan."
)
PAGES_NL = (
    "Dit is een bestand van Pages, Numbers of Keynote. Kies daar 'Exporteer' en dan "
    "Word of Excel, en lever dat aan."
)
SLIDES_NL = (
    "Presentaties kunnen niet worden gelezen. Sla de tekst op als Word-bestand of pdf "
    "en lever dat aan."
)
ZIP_NL = (
    "In dit zip-bestand staan losse bestanden. Pak het uit en lever de bestanden los "
    "aan."
)
XML_NL = (
    "Dit is een XML-bestand en geen document. Open het in het programma waarin het "
    "gemaakt is, sla het op als docx, odt of platte tekst en lever dat aan."
)
_PICTURE_NL = (
    "Dit is een afbeelding; daar kan geen tekst uit worden gelezen. Laat er "
    "tekstherkenning (OCR) op los of typ de tekst over."
)
_SOUND_NL = (
    "Dit is een geluids- of beeldopname. Lever het transcript aan (vtt, docx of txt)."
)
_PACKED_NL = (
    "Dit is een ingepakt bestand. Pak het uit en lever de bestanden los aan, of samen "
    "in een gewoon zip-bestand."
)
_PROGRAM_NL = "Dit is een programma en geen document; het is niet geopend."

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_SOUNDS = (
    b"ID3",
    b"\xff\xfb",
    b"\xff\xf3",
    b"OggS",
    b"fLaC",
    b"\x1aE\xdf\xa3",
    b"RIFF",
)
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
_WINMAIL = b"\x78\x9f\x3e\x22"
_PROGRAMS = (b"MZ", b"\x7fELF")
_MEDIA_BOX = slice(4, 8)
_PICTURE_BRANDS = frozenset({b"heic", b"heix", b"mif1", b"avif"})


def foreign(content: bytes) -> UnreadableSourceError | None:
    """Return the refusal of a picture, recording, archive or program; else None."""
    unknown = UnreadableReason.UNKNOWN_FORMAT
    if content[_MEDIA_BOX] == b"ftyp":
        is_picture = content[8:12] in _PICTURE_BRANDS
        return refused(unknown, message_nl=_PICTURE_NL if is_picture else _SOUND_NL)
    if content.startswith(_PICTURES):
        return refused(unknown, message_nl=_PICTURE_NL)
    if content.startswith(_SOUNDS):
        return refused(unknown, message_nl=_SOUND_NL)
    if content.startswith(_WINMAIL):
        return refused(unknown, message_nl=WINMAIL_NL)
    if content.startswith(_PACKED):
        return refused(unknown, message_nl=_PACKED_NL)
    if content.startswith(_PROGRAMS):
        return refused(UnreadableReason.UNSAFE, message_nl=_PROGRAM_NL)
    return None


def compound_format(content: bytes) -> str:
    """Return "xls" for a workbook of the older Office; refuse its other files.

    Raises:
        UnreadableSourceError: `encrypted` or `unknown_format`.
    """
    if _has(content, "EncryptedPackage") or _has(content, "EncryptionInfo"):
        raise refused(UnreadableReason.ENCRYPTED)
    for stream, message in (
        ("WordDocument", OLD_WORD_NL),
        ("__properties_version1.0", OUTLOOK_NL),
        ("PowerPoint Document", SLIDES_NL),
    ):
        if _has(content, stream):
            raise refused(UnreadableReason.UNKNOWN_FORMAT, message_nl=message)
    if _has(content, "Workbook") or _has(content, "Book"):
        return "xls"
    raise refused(UnreadableReason.UNKNOWN_FORMAT)


def _has(content: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in content
