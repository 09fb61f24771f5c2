"""Sources come in: read, freed of BSNs, sealed in the vault."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ltnlp.casework.bsn import blanked, erase
from ltnlp.casework.home import Home
from ltnlp.casework.own_table import apart
from ltnlp.casework.reviews import SOURCES, SourceRecord, Sources, load_sources
from ltnlp.domain.documents import Document, DocumentKind, ReadText
from ltnlp.domain.errors import InputError, UnreadableSourceError
from ltnlp.reading import is_zip_of_files, read, unpack
from ltnlp.store.files import locked

WRITTEN_AT_THE_TIME = frozenset(
    {DocumentKind.FILE_EXTRACT, DocumentKind.EMAIL, DocumentKind.RULING}
)
TIMELINE_FORMATS = frozenset({"xlsx", "xls", "ods", "csv"})
MAIL_FORMATS = frozenset({"eml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One source as it is handed in.

    `kind`, `made_on` and `author_*` are None where nobody said: the kind is then
    taken from the format. `slot` names the source it replaces.
    """

    content: bytes
    file_name: str
    kind: DocumentKind | None = None
    author_role: str | None = None
    author_kind: str | None = None
    made_on: dt.date | None = None
    label: str | None = None
    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of one upload; `problem_nl` is "" when it was read."""

    slot: str
    document: str
    new: bool
    problem_nl: str = ""


def add_sources(
    home: Home, review_id: str, uploads: Sequence[Upload]
) -> tuple[Received, ...]:
    """Take in sources one by one; one that cannot be read holds up no other.

    The same bytes twice are one document. Nothing of a source is stored before its
    BSNs are erased; what cannot be read leaves no trace but the message.
    """
    home.open_entry(review_id)
    for upload in uploads:
        _check_slot(home, review_id, upload.slot)
    received = tuple(
        one for upload in uploads for one in _each(home, review_id, upload)
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
    text = home.vault(review_id).recall(f"text:{document}", ReadText)
    if text is None:
        raise InputError(
            f"no text of document {document}",
            message_nl="Van deze bron is geen tekst gelezen.",
        )
    return text


def _check_slot(home: Home, review_id: str, slot: str | None) -> None:
    slots = {r.document.slot for r in load_sources(home, review_id).records}
    if slot is not None and slot not in slots:
        raise InputError(
            "no such slot", message_nl="Er is geen bron op deze plaats om te vervangen."
        )


def _each(home: Home, review_id: str, upload: Upload) -> Iterator[Received]:
    """Take in an upload; of an archive, each file in it."""
    if not is_zip_of_files(upload.content):
        yield _add(home, review_id, upload)
        return
    try:
        files = unpack(upload.content)
    except UnreadableSourceError as error:
        identity = home.key(review_id).fingerprint(upload.content)
        yield _refused(home, review_id, upload, identity, error)
        return
    for name, content in files:
        one = replace(upload, content=content, file_name=name, slot=None, label=None)
        yield _add(home, review_id, one)


def _add(home: Home, review_id: str, upload: Upload) -> Received:
    identity = home.key(review_id).fingerprint(upload.content)
    sources = load_sources(home, review_id)
    known = _known(sources, identity)
    if known is not None and not known.problem:
        return Received(slot=known.document.slot, document=identity, new=False)
    try:
        text = read(upload.content, name=upload.file_name, source=identity)
    except UnreadableSourceError as error:
        return _refused(home, review_id, upload, identity, error)
    upload = _filled_in(upload, sources)
    record = SourceRecord(
        document=_document(upload, identity, text),
        file_name=blanked(upload.file_name),
        format=text.format,
        warnings_nl=text.warnings_nl,
    )
    kept = apart(home, review_id, erase(text))
    home.vault(review_id).keep(f"text:{identity}", kept)
    slot = _file_record(home, review_id, record, upload.slot)
    return Received(slot=slot, document=identity, new=True)


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
        file_name=blanked(upload.file_name),
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
                made_on=upload.made_on or old.made_on,
                label=upload.label or old.label,
            )
    return upload


def _known(sources: Sources, identity: str) -> SourceRecord | None:
    for record in sources.records:
        if record.document.id == identity:
            return record
    return None


def _document(upload: Upload, identity: str, text: ReadText | None) -> Document:
    kind = upload.kind or _kind_by_format(text.format if text else "")
    return Document(
        id=identity,
        slot="",
        label=upload.label or "",
        kind=kind,
        author_role=upload.author_role,
        author_kind=upload.author_kind,
        made_on=upload.made_on or (text.made_on if text else None),
        contemporaneous=kind in WRITTEN_AT_THE_TIME,
    )


def _kind_by_format(format_name: str) -> DocumentKind:
    if format_name in TIMELINE_FORMATS:
        return DocumentKind.INDIVIDUAL_TIMELINE
    if format_name in MAIL_FORMATS:
        return DocumentKind.EMAIL
    return DocumentKind.INTERVIEW


def _file_record(
    home: Home, review_id: str, record: SourceRecord, slot: str | None
) -> str:
    """Enter a source under its slot, in the place of what stood there."""
    with locked(home.folder(review_id) / "sources"):
        records = list(load_sources(home, review_id).records)
        same = _same_source(records, record)
        chosen = slot or (same.document.slot if same else _next_slot(records))
        document = replace(
            record.document, slot=chosen, label=record.document.label or chosen
        )
        kept = [r for r in records if r.document.slot != chosen]
        kept.append(replace(record, document=document))
        kept.sort(key=lambda r: r.document.slot)
        home.vault(review_id).keep(SOURCES, Sources(records=tuple(kept)))
        _drop_texts(home, review_id, records, kept)
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


def _drop_texts(
    home: Home,
    review_id: str,
    before: Sequence[SourceRecord],
    after: Sequence[SourceRecord],
) -> None:
    """Remove what was read of a document that was replaced."""
    still = {record.document.id for record in after}
    vault = home.vault(review_id)
    for record in before:
        if record.document.id not in still:
            vault.remove(f"text:{record.document.id}")
            vault.remove(f"dates:{record.document.id}")


def _next_slot(records: Sequence[SourceRecord]) -> str:
    taken = [r.document.slot for r in records]
    numbers = [int(slot[1:]) for slot in taken if slot[1:].isdigit()]
    return f"s{max(numbers, default=0) + 1:03d}"


def replacing(upload: Upload, slot: str) -> Upload:
    """Return the upload as a replacement of the source in `slot`."""
    return replace(upload, slot=slot)


def uploads_from_paths(paths: Sequence[Path]) -> tuple[Upload, ...]:
    """Return uploads of the files at `paths`.

    Raises:
        InputError: a path names no file; its position is told, not its name.
    """
    uploads = []
    for position, path in enumerate(paths, start=1):
        if not path.is_file():
            raise InputError(
                f"no file at position {position}",
                message_nl=f"Bestand {position} bestaat niet of is geen bestand.",
            )
        uploads.append(Upload(content=path.read_bytes(), file_name=path.name))
    return tuple(uploads)
