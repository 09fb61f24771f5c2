"""Names of the lists, and made-up ones, in every place where a name stands.

    python -m benchmarks.names.everywhere            seventy names of each kind
    python -m benchmarks.names.everywhere --names 500

Each sentence is a review by itself, so that nothing but the sentence tells. Prints the
share of the names that are not wholly covered, by kind of place, and the worst places. A
made-up name is one of a list with one or two letters changed, so that no list holds it.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import yaml

from benchmarks.corpus.places import ROOT
from benchmarks.names.systems import Ours, Texts

PLACES = Path(__file__).with_name("everywhere.yaml")
LISTS = ROOT / "models" / "names"
_VOWELS, _OTHERS = "aeiou", "bdfgklmnprstvz"
_SHORTEST = {"given": 3, "surname": 4}
_WORST = 8


def main() -> None:
    """Print what leaks of listed and of made-up names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.names.everywhere")
    parser.add_argument("--names", type=int, default=70)
    parser.add_argument("--seed", type=int, default=3)
    asked = parser.parse_args()
    places = yaml.safe_load(PLACES.read_text("utf-8"))
    ours = Ours()
    for kind, write in (("listed", _as_is), ("made up", _made_up)):
        chance = random.Random(asked.seed)
        names = {
            part: [write(n, chance) for n in chance.sample(_listed(part), asked.names)]
            for part in _SHORTEST
        }
        for place, sentences in places.items():
            part, _, lower = place.partition("_")
            shown = [n.lower() if lower else n for n in names[part]]
            leaking = _leaking(ours, sentences, shown)
            share = leaking.total() / (len(sentences) * len(shown))
            print(f"{kind} {place:24} {share:.4f}")
            for sentence, count in leaking.most_common(_WORST):
                print(f"    {count:3} {sentence}")


def _listed(part: str) -> list[str]:
    """Return the names of a kind that are one word of letters, sorted."""
    folder, mark = ("given", None) if part == "given" else ("surnames", ",")
    found = {
        name.strip()
        for path in (LISTS / folder).glob("*.txt")
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("#")
        for name in line.split(mark)
    }
    long = (n for n in found if n.isalpha() and len(n) >= _SHORTEST[part])
    return sorted(n for n in long if n[0].isupper() and len(n.lower()) == len(n))


def _as_is(name: str, _: random.Random) -> str:
    return name


def _made_up(name: str, chance: random.Random) -> str:
    """Return a name with one or two other letters behind its first."""
    letters = list(name.lower())
    for _ in range(chance.randint(1, 2)):
        at = chance.randrange(1, len(letters))
        alike = _VOWELS if letters[at] in _VOWELS else _OTHERS
        letters[at] = chance.choice(alike.replace(letters[at], ""))
    return "".join(letters).capitalize()


def _leaking(
    ours: Ours, sentences: Sequence[str], names: Sequence[str]
) -> Counter[str]:
    """Return by sentence how many names are not wholly covered in it."""
    return Counter(
        sentence
        for sentence in sentences
        for name in names
        if not _covered(ours, sentence, name)
    )


def _covered(ours: Ours, sentence: str, name: str) -> bool:
    begin = sentence.index("{}")
    found = ours.find(Texts(documents={"d": sentence.replace("{}", name)}))
    places = {at for one in found for at in range(one.start, one.end)}
    return places.issuperset(range(begin, begin + len(name)))


if __name__ == "__main__":
    main()
