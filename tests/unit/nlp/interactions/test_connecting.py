"""Which parties a sentence connects where the rules of grammar read nothing."""

from dataclasses import replace

import pytest

from ltnlp.domain.documents import DocumentKind
from ltnlp.domain.events import Realised
from ltnlp.domain.interactions import ClauseInteraction, InteractionClass, Telling
from ltnlp.nlp.interactions import ClauseInteractionReader
from ltnlp.nlp.interactions.cues import cues
from ltnlp.nlp.interactions.features import Seen
from ltnlp.nlp.interactions.outcomes import outcome
from ltnlp.nlp.interactions.scorer import (
    Connected,
    connected,
    model,
    read_model,
)
from ltnlp.nlp.interactions.settle import as_clause
from ltnlp.nlp.organisations import organisation_reader
from tests.builders import span

REPORT = InteractionClass.REPORT


def telling(text: str, **changes: object) -> Telling:
    given: dict[str, object] = {
        "text": text,
        "span": span(0, len(text)),
        "parties": organisation_reader().read("p1", text),
        "speaker": "wijkteam",
    }
    return Telling(**(given | changes))  # type: ignore[arg-type]


def weights(**models: dict[str, float]) -> dict[str, object]:
    """A model of a few weights: everything is told, and it is a report."""
    given: dict[str, object] = {
        "sentence": {"(bias)": 5.0},
        "pair": {},
        "class melding": {"(bias)": 1.0},
        "class besluit": {"(bias)": 0.0, "cue:money": 4.0},
    }
    return {"limits": {"least": 0.3, "second": 0.35}, "models": given | models}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Er is getekend door de manager.", "consent"),
        ("De huur is niet betaald.", "money"),
        ("Niemand nam op.", "unreached"),
        ("Wij hebben afgesproken te wachten.", "decision"),
    ],
)
def test_cues_are_read_by_the_beginning_of_words(words: str, expected: str) -> None:
    assert expected in cues(words)


def test_a_cue_does_not_begin_inside_a_word() -> None:
    assert "money" not in cues("De verhuurder kwam langs.")


def test_pairs_are_of_those_who_can_be_meant() -> None:
    seen = Seen(telling=telling("School belde.", recent=(("huisarts", 2),)))
    pairs = set(seen.pairs)
    assert ("huisarts", "wijkteam") in pairs
    assert ("wijkteam", "wijkteam") in pairs
    assert ("gezin", "gezin") not in pairs
    assert not any("school" in pair for pair in pairs)


def test_the_family_that_speaks_does_not_turn_to_itself() -> None:
    pairs = set(Seen(telling=telling("We belden.", speaker="gezin")).pairs)
    assert ("gezin", "gezin") not in pairs


def test_features_say_who_stands_where() -> None:
    read = ClauseInteraction(
        span=span(0, 10),
        giver="huisarts",
        receiver=None,
        type="bellen",
        interaction_class=InteractionClass.INFORMATION,
        realised=Realised.YES,
        score=0.7,
    )
    seen = Seen(
        telling=telling(
            "De huisarts belde ons over Veilig Thuis.",
            clauses=(read,),
            partner="veilig_thuis",
            asked=("huisarts",),
            recent=(("veilig_thuis", 3), ("gezin", 9)),
            event_type="contact",
            event_kinds=("huisarts",),
        )
    )
    told = set(seen.of_pair("huisarts", "wijkteam"))
    assert {"shape:o>S", "giver:first", "receiver:I object", "read:giver"} <= told
    assert {"giver:asked for", "giver:in the event"} <= told
    other = set(seen.of_pair("wijkteam", "veilig_thuis"))
    assert {"receiver:addressed", "receiver:other 0", "receiver:ago 2"} <= other
    assert "event:contact" in set(seen.of_sentence())


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        (("wijkteam", "gezin"), {"family:receives", "shape:S>F"}),
        (("gezin", "huisarts"), {"family:gives", "shape:F>o"}),
        (("wijkteam", "wijkteam"), {"family:same", "shape:same"}),
        (("huisarts", "wijkteam"), {"family:apart", "shape:o>S"}),
    ],
)
def test_features_of_a_class_say_where_the_family_is(
    pair: tuple[str, str], expected: set[str]
) -> None:
    seen = Seen(telling=telling("Er kwam een brief van de huisarts."))
    assert expected <= set(seen.of_class(*pair))


def reported() -> ClauseInteraction:
    """A report of the GP to Veilig Thuis, as grammar reads it."""
    return ClauseInteraction(
        span=span(0, 10),
        giver="huisarts",
        receiver="veilig_thuis",
        type="melding_doen",
        interaction_class=REPORT,
        realised=Realised.YES,
        score=0.7,
    )


def test_how_a_pair_fits_what_the_grammar_reads() -> None:
    seen = Seen(telling=telling("Er is gemeld.", clauses=(reported(),)))
    fits = {
        ("huisarts", "veilig_thuis"): "read:both",
        ("veilig_thuis", "huisarts"): "read:turned",
        ("huisarts", "gezin"): "read:giver",
        ("gezin", "veilig_thuis"): "read:receiver",
        ("gezin", "huisarts"): "read:crossed",
        ("wijkteam", "gezin"): "read:nothing",
    }
    for pair, expected in fits.items():
        assert expected in set(seen.of_pair(*pair))
    assert "read:melding" in set(seen.of_class("huisarts", "veilig_thuis"))


def test_a_pair_is_told_by_other_accounts_and_in_the_whole_review() -> None:
    often = {("huisarts", "veilig_thuis"): 3, ("veilig_thuis", "huisarts"): 1}
    seen = Seen(telling=telling("Dat was toen.", elsewhere=(reported(),), often=often))
    told = set(seen.of_pair("huisarts", "veilig_thuis"))
    assert {"elsewhere:both", "turns often 2", "turns back often 1"} <= told
    turned = set(seen.of_pair("veilig_thuis", "huisarts"))
    assert {"elsewhere:turned", "often 1 back 2|o>o"} <= turned
    assert "elsewhere:nothing" in set(seen.of_pair("wijkteam", "gezin"))


def test_a_procedure_says_who_can_be_meant_where_few_can() -> None:
    told = Seen(telling=telling("De machtiging uithuisplaatsing is verleend."))
    assert "kinderrechter" in {kind for pair in told.pairs for kind in pair}


def test_the_likeliest_pair_is_chosen_with_its_class() -> None:
    learned = read_model(weights(pair={"shape:o>S": 9.0}))  # type: ignore[arg-type]
    (one,) = connected(telling("De huisarts betaalde."), learned)
    assert (one.giver, one.receiver) == ("huisarts", "wijkteam")
    assert one.interaction_class is InteractionClass.DECISION


def test_two_pairs_stand_where_both_are_likely() -> None:
    learned = read_model(
        weights(pair={"shape:o>S": 9.0, "shape:S>o": 9.0})  # type: ignore[arg-type]
    )
    found = connected(telling("De huisarts belde."), learned)
    assert {(one.giver, one.receiver) for one in found} == {
        ("huisarts", "wijkteam"),
        ("wijkteam", "huisarts"),
    }


def test_a_sentence_that_tells_nothing_connects_nobody() -> None:
    silent = read_model(weights(sentence={"(bias)": -5.0}))  # type: ignore[arg-type]
    assert connected(telling("De huisarts belde."), silent) == ()


def test_what_the_grammar_reads_of_the_pair_stands() -> None:
    read = ClauseInteraction(
        span=span(0, 5),
        giver="huisarts",
        receiver="veilig_thuis",
        type="zorgformulier_politie",
        interaction_class=REPORT,
        realised=Realised.NO,
        score=0.7,
    )
    one = Connected(
        giver="huisarts",
        receiver="veilig_thuis",
        interaction_class=REPORT,
        score=0.42,
    )
    found = as_clause(telling("Er is niet gemeld.", clauses=(read,)), one)
    assert (found.type, found.realised) == ("zorgformulier_politie", Realised.NO)
    assert (found.score, found.span) == (0.42, span(0, 18))


def test_of_a_pair_that_the_grammar_reads_by_half_the_word_stands() -> None:
    read = ClauseInteraction(
        span=span(0, 5),
        giver=None,
        receiver="gezin",
        type="afwijzen",
        interaction_class=InteractionClass.REFUSAL,
        realised=Realised.YES,
        score=0.7,
    )
    neither = ClauseInteraction(
        span=span(0, 5),
        giver=None,
        receiver=None,
        type="sluiten",
        interaction_class=InteractionClass.CLOSURE,
        realised=Realised.YES,
        score=0.7,
    )
    one = Connected(
        giver="wijkteam", receiver="gezin", interaction_class=REPORT, score=0.5
    )
    found = as_clause(telling("Dat werd niks.", clauses=(neither, read)), one)
    assert (found.giver, found.receiver) == ("wijkteam", "gezin")
    assert found.interaction_class is InteractionClass.REFUSAL


@pytest.mark.parametrize(
    ("text", "speaker", "expected"),
    [
        ("Melding Veilig Thuis.", "basisschool", ("basisschool", "veilig_thuis")),
        ("Aanmelding wijkteam.", "huisarts", ("huisarts", "wijkteam")),
        ("Melding kraamzorg binnen.", "veilig_thuis", ("kraamzorg", "veilig_thuis")),
    ],
)
def test_who_stands_right_behind_a_noun_receives_where_that_is_usual(
    text: str, speaker: str, expected: tuple[str, str]
) -> None:
    parties = organisation_reader().read("p1", text)
    (one,) = ClauseInteractionReader().read(
        text, organisations=parties, speaker_kind=speaker
    )
    assert (one.giver, one.receiver) == expected


@pytest.mark.parametrize(
    ("kind", "text", "type_", "happened"),
    [
        (InteractionClass.CONSULTATION, "Ze kwam.", "contact_gezin", Realised.YES),
        (InteractionClass.DECISION, "Niet betaald.", "besluiten", Realised.NO),
        (
            InteractionClass.CONTACT_ATTEMPT,
            "Ze stond daar.",
            "contactpoging",
            Realised.ATTEMPT,
        ),
    ],
)
def test_a_class_has_its_usual_type(
    kind: InteractionClass, text: str, type_: str, happened: Realised
) -> None:
    one = Connected(
        giver="wijkteam", receiver="gezin", interaction_class=kind, score=0.5
    )
    found = as_clause(telling(text), one)
    assert (found.type, found.realised) == (type_, happened)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ik bel morgen de mentor.", Realised.INTENDED),
        ("4. De mentor licht de ouders in", Realised.INTENDED),
        ("Komt op terug.", Realised.INTENDED),
        ("Deze week belde de mentor.", Realised.YES),
        ("Mail van de mentor: het kamp gaat niet door.", Realised.YES),
        ("Tel. mentor: niemand nam op.", Realised.ATTEMPT),
        ("Mentor teruggebeld, in gesprek.", Realised.ATTEMPT),
        ("De mentor is niet gebeld.", Realised.NO),
        ("Wij bellen dinsdag met de mentor.", Realised.INTENDED),
        ("Dinsdag bellen wij de mentor.", Realised.INTENDED),
        ("Ik mail hem na twee weken opnieuw.", Realised.INTENDED),
        ("Ik nodig de ouders uit voor 12 maart.", Realised.INTENDED),
        ("Overdracht aan de mentor vóór 1-6.", Realised.INTENDED),
        ("Kindgesprek inplannen.", Realised.INTENDED),
        ("Mentor inlichten: de conciërge.", Realised.INTENDED),
        ("Volgende week draagt zij het over.", Realised.INTENDED),
        ("Wij belden dinsdag met de mentor.", Realised.YES),
        ("Wij spraken dinsdag met de mentor.", Realised.YES),
        ("De ouders komen praten.", Realised.YES),
        ("De mentor heeft het gesloten wegens geen gehoor.", Realised.YES),
    ],
)
def test_whether_it_happened(words: str, expected: Realised) -> None:
    assert outcome(words) is expected


def test_who_was_not_asked_to_come_was_not_asked() -> None:
    found = ClauseInteractionReader().read(
        "De huisarts hadden we niet gevraagd.",
        organisations=organisation_reader().read("", "De huisarts hadden we"),
        speaker_kind="wijkteam",
    )
    assert [(one.type, one.realised) for one in found] == [("uitnodigen", Realised.NO)]


def test_the_learned_model_is_whole() -> None:
    learned = model()
    assert set(learned.classes) == set(InteractionClass)
    assert 0 < learned.least <= learned.second < 1


def test_a_plain_meeting_with_the_family_is_likely() -> None:
    text = "14-5-2024 Huisbezoek, moeder en kind gezien."
    found = ClauseInteractionReader().connect(
        telling(
            text,
            document=DocumentKind.FILE_EXTRACT,
            event_type="contact",
            event_kinds=("wijkteam", "gezin"),
        )
    )
    assert {"wijkteam", "gezin"} == {found[0].giver, found[0].receiver}


def test_a_reader_cuts_into_sentences() -> None:
    assert ClauseInteractionReader().sentences("Zij kwam. Hij niet.", 10) == (
        span(10, 19),
    )


def test_a_pair_weighs_as_much_as_all_its_features() -> None:
    told = telling(
        "De huisarts belde ons over Veilig Thuis.",
        asked=("huisarts",),
        recent=(("veilig_thuis", 3), ("gezin", 9)),
    )
    seen, learned = Seen(telling=told), model()
    for pair in seen.pairs:
        whole = learned.pair.total(seen.of_two(*pair))
        assert learned.of_two(seen, *pair) == pytest.approx(whole)


def test_a_class_weighs_as_much_as_all_its_features() -> None:
    told = telling("Verzuimmelding gedaan bij leerplicht.")
    seen, learned = Seen(telling=told), model()
    features = set(seen.of_class("basisschool", "leerplicht"))
    whole = [one.total(features) for one in learned.classes.values()]
    assert learned.of_classes(features) == pytest.approx(whole)


def test_what_is_told_comes_likeliest_first_and_not_below_the_least() -> None:
    text = "Huisarts belt: moeder komt niet meer. Ik meld het bij Veilig Thuis."
    told = telling(text, document=DocumentKind.FILE_EXTRACT, event_type="melding")
    learned = replace(model(), least=0.02, second=0.02)
    scores = [one.score for one in connected(told, learned)]
    assert len(scores) == 2
    assert scores == sorted(scores, reverse=True)
    higher = replace(model(), least=0.02, second=scores[0])
    assert [one.score for one in connected(told, higher)] == scores[:1]
