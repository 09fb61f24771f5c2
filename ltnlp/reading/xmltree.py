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
    try:
        root = ET.fromstring(content)
    except (ET.ParseError, ValueError, LookupError):
        raise refused(UnreadableReason.CORRUPT) from None
    _refuse_depth(root)
    return root


def _refuse_depth(root: ET.Element) -> None:
    """Refuse a tree so deep that walking it would exhaust the stack."""
    level, depth = [root], 0
    while level:
        depth += 1
        if depth > MAX_DEPTH:
            raise refused(UnreadableReason.UNSAFE)
        level = [child for element in level for child in element]


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
