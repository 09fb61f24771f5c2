"""Marks of Word that say that something is not, or no longer, text."""

from xml.etree import ElementTree as ET

from ltnlp.reading.xmltree import attribute, children, local


def is_placeholder(element: ET.Element) -> bool:
    """Tell whether a field of a form shows only what it asks for: nobody filled it in."""
    if local(element) != "sdt":
        return False
    return any(
        attribute(mark, "val") not in ("0", "false")
        for properties in children(element, "sdtPr")
        for mark in children(properties, "showingPlcHdr")
    )


def has_deleted_end(paragraph: ET.Element) -> bool:
    """Tell whether the end of a paragraph was deleted, tracked: the next goes on with it."""
    return any(
        True
        for properties in children(paragraph, "pPr")
        for run in children(properties, "rPr")
        for _ in children(run, "del")
    )
