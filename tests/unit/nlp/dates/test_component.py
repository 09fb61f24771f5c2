import datetime as dt

import spacy

from ltnlp.nlp.dates import component


def test_the_component_puts_dates_in_the_doc() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("ltnlp_dates", config={"reference": "2019-06-14"})
    doc = nlp("Vorige week dinsdag belde oma, in maart 2018 ook.")
    spans = doc.spans[component.SPANS]
    assert [(s.text, s.label_) for s in spans] == [
        ("Vorige week dinsdag", "relative"),
        ("maart 2018", "date"),
    ]
    assert spans[0].kb_id_ == "2019-06-04"
    assert doc.user_data["dates"][1].latest == dt.date(2018, 3, 31)


def test_an_empty_doc_has_no_dates() -> None:
    nlp = spacy.blank("nl")
    nlp.add_pipe("ltnlp_dates")
    assert len(nlp("").spans["dates"]) == 0
