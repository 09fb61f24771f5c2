"""The footnotes of the story: source, place, teller, and the words themselves."""

from collections.abc import Sequence

from docx.text.paragraph import Paragraph

from ltnlp.domain.events import Account
from ltnlp.domain.factors import ContributingFactor
from ltnlp.reporting.footnotes import Footnotes
from ltnlp.reporting.inputs import ReportInput
from ltnlp.reporting.plain import printable
from ltnlp.reporting.words_nl import place_in_words


class Notes:
    """Puts accounts into footnotes; the words of each are quoted at its first."""

    def __init__(self, footnotes: Footnotes, report: ReportInput) -> None:
        """Begin with nothing quoted."""
        self._footnotes = footnotes
        self._accounts = {
            a.id: a for event in report.timeline.events for a in event.accounts
        }
        self._labels = {source.id: source.label for source in report.documents}
        self._places = {p.id: place_in_words(p.place) for p in report.passages}
        self._quoted: set[str] = set()

    def add(self, paragraph: Paragraph, accounts: Sequence[str]) -> None:
        """Put a footnote for each account, by id, at the end of a paragraph."""
        found = [self._accounts[one] for one in accounts if one in self._accounts]
        self._footnotes.add(paragraph, [self._of_account(one) for one in found])

    def add_factors(
        self, paragraph: Paragraph, factors: Sequence[ContributingFactor]
    ) -> None:
        """Put a footnote with the words of each factor at the end of a paragraph."""
        told = [
            printable(f"{self._where(one.document, one.passage)}. “{one.wording}”")
            for one in factors
        ]
        self._footnotes.add(paragraph, told)

    def close(self) -> None:
        """Put the footnotes into the document."""
        self._footnotes.close()

    def _of_account(self, account: Account) -> str:
        parts = [
            self._where(account.document, account.passage),
            account.who_tells or "",
            "destijds opgeschreven" if account.contemporaneous else "achteraf verteld",
            f"datum zoals verteld: {account.date.text}" if account.date else "",
        ]
        if account.id in self._quoted:
            return printable(f"{', '.join(p for p in parts[:2] if p)}, als eerder.")
        self._quoted.add(account.id)
        told = ", ".join(part for part in parts if part)
        return printable(f"{told}. “{account.wording}”")

    def _where(self, document: str, passage: str) -> str:
        label = self._labels.get(document, "met de hand toegevoegd")
        place = self._places.get(passage, "")
        return ", ".join(part for part in (label, place) if part)
