"""XML of documents → trees, without document types: no entities, no addresses."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.parsers import expat

from ltnlp.domain.errors import UnreadableReason
from ltnlp.reading.limits import MAX_DEPTH
from ltnlp.reading.refusals import refused

_STEP = 512


def tree_of(content: bytes) -> ET.Element:
    """Return the root of an XML part.

    Raises:
        UnreadableSourceError: `unsafe` when it declares a document type, which none
            of our formats needs and entity bombs do; `corrupt` when it is no XML.
    """
    _refuse_doctype(content)
    depth = 0
    parser = ET.XMLPullParser(("start", "end"))
    try:
        parser.feed(content)
        parser.close()
        root: ET.Element | None = None
        for event, element in parser.read_events():
            root = element if root is None else root
            depth += 1 if event == "start" else -1
            if depth > MAX_DEPTH:
                raise refused(UnreadableReason.UNSAFE)
    except (ET.ParseError, ValueError, LookupError):
        raise refused(UnreadableReason.CORRUPT) from None
    if root is None:
        raise refused(UnreadableReason.CORRUPT)
    return root


def local(element: ET.Element) -> str:
    """Return the name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def attribute(element: ET.Element, name: str) -> str | None:
    """Return the attribute with this name in any namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return None


def children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    """Yield the children with this name in any namespace."""
    return (child for child in element if local(child) == name)


class _Seen(Exception):
    """The root element was met: no document type can follow."""


class _Declared(Exception):
    """A document type was met."""


def _refuse_doctype(content: bytes) -> None:
    """Look at the prolog only, in small steps, so that nothing is expanded."""
    parser = expat.ParserCreate()

    def root(*_: object) -> None:
        raise _Seen

    def doctype(*_: object) -> None:
        raise _Declared

    parser.StartElementHandler = root
    parser.StartDoctypeDeclHandler = doctype
    try:
        for start in range(0, len(content), _STEP):
            parser.Parse(content[start : start + _STEP], False)
    except _Seen:
        return
    except _Declared:
        raise refused(UnreadableReason.UNSAFE) from None
    except (expat.ExpatError, ValueError, LookupError):
        raise refused(UnreadableReason.CORRUPT) from None
    raise refused(UnreadableReason.CORRUPT)
