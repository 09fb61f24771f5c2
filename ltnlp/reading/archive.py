"""Zip files, also those that are documents: what is inside is measured before opening."""

import io
import re
import zipfile
import zlib

from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.limits import (
    MAX_MEMBERS,
    MAX_PART,
    MAX_RATIO,
    MAX_UNPACKED,
    MEGABYTE,
    RATIO_COUNTS_FROM,
)
from ltnlp.reading.refusals import refused

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip begins, and an empty one."""
RELATIONS = "_rels/.rels"
_RELATION = re.compile(r"<(?:\w{1,20}:)?Relationship\s[^<>]{1,2000}>")
_TARGET = re.compile(r"\bTarget=[\"']([^\"']{1,300})[\"']")
_MAIN = re.compile(r"\bType=[\"'][^\"']{1,200}/officeDocument[\"']")
_ENCRYPTED = 0x1


def opened(content: bytes) -> zipfile.ZipFile:
    """Open a zip whose members together stay within the bounds.

    Raises:
        UnreadableSourceError: `corrupt`, `encrypted`, `too_large` or `unsafe`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise refused(UnreadableReason.CORRUPT) from None
    _check(archive)
    return archive


def part(
    archive: zipfile.ZipFile,
    name: str | zipfile.ZipInfo,
    *,
    most: int = MAX_PART,
) -> bytes:
    """Return the bytes of a member, of at most `most` bytes.

    A zip may hold several members of one name: `name` may be the member itself.

    Raises:
        UnreadableSourceError: `corrupt` when it is missing or broken, `too_large`,
            `encrypted`.
    """
    try:
        member = archive.getinfo(name) if isinstance(name, str) else name
        if member.file_size > most:
            raise refused(UnreadableReason.TOO_LARGE)
        if member.flag_bits & _ENCRYPTED:
            raise refused(UnreadableReason.ENCRYPTED)
        return archive.read(member)
    except (
        KeyError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        RuntimeError,
    ):
        raise refused(UnreadableReason.CORRUPT) from None


def main_part(archive: zipfile.ZipFile) -> str | None:
    """Return the name of the part that an Office document says is its main one."""
    if RELATIONS not in archive.namelist():
        return None
    told = part(archive, RELATIONS, most=MEGABYTE).decode("utf-8", "replace")
    for relation in _RELATION.findall(told):
        target = _TARGET.search(relation)
        if target is not None and _MAIN.search(relation):
            name = target[1].removeprefix("/")
            return name if name in archive.namelist() else None
    return None


def _check(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise refused(UnreadableReason.UNSAFE)
    files = [member for member in members if not member.is_dir()]
    if files and all(member.flag_bits & _ENCRYPTED for member in files):
        raise refused(UnreadableReason.ENCRYPTED)
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise refused(UnreadableReason.TOO_LARGE)
    if any(_is_bomb(member) for member in members):
        raise refused(UnreadableReason.UNSAFE)


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    packed = max(1, member.compress_size)
    large = member.file_size > RATIO_COUNTS_FROM
    return large and member.file_size / packed > MAX_RATIO
