"""A page whose attributes would keep the parser busy is refused before it is parsed."""

import time

import pytest

from ltnlp.domain.errors import UnreadableReason, UnreadableSourceError
from ltnlp.reading.html_bounds import is_crowded
from tests.unit.reading.seen import bodies, read_text

NAMES = [f"a{n}" for n in range(30_000)]
MANY = " ".join(NAMES)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<p {MANY}>x</p>", id="of one element"),
        pytest.param("".join(f"<p {name}>x</p>" for name in NAMES), id="of many"),
        pytest.param(f"<p {'/'.join(NAMES)}>x</p>", id="slashes"),
        pytest.param(f'<p x"a {MANY}>x</p>', id="a quote in a name"),
        pytest.param(f'<p b=">" {MANY}>x</p>', id="a bracket in a value"),
        pytest.param(f'<p a=b="{MANY}">x</p>', id="a quote in a value"),
        pytest.param(f'<p ="{MANY}">x</p>', id="a quote after no name"),
        pytest.param(f"<p {MANY}", id="never closed"),
    ],
)
def test_too_many_attributes_are_refused_at_once(page: str) -> None:
    began = time.process_time()
    with pytest.raises(UnreadableSourceError) as caught:
        read_text(f"<html><body>{page}", "a.html")
    assert caught.value.reason is UnreadableReason.UNSAFE
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f'<path d="{MANY}"/><p>x</p>', id="a drawing"),
        pytest.param(f'<img src="data:image/png;base64,{"ab/+" * 9999}">', id="image"),
        pytest.param('<p class="a" style="b: c">x</p>' * 2_000, id="dressed"),
        pytest.param(f"<pre>{MANY}</pre>", id="words"),
        pytest.param("<p a= = = = >" * 3_000, id="signs"),
    ],
)
def test_what_people_write_is_not_too_much(page: str) -> None:
    assert not is_crowded(page)


def test_signs_that_nobody_sees_are_left_out() -> None:
    told = read_text("<html><body><p>&#x04;Op 3 mei&#x05;</p></body></html>", "a.html")
    assert bodies(told) == ["Op 3 mei"]
