"""A zip of sources → its files, in memory, never written out."""

import stat
from dataclasses import dataclass
from pathlib import PurePosixPath
from zipfile import ZipFile, ZipInfo

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.archive import ZIP_MARKS, opened, part
from ltnlp.reading.formats import format_of
from ltnlp.reading.limits import MAX_FILES, MAX_UPLOAD
from ltnlp.reading.refusals import refused

_NO_SOURCES = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
TRICK_NL = (
    "In het zip-bestand staan bestanden met een plaats buiten het zip-bestand. Dat is "
    "niet veilig; maak een nieuw zip-bestand van alleen de bronnen."
)
MANY_NL = (
    f"In het zip-bestand staan meer dan {MAX_FILES} bestanden. Lever alleen de bronnen "
    "aan, of in delen."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedFile:
    """One file of a zip: its bare name and bytes, or why there are none."""

    name: str
    content: bytes = b""
    problem: UnreadableSourceError | None = None


def is_zip_of_files(content: bytes) -> bool:
    """Tell whether a file is a zip of other files, and not itself a document.

    One that cannot be opened is none: `read` says what is wrong with it.
    """
    if not content.startswith(ZIP_MARKS):
        return False
    try:
        format_of(content, "zip")
    except UnreadableSourceError as error:
        return error.reason is UnreadableReason.UNKNOWN_FORMAT
    return False


def files_in(content: bytes, *, name: str) -> tuple[PackedFile, ...]:
    """Return the files of a zip, as `unpack` does, or the one file that it is."""
    if is_zip_of_files(content):
        return unpack(content)
    return (PackedFile(name=name, content=content),)


def unpack(content: bytes) -> tuple[PackedFile, ...]:
    """Return the files of a zip; one that is damaged or locked holds up no other.

    Folders and what systems leave in them are skipped; a zip in the zip is returned
    as it is, and refused when it is read.

    Raises:
        UnreadableSourceError: `unsafe` for names that lead outside, links and bombs;
            `corrupt`, `encrypted`, `too_large`, `empty`.
    """
    with opened(content) as archive:
        members = [m for m in archive.infolist() if not m.is_dir()]
        if any(_is_trick(member) for member in members):
            raise refused(UnreadableReason.UNSAFE, message_nl=TRICK_NL)
        kept = [m for m in members if not _is_left_over(m)]
        if len(kept) > MAX_FILES:
            raise refused(UnreadableReason.TOO_LARGE, message_nl=MANY_NL)
        files = tuple(_unpacked(archive, member) for member in kept)
    if not files:
        raise refused(UnreadableReason.EMPTY)
    return files


def _unpacked(archive: ZipFile, member: ZipInfo) -> PackedFile:
    name = PurePosixPath(member.filename).name
    try:
        return PackedFile(name=name, content=part(archive, member, most=MAX_UPLOAD))
    except UnreadableSourceError as error:
        return PackedFile(name=name, problem=error)


def _is_trick(member: ZipInfo) -> bool:
    name = member.filename.replace("\\", "/")
    path = PurePosixPath(name)
    drive = len(name) > 1 and name[1] == ":"
    link = stat.S_ISLNK(member.external_attr >> 16)
    return path.is_absolute() or drive or link or ".." in path.parts or not path.name


def _is_left_over(member: ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    return "__MACOSX" in path.parts or path.name.lower() in _NO_SOURCES
