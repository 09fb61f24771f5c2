"""Sources come in: read, freed of BSNs, sealed in the vault."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ltnlp.casework.bsn import blanked, erase
from ltnlp.casework.filenames import plain_name
from ltnlp.casework.genre import kind_of_text
from ltnlp.casework.home import Home
from ltnlp.casework.own_table import apart
from ltnlp.casework.reviews import SOURCES, SourceRecord, Sources, load_sources
from ltnlp.domain.documents import Document, DocumentKind, ReadText
from ltnlp.domain.errors import InputError, UnreadableSourceError
from ltnlp.domain.months import day_in_words
from ltnlp.domain.purposes import Purpose
from ltnlp.nlp.dates.heads import HeadDay, day_of_head
from ltnlp.reading import is_zip_of_files, read, unpack
from ltnlp.reading.limits import MAX_UPLOAD
from ltnlp.store.files import locked

WRITTEN_AT_THE_TIME = frozenset(
    {DocumentKind.FILE_EXTRACT, DocumentKind.EMAIL, DocumentKind.RULING}
)
NO_FILE_NL = "Dit bestand bestaat niet of is geen bestand; kijk de naam na."
NO_SLOT_NL = "Er is geen bron op deze plaats om te vervangen."
LOCKED_AWAY_NL = "Dit bestand mag niet gelezen worden; geef uzelf leesrecht."


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One source as it is handed in.

    `kind`, `made_on` and `author_*` are None where nobody said: the kind is then
    told by how the text is built, and the date by its head. `slot` names the source it replaces. `problem_nl` tells why
    there is no content, "" as a rule.
    """

    content: bytes
    file_name: str
    kind: DocumentKind | None = None
    author_role: str | None = None
    author_kind: str | None = None
    made_on: dt.date | None = None
    label: str | None = None
    slot: str | None = None
    problem_nl: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one upload; `problem_nl` is "" when it was read.

    `file` is its position among the uploads and `inside` that in its archive, from 1;
    `inside` is 0 for what came in no archive. `warnings_nl` tells what was left out, `dated_nl` which date was
    found in its head.
    """

    slot: str
    document: str
    new: bool
    problem_nl: str = ""
    warnings_nl: tuple[str, ...] = ()
    dated_nl: str = ""
    file: int = 1
    inside: int = 0


def add_sources(
    home: Home, review_id: str, uploads: Iterable[Upload]
) -> tuple[Received, ...]:
    """Take in sources one by one; one that cannot be read holds up no other.

    The same bytes twice are one document. Nothing of a source is stored before its
    BSNs are erased; what cannot be read leaves no trace but the message.
    """
    home.open_entry(review_id)
    received = tuple(
        replace(one, file=number)
        for number, upload in enumerate(uploads, start=1)
        for one in _each(home, review_id, upload)
    )
    home.system().audit(
        by_role="begeleider",
        action="sources added",
        review=review_id,
        purpose="leerreview",
        count=sum(r.new and not r.problem_nl for r in received),
    )
    return received


def source_text(home: Home, review_id: str, document: str) -> ReadText:
    """Return the text of a document as read, from the vault.

    Raises:
        InputError: the review has no such document, or it could not be read.
    """
    text = home.vault(review_id, purpose=Purpose.READ_SOURCES).recall(
        f"text:{document}", ReadText
    )
    if text is None:
        raise InputError(
            f"no text of document {document}",
            message_nl="Van deze bron is geen tekst gelezen.",
        )
    return text


def _is_free(home: Home, review_id: str, slot: str) -> bool:
    records = load_sources(home, review_id).records
    return slot not in {record.document.slot for record in records}


def _each(home: Home, review_id: str, upload: Upload) -> Iterator[Received]:
    """Take in an upload; of an archive, each file in it."""
    problem_nl = upload.problem_nl
    if upload.slot is not None and _is_free(home, review_id, upload.slot):
        problem_nl = NO_SLOT_NL
    if problem_nl:
        yield Received(slot="", document="", new=False, problem_nl=problem_nl)
        return
    if not is_zip_of_files(upload.content):
        yield _add(home, review_id, upload)
        return
    identity = home.key(review_id).fingerprint(upload.content)
    try:
        files = unpack(upload.content)
    except UnreadableSourceError as error:
        yield _refused(home, review_id, upload, identity, error)
        return
    for number, file in enumerate(files, start=1):
        one = replace(
            upload, content=file.content, file_name=file.name, slot=None, label=None
        )
        if file.problem is None:
            received = _add(home, review_id, one)
        else:
            damaged = home.key(review_id).fingerprint(f"{identity} {number}".encode())
            received = _refused(home, review_id, one, damaged, file.problem)
        yield replace(received, inside=number)


def _add(home: Home, review_id: str, upload: Upload) -> Received:
    identity = home.key(review_id).fingerprint(upload.content)
    sources = load_sources(home, review_id)
    known = _known(sources, identity)
    if known is not None and not known.problem:
        return Received(slot=known.document.slot, document=identity, new=False)
    upload = replace(upload, file_name=plain_name(upload.file_name))
    try:
        text = read(upload.content, name=upload.file_name, source=identity)
    except UnreadableSourceError as error:
        return _refused(home, review_id, upload, identity, error)
    upload = _filled_in(upload, sources)
    document = _document(upload, identity, text)
    head = None if document.made_on else _head(text, document.kind)
    record = SourceRecord(
        document=replace(document, made_on=head.day) if head else document,
        file_name=blanked(upload.file_name),
        format=text.format,
        warnings_nl=text.warnings_nl,
        dated_nl=head.words if head else "",
    )
    kept = apart(home, review_id, erase(text))
    slot = _stored(home, review_id, record, kept, upload.slot)
    return Received(
        slot=slot,
        document=identity,
        new=True,
        warnings_nl=text.warnings_nl,
        dated_nl=_dated_nl(head),
    )


def _head(text: ReadText, kind: DocumentKind) -> HeadDay | None:
    """Return the date of a source for which nobody typed one."""
    if text.made_on:
        return HeadDay(day=text.made_on, words="verzenddatum van de mail")
    return day_of_head(text, kind)


def _dated_nl(head: HeadDay | None) -> str:
    if head is None:
        return ""
    return f"datum {day_in_words(head.day)}, gevonden in de kop (“{head.words}”)"


def _stored(
    home: Home, review_id: str, record: SourceRecord, text: ReadText, slot: str | None
) -> str:
    """Keep the text of a source and enter it: both, or neither."""
    identity = record.document.id
    home.vault(review_id, purpose=Purpose.TAKE_IN).keep(f"text:{identity}", text)
    try:
        return _file_record(home, review_id, record, slot)
    except BaseException:
        # Another may have entered the same bytes meanwhile: then the text is theirs.
        if _known(load_sources(home, review_id), identity) is None:
            home.vault(review_id, purpose=Purpose.TAKE_IN).remove(f"text:{identity}")
        raise


def _refused(
    home: Home,
    review_id: str,
    upload: Upload,
    identity: str,
    error: UnreadableSourceError,
) -> Received:
    if upload.slot is not None:
        # What stands there is not given up for a file that cannot be read.
        return Received(
            slot=upload.slot, document=identity, new=False, problem_nl=error.message_nl
        )
    record = SourceRecord(
        document=_document(upload, identity, None),
        file_name=blanked(plain_name(upload.file_name)),
        problem_nl=error.message_nl,
        problem=str(error.reason),
    )
    slot = _file_record(home, review_id, record, upload.slot)
    return Received(slot=slot, document=identity, new=True, problem_nl=error.message_nl)


def _filled_in(upload: Upload, sources: Sources) -> Upload:
    """Return a replacement with what was said of the source that it replaces."""
    for record in sources.records:
        old = record.document
        if old.slot == upload.slot:
            return replace(
                upload,
                kind=upload.kind or old.kind,
                author_role=upload.author_role or old.author_role,
                author_kind=upload.author_kind or old.author_kind,
                # A date from the head of the old version says nothing of this one.
                made_on=upload.made_on or (None if record.dated_nl else old.made_on),
                label=upload.label or old.label,
            )
    return upload


def _known(sources: Sources, identity: str) -> SourceRecord | None:
    for record in sources.records:
        if record.document.id == identity:
            return record
    return None


def _document(upload: Upload, identity: str, text: ReadText | None) -> Document:
    kind = upload.kind or (kind_of_text(text) if text else DocumentKind.OTHER)
    return Document(
        id=identity,
        slot="",
        label=upload.label or "",
        kind=kind,
        author_role=upload.author_role,
        author_kind=upload.author_kind,
        made_on=upload.made_on,
        contemporaneous=kind in WRITTEN_AT_THE_TIME,
    )


def _file_record(
    home: Home, review_id: str, record: SourceRecord, slot: str | None
) -> str:
    """Enter a source under its slot, in the place of what stood there."""
    with locked(home.folder(review_id) / "sources"):
        sources = load_sources(home, review_id)
        records = list(sources.records)
        same = _same_source(records, record)
        chosen = slot or (same.document.slot if same else _next_slot(sources))
        document = replace(
            record.document, slot=chosen, label=record.document.label or chosen
        )
        kept = [r for r in records if r.document.slot != chosen]
        kept.append(replace(record, document=document))
        kept.sort(key=lambda r: r.document.slot)
        home.vault(review_id, purpose=Purpose.TAKE_IN).keep(
            SOURCES, replace(sources, records=tuple(kept))
        )
        drop_texts(home, review_id, records, kept)
    return chosen


def _same_source(
    records: Sequence[SourceRecord], record: SourceRecord
) -> SourceRecord | None:
    """Return the source with these bytes, else the refused one that this mends.

    Who was told to save a file again hands it in under the name that it had.
    """
    known = _known(Sources(records=tuple(records)), record.document.id)
    refused = (r for r in records if r.problem and r.file_name == record.file_name)
    return known or next(refused, None)


def drop_texts(
    home: Home,
    review_id: str,
    before: Sequence[SourceRecord],
    after: Sequence[SourceRecord],
) -> None:
    """Remove what was read of a document that was replaced or taken out."""
    still = {record.document.id for record in after}
    vault = home.vault(review_id, purpose=Purpose.TAKE_IN)
    for record in before:
        if record.document.id not in still:
            vault.remove(f"text:{record.document.id}")
            vault.remove(f"dates:{record.document.id}")


def _next_slot(sources: Sources) -> str:
    taken = [*sources.given_up, *(r.document.slot for r in sources.records)]
    numbers = [int(slot[1:]) for slot in taken if slot[1:].isdigit()]
    return f"s{max(numbers, default=0) + 1:03d}"


def replacing(upload: Upload, slot: str) -> Upload:
    """Return the upload as a replacement of the source in `slot`."""
    return replace(upload, slot=slot)


def uploads_from_paths(paths: Sequence[Path]) -> Iterator[Upload]:
    """Yield uploads of the files at `paths`, each read when its turn has come.

    Of one that is larger than may be read only one byte too many is taken, which is
    enough to refuse it; a path that cannot be read is an upload that says why.
    """
    for path in paths:
        try:
            if not path.is_file():
                yield Upload(content=b"", file_name="", problem_nl=NO_FILE_NL)
                continue
            with path.open("rb") as file:
                content = file.read(MAX_UPLOAD + 1)
        except PermissionError:
            yield Upload(content=b"", file_name="", problem_nl=LOCKED_AWAY_NL)
        else:
            yield Upload(content=content, file_name=path.name)
