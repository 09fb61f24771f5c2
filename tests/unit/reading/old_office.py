"""A workbook as Excel 97 kept them: a compound file with one stream of records."""

import struct
from collections.abc import Sequence

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
LEAST = 4096
"""Bytes from which a stream lies in sectors of its own."""


def xls_of(rows: Sequence[Sequence[str | float]]) -> bytes:
    """Return an xls with one sheet."""
    return compound_of("Workbook", _workbook(rows))


def compound_of(name: str, content: bytes) -> bytes:
    """Return a compound file with one stream."""
    content = content.ljust(LEAST, b"\0")
    sectors = -(-len(content) // SECTOR)
    chain = [FAT, END, *range(3, sectors + 2), END]
    fat = b"".join(struct.pack("<I", at) for at in chain).ljust(SECTOR, b"\xff")
    folder = _entry("Root Entry", 5, child=1, start=END, size=0)
    folder += _entry(name, 2, child=FREE, start=2, size=len(content))
    folder += bytes(256)
    return _head() + fat + folder + content.ljust(sectors * SECTOR, b"\0")


def _head() -> bytes:
    told = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    told += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    told += struct.pack("<IIIIIIIII", 0, 1, 1, 0, LEAST, END, 0, END, 0)
    return (told + struct.pack("<I", 0)).ljust(SECTOR, b"\xff")


def _entry(name: str, kind: int, *, child: int, start: int, size: int) -> bytes:
    told = name.encode("utf-16-le").ljust(64, b"\0")
    told += struct.pack("<HBB", 2 * len(name) + 2, kind, 1)
    told += struct.pack("<III", FREE, FREE, child) + bytes(36)
    return told + struct.pack("<IQ", start, size)


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def _workbook(rows: Sequence[Sequence[str | float]]) -> bytes:
    begins = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    ends = _record(0x0A, b"")
    name = b"\x04\0blad"
    size = len(begins) + 4 + 6 + len(name) + len(ends)
    sheets = _record(0x85, struct.pack("<IBB", size, 0, 0) + name)
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet += _cell(at, column, value)
    return begins + sheets + ends + sheet + ends


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, str):
        words = value.encode("utf-16-le")
        return _record(0x204, place + struct.pack("<HB", len(value), 1) + words)
    return _record(0x203, place + struct.pack("<d", value))
