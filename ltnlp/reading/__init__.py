"""Bytes → text: one file per format, one door for all."""

from ltnlp.reading.reader import FORMATS, read

__all__ = ["FORMATS", "read"]
