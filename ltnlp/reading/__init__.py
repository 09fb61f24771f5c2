"""Bytes → text: one file per format, one door for all."""

from ltnlp.reading.reader import FORMATS, read
from ltnlp.reading.unpacking import files_in, is_zip_of_files, unpack

__all__ = ["FORMATS", "files_in", "is_zip_of_files", "read", "unpack"]
