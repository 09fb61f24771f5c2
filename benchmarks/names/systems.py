"""The systems that find names: ours, and deduce where it is installed."""

import importlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ltnlp.domain.documents import Document, DocumentKind
from ltnlp.domain.mentions import Label, RosterEntry
from ltnlp.domain.passages import Passage
from ltnlp.domain.pseudonyms import Registry
from ltnlp.domain.spans import OffsetMap, Span
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.registry import link

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An identifier at its place in a document, and whom it was taken for."""

    document: str
    start: int
    end: int
    label: str
    entity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The documents of one review and what the facilitator typed."""

    documents: dict[str, str]
    roster: tuple[RosterEntry, ...] = field(default=())


class Ours:
    """The detectors and the registry of this product."""

    name = "ltnlp"

    def __init__(self) -> None:
        """Load the gazetteers."""
        self._detector = NameDetector()
        self._detector.detect((), ())

    def find(self, texts: Texts) -> list[Found]:
        """Return what is found in the documents of one review, linked."""
        passages = [p for d, t in texts.documents.items() for p in passages_of(d, t)]
        documents = [
            Document(id=d, slot=d, label=d, kind=DocumentKind.OTHER)
            for d in texts.documents
        ]
        found = self._detector.detect(passages, texts.roster)
        _, mentions = link(passages, found, texts.roster, Registry(), (), documents)
        places = {p.id: p for p in passages}
        return [
            Found(
                document=places[m.passage].document,
                start=places[m.passage].span.start + m.span.start,
                end=places[m.passage].span.start + m.span.end,
                label=str(m.label),
                entity=m.entity,
            )
            for m in mentions
            if m.label is not Label.ROLE
        ]


def passages_of(document: str, text: str) -> Iterator[Passage]:
    """Yield each line that says something as a passage."""
    for number, match in enumerate(_LINE.finditer(text)):
        shown, start = match.group(), match.start()
        yield Passage(
            id=f"{document}:{number}",
            document=document,
            ordinal=number,
            span=Span(start=start, end=match.end()),
            text=shown,
            offsets=OffsetMap.identity(start=start, length=len(shown)),
        )


class Deduce:
    """deduce 3, as it is: one document at a time, entities numbered by their text."""

    name = "deduce"

    def __init__(self) -> None:
        """Load its lists; raises ImportError where it is not installed."""
        self._model = importlib.import_module("deduce").Deduce()

    def find(self, texts: Texts) -> list[Found]:
        """Return what it finds in each document."""
        return [
            Found(
                document=document,
                start=a.start_char,
                end=a.end_char,
                label="PERSON" if "pers" in a.tag or "pati" in a.tag else a.tag.upper(),
                entity=a.text.lower(),
            )
            for document, text in texts.documents.items()
            for a in self._model.deidentify(text).annotations
        ]


class Presidio:
    """Presidio's analyzer for Dutch, as it is without a trained Dutch model.

    It brings no Dutch recogniser of names, and its models are no packages that a lock
    can hold: what is measured are its patterns. The lock makes this comparison repeatable.
    """

    name = "presidio"

    def __init__(self) -> None:
        """Set up its recognisers; raises ImportError where it is not installed."""
        analyzer = importlib.import_module("presidio_analyzer")
        engines = importlib.import_module("presidio_analyzer.nlp_engine")
        spacy = importlib.import_module("spacy")
        engine = engines.SpacyNlpEngine(
            models=[{"lang_code": "nl", "model_name": "nl"}]
        )
        engine.nlp = {"nl": spacy.blank("nl")}
        registry = analyzer.RecognizerRegistry(supported_languages=["nl"])
        registry.load_predefined_recognizers(languages=["nl"], nlp_engine=engine)
        self._engine = analyzer.AnalyzerEngine(
            registry=registry, nlp_engine=engine, supported_languages=["nl"]
        )

    def find(self, texts: Texts) -> list[Found]:
        """Return what it finds in each document."""
        return [
            Found(
                document=document,
                start=one.start,
                end=one.end,
                label=one.entity_type,
                entity=text[one.start : one.end].lower(),
            )
            for document, text in texts.documents.items()
            for one in self._engine.analyze(text, language="nl")
            if one.entity_type != "DATE_TIME"
        ]
