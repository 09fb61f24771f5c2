"""What a person typed into a cell of a table → the value of a correction."""

from collections.abc import Mapping

from ltnlp.domain.edtf import bounds_of
from ltnlp.domain.errors import InputError
from ltnlp.domain.events import Realised
from ltnlp.domain.rowformat import Column
from ltnlp.nlp import dates
from ltnlp.stages.rows import OUTCOMES

Value = str | tuple[str, ...]
Told = dict[str, Value]
"""The values of corrections by their name: edtf, what, realised, organisations, …"""

MOMENT, STATUS = "moment", "status"
_BESIDE = frozenset({"", "in", "op", "datum", ":", "."})
_STATUS = {"bevestigd": "confirm", "afgewezen": "reject"}
_MARKED = frozenset({"x", "ja", "v"})
REALISED_NL = "gebeurd, niet gebeurd, poging of voorgenomen"


def told_by(column: Column, cell: str, kinds: Mapping[str, str]) -> Told:
    """Return what a changed cell says; `kinds` names each kind of organisation in Dutch.

    Raises:
        InputError: it cannot be understood; the message says what can be typed.
    """
    if column in (Column.DATE, Column.EDTF):
        return {"edtf": _edtf(cell)}
    if column is Column.EVENT:
        return {"what": _filled(cell)}
    if column is Column.REALISED:
        return {"realised": _realised(cell)}
    if column is Column.ORGANISATION:
        return {"organisations": _organisations(cell, kinds)}
    if column is Column.MOMENT:
        return {MOMENT: _moment(cell)}
    return {STATUS: _status(cell)}


def _edtf(cell: str) -> str:
    """Return the date that is typed, in EDTF: "12-5-2022", "rond mei 2022", "2022-05"."""
    try:
        bounds_of(cell)
    except ValueError:
        return _told_date(cell)
    return cell


def _told_date(cell: str) -> str:
    context = {"kind": "timeline"}
    found = dates.annotate({"id": "", "text": cell, "context": context})["dates"]
    whole = [
        str(date["edtf"])
        for date in found
        if date["edtf"]
        and cell[: date["start"]].strip().lower() in _BESIDE
        and cell[date["end"] :].strip().lower() in _BESIDE
    ]
    if len(whole) != 1:
        raise _unclear(
            "de datum is niet te lezen; schrijf bijvoorbeeld 12 mei 2022, mei 2022, "
            "rond mei 2022 of 2022"
        )
    return whole[0]


def _filled(cell: str) -> str:
    if not cell:
        raise _unclear(
            "de gebeurtenis is leeggemaakt; zet bij 'Stand' afgewezen als zij er niet "
            "in hoort"
        )
    return cell


def _realised(cell: str) -> str:
    outcome = OUTCOMES.get(cell.casefold())
    if outcome is None:
        raise _unclear(f"bij 'Gebeurd' kan staan: {REALISED_NL}")
    return str(Realised(outcome))


def _organisations(cell: str, kinds: Mapping[str, str]) -> tuple[str, ...]:
    by_name = {label.casefold(): kind for kind, label in kinds.items()}
    names = [name.strip() for name in cell.replace(";", ",").split(",")]
    found = [by_name.get(name.casefold(), name) for name in names if name]
    if not found or any(kind not in kinds for kind in found):
        raise _unclear(
            "een organisatie is niet te herkennen; schrijf de soort zoals elders in de "
            "tabel, en meer dan een met een komma ertussen"
        )
    return tuple(found)


def _moment(cell: str) -> str:
    if not cell or cell.isdecimal():
        return cell
    if cell.casefold() in _MARKED:
        return "x"
    raise _unclear("bij 'Moment' kan een nummer staan, een x, of niets")


def _status(cell: str) -> str:
    do = _STATUS.get(cell.casefold())
    if do is None:
        raise _unclear("bij 'Stand' kan bevestigd of afgewezen worden ingevuld")
    return do


def _unclear(why: str) -> InputError:
    return InputError("a cell cannot be understood", message_nl=why)
