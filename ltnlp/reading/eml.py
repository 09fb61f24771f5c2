"""E-mail: headers and text of a message, its thread in messages."""

import datetime as dt
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime

from ltnlp.domain.documents import ReadText
from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.dutch import long_moment
from ltnlp.reading.foreign import WINMAIL_NL
from ltnlp.reading.html import add_html
from ltnlp.reading.lines import Composer
from ltnlp.reading.refusals import refused
from ltnlp.reading.segments import segments_of

MAX_FORWARDED = 20
SIGNATURE = "-- "
LOCKED_NL = (
    "Dit bericht is versleuteld. Open het in uw mailprogramma, kopieer de tekst in een "
    "Word-bestand en lever dat aan."
)
_LOCKED = frozenset(
    {
        "multipart/encrypted",
        "application/pkcs7-mime",
        "application/x-pkcs7-mime",
    }
)
_OF_OUTLOOK = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
MAX_HEADER = 4_000
_SHOWN = (("Van", "from"), ("Aan", "to"), ("CC", "cc"))


def read_eml(content: bytes) -> ReadText:
    """Read a message: sender, receivers, day and subject as lines, then its text.

    Plain text is taken where there is a choice; attachments are counted, not read;
    messages that are attached are read under it.

    Raises:
        UnreadableSourceError: `no_text`, `too_large`.
    """
    message = message_from_bytes(content, policy=policy.default)
    composer = Composer()
    left_out = 0
    for number, one in enumerate(_messages(message)):
        if number:
            composer.add("")
        _headers(one, composer)
        composer.add("")
        left_out += _body(one, composer)
    text, lines = composer.done()
    if not lines:
        raise refused(UnreadableReason.NO_TEXT)
    sent = _sent(message)
    return ReadText(
        format="eml",
        text=text,
        segments=segments_of(text, lines, wrapped=True),
        warnings_nl=_warnings(left_out),
        made_on=sent.date() if sent else None,
    )


def _messages(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield a message and those attached to it."""
    yield message
    found = 0
    for part in message.walk():
        if part.get_content_type() != "message/rfc822" or found >= MAX_FORWARDED:
            continue
        for inner in part.get_payload():
            found += 1
            if isinstance(inner, EmailMessage):
                yield inner


def _headers(message: EmailMessage, composer: Composer) -> None:
    for label, name in _SHOWN:
        value = _header(message, name)
        if value:
            composer.add(f"{label}: {value}")
    sent = _sent(message)
    told = long_moment(sent) if sent else _header(message, "date")
    if told:
        composer.add(f"Verzonden: {told}")
    subject = _header(message, "subject")
    if subject:
        composer.add(f"Onderwerp: {subject}")


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text; of one with thousands of receivers the beginning.

    The library reads addresses in quadratic time.
    """
    for told, value in message.raw_items():
        if told.lower() == name:
            short = str(value)[:MAX_HEADER]
            parsed = policy.default.header_factory(told, short)
            return " ".join(str(parsed).split())
    return ""


def _sent(message: EmailMessage) -> dt.datetime | None:
    """Return when a message was sent, on the sender's clock."""
    try:
        return parsedate_to_datetime(_header(message, "date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _body(message: EmailMessage, composer: Composer) -> int:
    """Add the text of a message; return how many attachments are left out."""
    body = message.get_body(preferencelist=("plain", "html"))
    attachments = sum(
        part.get_content_type() != "message/rfc822"
        for part in message.iter_attachments()
    )
    if body is None:
        _refuse_locked(message)
        return attachments
    source = _decoded(body)
    if body.get_content_subtype() == "html":
        add_html(source, composer)
    else:
        for line in _lines(source, flowed=body.get_param("format") == "flowed"):
            composer.add(line.rstrip().replace("\t", " "))
    return attachments


def _lines(source: str, *, flowed: bool) -> Iterator[str]:
    """Yield the lines; a flowing one goes on where it ends in a blank (RFC 3676)."""
    begun = ""
    for line in source.splitlines():
        whole = begun + line
        begun = ""
        if flowed and line.endswith(" ") and line != SIGNATURE:
            begun = whole
        else:
            yield whole
    if begun:
        yield begun


def _refuse_locked(message: EmailMessage) -> None:
    """Refuse a message whose words lie in a part that only some programs can open.

    Raises:
        UnreadableSourceError: `encrypted`, or `no_text` for the format of Outlook.
    """
    kinds = {part.get_content_type() for part in message.walk()}
    if kinds & _LOCKED:
        raise refused(UnreadableReason.ENCRYPTED, message_nl=LOCKED_NL)
    if kinds & _OF_OUTLOOK:
        raise refused(UnreadableReason.NO_TEXT, message_nl=WINMAIL_NL)


def _decoded(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, ValueError):
        # An encoding that nobody knows, or that the bytes do not follow.
        raw = part.get_payload(decode=True)
        return raw.decode("cp1252", "replace") if isinstance(raw, bytes) else ""


def _warnings(left_out: int) -> tuple[str, ...]:
    if not left_out:
        return ()
    some = "1 bijlage is" if left_out == 1 else f"{left_out} bijlagen zijn"
    return (f"{some} niet gelezen; lever die apart aan als dat nodig is.",)
