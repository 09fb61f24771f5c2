"""Numbers and lengths of time as told: "een paar", "anderhalf jaar"."""

from dataclasses import dataclass

LETTERS = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "quarter": "M", "half": "M",
    "decade": "Y", "weekend": "WE", "working_week": "W", "working_day": "D",
    "school_year": "Y",
}  # fmt: skip
_TIMES = {"quarter": 3, "half": 6, "decade": 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number as told: about that many when `loose`, as "een paar" when `few`."""

    number: float
    loose: bool = False
    few: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length of time: whole days and months, and the unit it was told in."""

    number: float
    unit: str
    days: int = 0
    months: int = 0
    loose: bool = False
    few: bool = False
    spelled: str = ""

    @property
    def iso(self) -> str:
        """Return the ISO 8601 duration."""
        if self.spelled:
            return self.spelled
        number = self.number * _TIMES.get(self.unit, 1)
        letter = LETTERS[self.unit]
        if letter == "Y" and number % 1:
            number, letter = number * 12, "M"
        return f"P{number:g}{letter}"


def length_of(number: float, unit: str, *, loose: bool, few: bool = False) -> Length:
    """Return a length of `number` units."""
    per_day = {"day": 1, "week": 7, "weekend": 7, "working_week": 7, "working_day": 1.4}
    loose = loose or unit == "working_day"
    per_month = {"month": 1, "quarter": 3, "half": 6, "year": 12, "school_year": 12,
                 "decade": 120}  # fmt: skip
    days = round(number * per_day.get(unit, 0))
    months = number * per_month.get(unit, 0)
    days += round((months % 1) * 30)
    return Length(
        number=number, unit=unit, days=days, months=int(months), loose=loose, few=few
    )
