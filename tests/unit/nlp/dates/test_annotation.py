import pytest

from ltnlp.nlp.dates import annotate

FIELDS = {
    "start", "end", "text", "type", "edtf", "earliest", "latest", "timex", "anchor",
    "rule", "alternatives", "confidence", "needs_review", "superseded", "citation",
}  # fmt: skip


def test_the_example_of_the_contract() -> None:
    answer = annotate(
        {
            "id": "x",
            "text": "Drie weken later belde oma.",
            "reference": "2019-06-14",
            "context": {"kind": "interview", "previous": "2018-03-05"},
        }
    )
    (date,) = answer["dates"]
    assert answer["id"] == "x"
    assert set(date) == FIELDS
    assert (date["start"], date["end"], date["type"]) == (0, 16, "relative")
    assert (date["edtf"], date["timex"]) == ("2018-03-26~", "2018-03-26")
    assert (date["earliest"], date["latest"]) == ("2018-03-19", "2018-04-02")
    assert (date["anchor"], date["rule"]) == ("previous", "offset.after")
    assert date["confidence"] >= 0.8
    assert not date["needs_review"]


def test_a_reference_may_have_a_time() -> None:
    (date,) = annotate({"text": "gisteren", "reference": "2016-11-07T16:12:00"})[
        "dates"
    ]
    assert date["edtf"] == "2016-11-06"


def test_one_date_of_birth_may_stand_without_a_name() -> None:
    record = {"text": "Toen hij vier was", "context": {"date_of_birth": "2011-05-02"}}
    (date,) = annotate(record)["dates"]
    assert date["earliest"] == "2015-05-02"


def test_offsets_count_in_the_text_as_given() -> None:
    text = "\n12-03-18 Gebeld 📞.\n\n20-03-18 Weer."
    dates = annotate({"text": text, "context": {"kind": "file"}})["dates"]
    assert [text[d["start"] : d["end"]] for d in dates] == ["12-03-18", "20-03-18"]


@pytest.mark.parametrize(
    "record",
    [{}, {"text": 3}, {"text": "x", "reference": "morgen"}],
    ids=["no text", "text is a number", "reference is no day"],
)
def test_a_broken_record_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        annotate(record)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("elke dinsdag", "XXXX-WXX-2"),
        ("drie weken lang", "P3W"),
        ("week 34 van 2018", "2018-W34"),
        ("Q3 2017", "2017-Q3"),
        ("de zomer van 2016", "2016-SU"),
    ],
)
def test_timex_is_given_where_one_exists(text: str, timex: str) -> None:
    (date,) = annotate({"text": text, "reference": "2019-06-14"})["dates"]
    assert date["timex"] == timex


def test_an_empty_text_has_no_dates() -> None:
    assert annotate({"text": ""})["dates"] == []
