"""Identifiers with a form of their own: numbers, addresses on the net, codes."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ltnlp.domain.mentions import Candidate, Label
from ltnlp.domain.spans import Span
from ltnlp.nlp.names.checks import (
    holds_code,
    is_bsn,
    is_date_like,
    is_iban,
    is_mixed,
    is_paper,
    is_phone,
)

FOUND_BY = "pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A form, what it identifies, and a check that a match must pass.

    Before a form is looked for, a text must hold one of the words `needs` (in lower
    case), `figures` figures, and a `code`: what no plain number, date or time is.
    Few texts do: speed counts here.
    """

    id: str
    label: Label
    form: re.Pattern[str]
    check: Callable[[re.Match[str]], bool] = bool
    group: int | str = 0
    score: float = 0.99
    needs: tuple[str, ...] = ()
    figures: int = 1
    code: bool = False


_ON_THE_NET = (
    "http", "www.", ".nl", ".com", ".org", ".net", ".eu", ".be", ".example",
    ".amsterdam", ".frl", ".online", ".info",
)  # fmt: skip


_SEP = r"[ .\-/\u00a0]"
_CASE_WORDS = (
    r"(?:(?:zaak|dossier|cli[eë]nt|pati[eë]nt|kenmerk|parket|rol|registratie|melding"
    r"|meldings|proces-verbaal|pv|polis|casus|client|beschikkings|besluit|incident"
    r"|indicatie|relatie|klant|leerling|kind|jeugdige|rekest|verzoek|mutatie|aangifte"
    r"|contract|kwitantie|order|rekening|toewijzings|declaratie|deelnemers|inschrijf|leden"
    r"|v|ec|agb|big|skj|onderwijs|ppn|pgn|zorg|burger|persoons|identiteits|paspoort"
    r"|id|rijbewijs|crisis|opname|afspraak|lid|lidmaatschaps|verzekerings|verzekerden"
    r"|(?:pat|pati[eë]nt|rel|cl|clt|pt|cli[eë]nt|verz|inschr|dos|doss|reg|mut|pol|kl|lid|fact|dec"
    r"|beh|aanm|be[sz]ch|contr|ord|abon)\.?)"
    r"(?:\s?-?(?:nummer|nrs?\.?|num\.|no\.|id|code|kenmerk))"
    r"|(?:ons\s|uw\s)?kenmerk|ref(?:erentie)?\.?|zaak|dossier)"
)
_CODE = r"(?P<code>(?:[A-Za-z]{2,3}\s(?=\d))?(?:\d{2,4}\s(?=\d{3})){0,3}[A-Za-z]{0,6}[A-Z0-9][A-Za-z0-9./\-]*\d[A-Za-z0-9./\-]*(?<![./\-]))"

PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        id="email",
        needs=("@", "(at)", "[at]"),
        figures=0,
        label=Label.EMAIL,
        form=re.compile(
            r"[\w.+\-]+(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w\-]+(?:\.[\w\-]+)+(?<![.\-])"
        ),
    ),
    Pattern(
        id="url",
        needs=_ON_THE_NET,
        figures=0,
        label=Label.URL,
        form=re.compile(
            r"(?:https?://|www\.)[^\s<>\"')\]]+(?<![.,;:!?])"
            r"|(?<![\w@.\-])[a-z0-9\-]{2,}(?:\.[a-z0-9\-]{2,})*"
            r"\.(?:nl|com|org|net|eu|be|example|amsterdam|frl|online|info)"
            r"(?:/[^\s<>\"')\]]*(?<![.,;:!?]))?(?![\w@])",
            re.IGNORECASE,
        ),
    ),
    Pattern(
        id="handle",
        needs=("@",),
        figures=0,
        label=Label.URL,
        form=re.compile(r"(?<![\w.@/])@[A-Za-z_][\w.]{2,29}(?<!\.)"),
    ),
    Pattern(
        id="link.short",
        needs=("/",),
        figures=0,
        label=Label.URL,
        form=re.compile(r"(?<![\w@./\-])[a-z]{1,12}\.[a-z]{2,4}/\+?[\w.\-]{4,}(?<!\.)"),
    ),
    Pattern(
        id="handle.named",
        needs=(
            "insta",
            "snap",
            "tiktok",
            "telegram",
            "discord",
            "facebook",
            "roblox",
            "gamertag",
            "username",
            "naam",
            "account",
        ),
        figures=0,
        label=Label.URL,
        form=re.compile(
            r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|telegram|discord|facebook|roblox"
            r"|gamertag|gebruikersnaam|username|account(?:naam)?)"
            r"(?:\s(?:is|heet|onder|als|naam|van|hij|zij|ze|hem|haar)){0,3}:?\s"
            r"(?P<code>@?[a-z][\w.]{3,29}(?<!\.))",
            re.IGNORECASE,
        ),
        check=lambda match: re.search(r"[\d_.]", match["code"]) is not None,
        group="code",
    ),
    Pattern(
        id="iban",
        figures=6,
        code=True,
        label=Label.IBAN,
        form=re.compile(
            r"\b[A-Z]{2}\d{2}[ .]?(?:[A-Z0-9]{4}[ .]?){2,7}[A-Z0-9]{0,4}\b"
        ),
        check=is_iban,
    ),
    Pattern(
        id="iban.nl",
        needs=("nl",),
        figures=12,
        label=Label.IBAN,
        form=re.compile(r"\bNL\s?\d{2}\s?[A-Z]{4}(?:\s?\d){10}\b", re.IGNORECASE),
    ),
    Pattern(
        id="bsn.named",
        needs=("bsn", "burgerservicenummer", "sofi"),
        figures=8,
        label=Label.BSN,
        form=re.compile(
            r"\b(?:bsn|burgerservicenummer|sofi-?nummer|sofinr)\b\D{0,40}?"
            r"(?P<code>\d(?:[ .\-]?\d){7,8})(?!\d)",
            re.IGNORECASE,
        ),
        group="code",
    ),
    Pattern(
        id="bsn",
        figures=9,
        label=Label.BSN,
        form=re.compile(r"(?<![\d.\-/])\d{4}[ .]?\d{2}[ .]?\d{3}(?![\d])"),
        check=lambda match: is_bsn(match.group()),
        score=0.95,
    ),
    Pattern(
        id="bsn.spaced",
        figures=9,
        label=Label.BSN,
        form=re.compile(r"(?<![\d.\-/])\d{3}[ .\-]\d{3}[ .\-]\d{3}(?!\d)"),
        check=lambda match: is_bsn(match.group()),
        score=0.95,
    ),
    Pattern(
        id="phone",
        figures=8,
        label=Label.PHONE,
        form=re.compile(
            rf"(?<![\w.\-/])(?:(?:\+|00)\s?\d{{1,3}}{_SEP}?(?:\(0\){_SEP}?)?"
            rf"\d{{1,3}}(?:{_SEP}{{0,3}}\d){{5,9}}"
            rf"|\(?0\d{{1,3}}\)?{_SEP}{{0,3}}\d(?:{_SEP}?\d){{5,8}}|0[89]00[ -]?\d{{4}})(?![\w])"
        ),
        check=is_phone,
    ),
    Pattern(
        id="phone.spoken",
        label=Label.PHONE,
        needs=("nul",),
        figures=0,
        form=re.compile(
            r"\bnul(?:[\s,]+(?:nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf"
            r"|\d{1,4}|twaalf|(?:der|veer|vijf|zes|zeven|acht|negen)tien|(?:\w+(?:en|ën))?"
            r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig))\b){4,}",
            re.IGNORECASE,
        ),
        score=0.9,
    ),
    Pattern(
        id="case.court",
        needs=("c/", "rk", "za", "ecli:", "pl", "ljn", "/"),
        figures=4,
        code=True,
        label=Label.CASE_NUMBER,
        form=re.compile(
            r"\bC/\d{2}/\d{5,7}(?:\s?/?\s?[A-Z]{1,4}(?:\s?[A-Z]{2})?\s?\d{2,4}-\d{1,6})?"
            r"|\b(?:JE|FA|HA|KG|FT)\s?(?:RK|ZA)\s?\d{2}-\d{2,5}|\b\d{2}/\d{6}-\d{2}\b"
            r"|\bECLI:[A-Z]{2}:[A-Z]+:\d{4}:[A-Z0-9]+"
            r"|\bPL\d{2,4}[ \-]?\d{2,4}[\d\-]*|\bLJN:?\s?[A-Z]{2}\d{4}\b",
            re.IGNORECASE,
        ),
    ),
    Pattern(
        id="case.named",
        needs=(
            "nummer",
            "nr",
            "num.",
            "no.",
            "id",
            "code",
            "kenmerk",
            "ref",
            "zaak",
            "dossier",
        ),
        figures=3,
        label=Label.CASE_NUMBER,
        form=re.compile(
            rf"(?<![^\W_]){_CASE_WORDS}\s?(?:is|:|=|\()?\s*{_CODE}",
            re.IGNORECASE,
        ),
        check=is_mixed,
        group="code",
    ),
    Pattern(
        id="case.invoice",
        figures=7,
        code=True,
        label=Label.CASE_NUMBER,
        form=re.compile(
            r"(?:factu(?:ur|ren)(?:nummers?|nrs?\.?)?|t/m|en)\s?:?\s"
            r"(?<!\d )(?P<code>(?:19|20)\d{2}-\d{3,6})(?![\w\-])",
            re.IGNORECASE,
        ),
        group="code",
    ),
    Pattern(
        id="case.form",
        figures=3,
        code=True,
        label=Label.CASE_NUMBER,
        form=re.compile(
            r"(?<![\w/.\-])(?:[A-Z]{1,6}[\-/ .]?)(?:\d{2,4}[\-/.])\d{3,7}(?:[\-/]\d+)?(?![\w])"
            r"|(?<![\w/.\-])[A-Z]{2,6}-?\d{5,9}(?:-\d{1,6})*(?![\w])"
            r"|(?<![\w/.\-])[A-Z]{2,6}-\d{3,12}(?![\w])"
            r"|(?<![\w/.\-])[A-Z]{2,5}\s(?:19|20)\d{2}/\d{2}-\d{2,5}(?![\w])"
            r"|(?<![\w/.\-])(?:19|20)\d{2}-[A-Z]{1,3}-\d{3,6}(?![\w])"
            r"|(?<![\w/.\-])\d{2}-\d{4,6}-[A-Z](?![\w\-])"
            r"|(?<![\w/.\-])(?:19|20)\d{2}[\-/.](?!(?:19|20)\d\d(?!\d))\d{4,7}(?:-[A-Za-z])?(?![\w/\-])"
        ),
    ),
    Pattern(
        id="case.lower",
        figures=5,
        code=True,
        label=Label.CASE_NUMBER,
        form=re.compile(
            r"(?<![\w/.\-])[a-z]{2,6}[- ](?:19|20)?\d{2}-(?!(?:19|20)\d\d\b)\d{4,6}(?![\w\-])"
            r"|(?<![\w/.\-])[a-z]{2,5}\s(?:19|20)\d{2}/\d{2}-\d{2,5}(?![\w])"
            r"|(?<![\w/.\-])[a-z]{2,4}-(?:\d{2,4}-\d{3,6}|\d{5,10})(?![\w\-])"
            r"|(?<![\w/.\-])(?:19|20)\d{2}-[a-z]{1,3}-\d{3,6}(?![\w])"
        ),
    ),
    Pattern(
        id="case.short",
        figures=5,
        code=True,
        label=Label.CASE_NUMBER,
        form=re.compile(
            r"(?:melding|zaak|casus|dossier|kenmerk|nr\.?|incident|beschikking)\s+"
            r"(?P<code>\d{2,4}[\-/]\d{3,7})(?![\d\-/])",
            re.IGNORECASE,
        ),
        group="code",
    ),
    Pattern(
        id="case.paper",
        needs=(
            "kwitantie",
            "factuur",
            "nota",
            "polis",
            "contract",
            "beschikking",
            "epd",
            "ecd",
            "bon",
            "order",
            "pakket",
        ),
        code=True,
        figures=3,
        label=Label.CASE_NUMBER,
        form=re.compile(
            r"\b(?:kwitantie|factuur|nota|polis|contract|beschikking|EPD|ECD|(?:kassa|pin)?bon"
            r"|order|pakket)\s(?:(?:is|was|met|:)\s)?"
            r"(?P<code>(?:[A-Z]{1,4}[\-/.]?)?\d[\d\-/.]{2,}(?:-[A-Z])?(?![\w]))",
            re.IGNORECASE,
        ),
        check=is_paper,
        group="code",
    ),
    Pattern(
        id="plate",
        code=True,
        label=Label.LICENCE_PLATE,
        form=re.compile(
            r"(?<![\w\-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}"
            r"|[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}"
            r"|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}"
            r"|[A-Z]{3}-\d{2}-[A-Z]|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)"
            r"(?![\w\-])",
            re.IGNORECASE,
        ),
        check=lambda match: not is_date_like(match.group()),
    ),
    Pattern(
        id="postcode",
        figures=4,
        label=Label.ADDRESS,
        form=re.compile(
            r"(?<![\d.,\-/])[1-9]\d{3}\s?(?!SA|SD|SS)[A-Z]{2}(?![\w])(?:\s\d{1,5}(?![\d.:])\s?[a-zA-Z]?(?![\w]))?"
        ),
        check=lambda match: not match.group().endswith((" EU", " EUR")),
    ),
    Pattern(
        id="postcode.lower",
        figures=4,
        label=Label.ADDRESS,
        form=re.compile(
            r"(?=[1-9]\d{3}\s?[a-z]{2}\b)(?:(?<=postcode )|(?<=[a-z0-9], )|(?<=\d [–\-|] )|(?<=[a-z] \d\d )|(?<=[a-z] \d )|^)(?!(?:19|20)\d\d\b|\d{4}\s?(?:km|kg|mg|ml|xl|eu|vt|ha|gr|cc|kb)\b|\d{4}\s(?:en|is|in|op|de|te|of"
            r"|om|na|ik|ze|je|we|er|al|zo|nu|dd|mw|mr|gi|jr|st)\b)[1-9]\d{3}\s?[a-z]{2}\b(?=$|[ ,.])",
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    Pattern(
        id="postbox",
        needs=("postbus",),
        label=Label.ADDRESS,
        form=re.compile(r"\bpostbus\s(?:nr\.?\s)?\d{1,6}(?!\d)", re.IGNORECASE),
    ),
    Pattern(
        id="ip",
        figures=4,
        code=True,
        label=Label.URL,
        form=re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])"),
        check=lambda match: all(int(p) < 256 for p in match.group().split(".")),
    ),
)

_FIGURES = re.compile(r"\d")


def candidates(passage: str, text: str) -> Iterator[Candidate]:
    """Yield what has the form of an identifier in `text`."""
    for pattern in to_look_for(text):
        for match in pattern.form.finditer(text):
            if pattern.check(match):
                start, end = match.span(pattern.group)
                yield Candidate(
                    passage=passage,
                    span=Span(start=start, end=end),
                    label=pattern.label,
                    found_by=FOUND_BY,
                    reason=f"vorm {pattern.id}",
                    score=pattern.score,
                )


def to_look_for(text: str) -> Iterator[Pattern]:
    """Yield the patterns that `text` can hold at all."""
    lowered = text.lower()
    figures = len(_FIGURES.findall(text))
    code = figures > 0 and holds_code(text)
    for pattern in PATTERNS if figures else _WITHOUT_FIGURES:
        if pattern.figures > figures or (pattern.code and not code):
            continue
        if not pattern.needs or _holds(lowered, pattern.needs):
            yield pattern


def _holds(lowered: str, words: Sequence[str]) -> bool:
    # A loop: `any` over a generator takes thrice the time.
    for word in words:  # noqa: SIM110
        if word in lowered:
            return True
    return False


_WITHOUT_FIGURES = tuple(pattern for pattern in PATTERNS if not pattern.figures)
