"""One stage alone, with what another stage adds to its answers."""

from ltnlp.casework.annotating import interactions

TOLD = (
    "De school deed op 3 mei 2022 een melding bij Veilig Thuis, "
    "en Veilig Thuis belde het wijkteam."
)


def test_an_interaction_has_the_day_of_its_own_clause() -> None:
    found = interactions({"id": "a", "text": TOLD})["interactions"]
    assert [(one["to"], one["edtf"]) for one in found] == [
        ("veilig_thuis", "2022-05-03"),
        ("wijkteam", None),
    ]
