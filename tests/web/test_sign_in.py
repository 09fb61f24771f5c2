"""Who may see the pages, and what is refused before a page is reached."""

import logging
from collections.abc import Callable

import pytest
from fastapi import APIRouter
from fastapi.testclient import TestClient

from ltnlp.casework.home import Home
from ltnlp.casework.runner import LocalRunner
from ltnlp.web import Sessions, create_app
from ltnlp.web.guard import HEADERS
from tests.web.sites import HERE, Site


@pytest.fixture
def stranger(site: Site) -> TestClient:
    return TestClient(site.client.app, base_url=HERE)


def test_a_stranger_is_told_how_to_sign_in(stranger: TestClient) -> None:
    answer = stranger.get("/")
    assert answer.status_code == 401
    assert "U bent niet aangemeld" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/reviews/abc",
        "/reviews/abc/rapport",
        "/reviews/abc/voortgang",
        "/static/../app.py",
        "/aanmelden/../reviews/abc",
    ],
)
def test_nothing_is_shown_to_a_stranger(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code in {401, 403, 404}


def test_a_token_works_once_and_is_followed_by_another(home: Home) -> None:
    told: list[str] = []
    sessions = Sessions(told.append)
    app = create_app(home, sessions=sessions, runner=LocalRunner())
    first = sessions.token
    one, two = (TestClient(app, base_url=HERE) for _ in range(2))
    assert one.get("/aanmelden", params={"token": first}).url.path == "/"
    assert two.get("/aanmelden", params={"token": first}).status_code == 403
    assert told == [sessions.token] != [first]
    assert two.get("/aanmelden", params={"token": told[0]}).status_code == 200
    assert one.get("/").status_code == two.get("/").status_code == 200


@pytest.mark.parametrize("token", ["", "onzin", "é" * 43])
def test_a_wrong_token_opens_nothing(stranger: TestClient, token: str) -> None:
    answer = stranger.get("/aanmelden", params={"token": token})
    assert answer.status_code == 403
    assert "nieuw adres" in answer.text
    assert not answer.cookies


def test_the_cookie_is_kept_from_scripts_and_other_sites(site: Site) -> None:
    client = TestClient(site.client.app, base_url=HERE, follow_redirects=False)
    answer = client.get("/aanmelden", params={"token": site.sessions.token})
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "169.254.169.254:8321"]
)
def test_another_host_is_refused_even_with_the_cookie(site: Site, host: str) -> None:
    answer = site.client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert "hoort niet bij dit programma" in answer.text


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "[::1]:8321"])
def test_this_machine_is_known_by_its_own_names(site: Site, host: str) -> None:
    assert site.client.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/static/page.css", "/bestaat-niet"])
def test_every_answer_carries_the_guards_headers(site: Site, path: str) -> None:
    headers = site.client.get(path).headers
    assert {name: headers[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("proof", [None, "", "geraden"])
@pytest.mark.parametrize("path", ["/reviews", "/reviews/{}/doorrekenen"])
def test_a_form_without_proof_does_nothing(
    site: Site, review: str, path: str, proof: str | None
) -> None:
    fields = {"title": "Vals"} | ({"bewijs": proof} if proof is not None else {})
    answer = site.client.post(path.format(review), data=fields)
    assert answer.status_code == 403
    assert "Dit formulier hoort niet bij deze aanmelding" in answer.text
    assert len(site.home.system().reviews()) == 1


def test_a_proof_of_another_session_does_nothing(site: Site, review: str) -> None:
    other = TestClient(site.client.app, base_url=HERE)
    other.get("/aanmelden", params={"token": site.sessions.token})
    answer = other.post(f"/reviews/{review}/doorrekenen", data={"bewijs": site.proof()})
    assert answer.status_code == 403


SECRET = "Fenna Kalsbeek vertelde"


def test_an_unforeseen_error_tells_nothing_of_itself(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    router = APIRouter()

    @router.get("/stuk")
    def broken() -> None:
        raise RuntimeError(SECRET)

    site.client.app.include_router(router)  # type: ignore[attr-defined]
    with caplog.at_level(logging.DEBUG):
        answer = site.client.get("/stuk")
    assert answer.status_code == 500
    assert "Er ging iets mis" in answer.text
    assert "Traceback" not in answer.text
    assert SECRET not in answer.text + caplog.text
    assert "RuntimeError at test_sign_in.py" in caplog.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/reviews/niets", 404, "Deze review bestaat niet"),
        ("/reviews/../../etc/passwd", 404, "Deze pagina bestaat niet"),
        ("/reviews/%2e%2e", 404, "bestaat niet"),
        ("/reviews/%C3%A9%C3%A9", 404, "Deze review bestaat niet"),
        ("/nergens", 404, "Deze pagina bestaat niet"),
        ("/reviews/niets/rapport", 404, "Deze review bestaat niet"),
        ("/reviews/niets/voortgang", 404, "Deze review bestaat niet"),
    ],
)
def test_what_is_not_there_is_said_in_dutch(
    site: Site, path: str, status: int, words: str
) -> None:
    answer = site.client.get(path)
    assert (answer.status_code, words in answer.text) == (status, True), answer.text


def test_the_library_never_answers_in_its_own_words(site: Site) -> None:
    answers = [
        site.client.put("/reviews"),
        site.client.post(
            "/reviews", content=b"\xff\xfe", headers={"content-type": "x"}
        ),
        site.client.get("/reviews/abc/doorrekenen"),
    ]
    for answer in answers:
        assert answer.status_code >= 400
        assert answer.headers["content-type"].startswith("text/html")
        assert '<html lang="nl">' in answer.text


def test_a_person_who_is_signed_in_is_not_asked_again(
    build: Callable[[LocalRunner], Site],
) -> None:
    site = build(LocalRunner())
    before = site.sessions.token
    assert site.client.get("/aanmelden", params={"token": "oud"}).url.path == "/"
    assert site.sessions.token == before
