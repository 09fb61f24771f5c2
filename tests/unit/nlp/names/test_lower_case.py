"""Names where capitals say nothing: what surrounds them, kinds, marks and forms tell."""

import pytest

from ltnlp.domain.mentions import Label
from ltnlp.nlp.names import NameDetector
from ltnlp.stages.mentions import join
from tests.unit.nlp.names.building import marked, passage

FOUND = {
    "title and article": "toen belde meneer «de lange» dat het niet doorging",
    "title and a noun": "ik sprak mw. «hekman», de logopediste",
    "title, a word and a mark": "afspraak met dhr. «ploeg», dinsdag om tien uur",
    "initials and a lone van": "verslag van de arts: «p. van houwen» (jeugdarts)",
    "initials and a cut interfix": "gemeld door mw. «g. v. stam» (wijkteam)",
    "a lone family at the head": "«van breda» belde woensdag terug over de uitslag",
    "a lone family behind with": "ik heb gebeld met «van breda» van de school",
    "a lone family between commas": "de rector, «van uden», die gaf geen toestemming",
    "a lone family behind has": "later heeft «van ommen» nog met mijn zoon gepraat",
    "a given name and a letter": "onderwerp: «merel d.» komt niet",
    "a given name and a word": "dat komt door mijn mentor, «hendrikje blauw», zei ze",
    "a family with te": "hij logeert bij de familie «te velde» in het weekend",
    "chinese families": "er kwam een brief van dokter «tjon a kiem» over de uitslag",
    "letters of a school": "ze zit nu op obs «de kwikstaart» en dat gaat beter",
    "letters and a compound": "wij waren aangemeld bij «swv tweebergen» maar hoorden niets",
    "letters and two words": "de melding ging naar «vt oude wal» die dag",
    "a club": "hij voetbalde bij «rkvv almenum» met zijn neef",
    "four words for a kind": "we gingen naar het huis van de wijk «de korenschoof» voor hulp",
    "a shop and two words": "vader werkt in restaurant «de gouden draak» in de keuken",
    "a shop and a noun": "mijn stage was bij garage «schaap» in het dorp",
    "a firm of two": "hij ging werken bij «kras en zonen» als leerling",
    "a firm with a mark": "brief van «kras & partners» over de schuld",
    "a college": "ze zat eerst op «hogeveld lyceum» en daarna niet meer",
    "a kind in brackets": "ik ken haar van de kerk («de olijftak») van vroeger",
    "a workplace in brackets": "juf ilse («de regenboog») heeft mij gebeld",
    "what schools are called after": "mijn dochter zit op «de wielewaal» in groep drie",
    "a worker of what is called so": "sjoukje van «de vaart» kwam vrijdag langs",
    "a compound that ends so": "femke van «de molenrand» zegt dat het mag",
    "a street told by a postcode": "adres: «zwarte kreek 14», «9131 xe»",
    "a road of no list": "hij is gevallen op de «ganzeweideweg» en toen kwam de politie",
    "a street of two words": "ze woont aan de «lange spieringstraat 20» boven de winkel",
    "a floor in small letters": "post naar «kruisbekstraat 18-iii» gestuurd",
    "a town that is a word": "hij ging naar zijn tante in «putten».",
    "letters and figures": "mutatie «pl-2024031288» is opgevraagd",
    "a word before whose it is": "mevrouw «kruikel» van het bureau belde mij terug",
    "whose son it is": "onze zorg was groot. «storm» is mijn zoon, ja",
    "a house for weekends": "daarna ging hij naar logeeropvang «de zwerfkei» toe",
    "a widow": "we gingen langs bij de weduwe «blok» aan de overkant",
    "a street with a hyphen": "huisbezoek «laan van nieuw-beek 14», lift kapot",
    "words of a list behind a title": "mevrouw «vos-kuil» heeft het formulier getekend",
    "a name without an article": "de begeleidster van «samen verder» was ziek",
    "a noun and what it is": "ze sliep op «de horde» dat is een leefgroep in de stad",
    "a noun and what lies there": "we hingen rond op «de knobbel», dat speelveldje achter de flat",
    "an adjective and a noun": "mijn broer werkt bij «de zilveren zwaan» in de bediening",
    "who is called so": "er was een jongen die ze «bolle» noemen",
}
LEFT = {
    "who falls from it": "moeder van de haven teruggelopen, oma van de brug gevallen",
    "a feeling behind a title": "mw. boos, dhr. onbereikbaar, later bellen",
    "work behind a title": "de mevrouw van leerplicht heeft toen gebeld",
    "a bridge": "hij zat onder de brug te roken met vrienden",
    "a key": "ik heb de sleutel van de voordeur in de bus gedaan",
    "care of a kind": "er is een aanvraag voor jeugdhulp gedaan bij de gemeente",
    "a school of a kind": "hij gaat naar een school voor speciaal onderwijs",
    "mother and child": "het huis voor moeder & kind was vol",
    "a road": "we liepen terug op de weg naar huis",
    "a day and a time": "09-11-2021 18:02 gebeld, geen gehoor",
    "letters for reasons": "terugkoppeling i.o.m. ouders en t.a.v. school",
    "what a doctor moved": "het komt omdat de dokter de machine heeft verzet",
    "one baby": "zij was een baby toen wij hier kwamen wonen",
    "how long it took": "na achttien weken wachten en een half jaar later was er plek",
    "what there was": "en toen was er brand in de schuur, er was water genoeg",
    "a fish": "meneer had een snoek gevangen en geen baars",
    "a gate": "de gemeente bij ons in de buurt, en de agent bij de poort",
    "what is no name of a kind": "ik dacht aan de bus dat is de snelste weg",
    "going forward": "ze ging er op vooruit en wij kwamen van achteren",
    "a walnut": "in de tuin staat een kastanje van tien meter",
}


def _covered(text: str) -> set[int]:
    found = join(NameDetector().detect([passage(text)], []))
    spans = [c.span for c in found if c.label is not Label.ROLE]
    return {at for s in spans for at in range(s.start, s.end) if text[at].isalnum()}


@pytest.mark.parametrize("sentence", FOUND.values(), ids=FOUND)
def test_a_name_in_lower_case_is_covered(sentence: str) -> None:
    text, spans = marked(sentence)
    wanted = {at for s in spans for at in range(s.start, s.end) if text[at].isalnum()}
    assert wanted <= _covered(text)


@pytest.mark.parametrize("sentence", LEFT.values(), ids=LEFT)
def test_ordinary_words_in_lower_case_are_left(sentence: str) -> None:
    assert _covered(sentence) == set()
