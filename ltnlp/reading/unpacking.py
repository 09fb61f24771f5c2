"""A zip of sources → its files, in memory, never written out."""

import stat
from pathlib import PurePosixPath
from zipfile import ZipInfo

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


def unpack(content: bytes) -> tuple[tuple[str, bytes], ...]:
    """Return the files of a zip: bare name and bytes.

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
        files = tuple(
            (PurePosixPath(m.filename).name, part(archive, m.filename, most=MAX_UPLOAD))
            for m in kept
        )
    if not files:
        raise refused(UnreadableReason.EMPTY)
    return files


def _is_trick(member: ZipInfo) -> bool:
    name = member.filename.replace("\\", "/")
    path = PurePosixPath(name)
    drive = len(name) > 1 and name[1] == ":"
    link = stat.S_ISLNK(member.external_attr >> 16)
    return path.is_absolute() or drive or link or ".." in path.parts or not path.name


def _is_left_over(member: ZipInfo) -> bool:
    path = PurePosixPath(member.filename)
    return "__MACOSX" in path.parts or path.name.lower() in _NO_SOURCES
