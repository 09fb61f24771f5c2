"""Places and addresses: what counts as one and the same."""

from ltnlp.domain.corrections import Do
from tests.unit.stages.naming import correction, run


def test_an_address_told_twice_is_one_address() -> None:
    texts = run(
        {"d1": ["Ze woont op de Kerkstraat 12.", "Oma woont ook aan de Kerkstraat 12."]}
    ).released()
    assert [text.rpartition(" ")[2] for text in texts] == ["[Adres-1].", "[Adres-1]."]


def test_two_houses_in_a_street_are_two_addresses_and_the_street_is_a_third() -> None:
    texts = run(
        {
            "d1": ["Zij woont aan de Zandstraat 8.", "Hij woont aan de Zandstraat 31."],
            "d2": ["Ruzie in de Zandstraat, aan de Zandstraat 8."],
        }
    ).released()
    assert texts == [
        "Zij woont aan de [Adres-1].",
        "Hij woont aan de [Adres-2].",
        "Ruzie in de [Adres-3], aan de [Adres-1].",
    ]


def test_a_street_without_its_number_is_the_one_house_that_is_named() -> None:
    texts = run(
        {"d1": ["Zij woont aan de Zandstraat 8.", "Ruzie in de Zandstraat."]}
    ).released()
    assert texts[1] == "Ruzie in de [Adres-1]."


def test_a_postcode_is_one_with_and_without_its_blank() -> None:
    texts = run({"d1": ["Adres: 7741 ZT.", "Adres: 7741ZT."]}).released()
    assert texts == ["Adres: [Adres-1].", "Adres: [Adres-1]."]


def test_two_streets_are_two_addresses() -> None:
    (text,) = run(
        {"d1": ["Hij verhuisde van de Kerkstraat 12 naar de Dorpsweg 3."]}
    ).released()
    assert text == "Hij verhuisde van de [Adres-1] naar de [Adres-2]."


def test_a_place_that_people_said_is_none_stands_as_it_is_written() -> None:
    first = run({"d1": ["Ze woont in Zwolle."]})
    assert first.one("Zwolle") == "[Plaats-1]"
    made = correction(Do.NOT_NAME, target=first.registry.entities[0].id)
    again = run(
        {"d1": ["Ze woont in Zwolle."]}, registry=first.registry, corrections=[made]
    )
    assert again.mentions == ()


def test_organisations_that_share_a_place_are_not_one() -> None:
    texts = run(
        {"d1": ["Groet, Kredietbank Waterrand"], "d2": ["JGZ Waterrand belde."]}
    ).released()
    assert texts == ["Groet, [Kredietbank-1]", "[Jeugdgezondheidszorg-1] belde."]


def test_a_school_told_with_two_kinds_of_school_is_one() -> None:
    texts = run(
        {"d1": ["Hij zit op basisschool De Meander.", "Hij ging naar vso De Meander."]}
    ).released()
    assert "".join(texts).count("[Basisschool-1]") == 2
