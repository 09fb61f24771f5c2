"""The figures of each layer: labels against predictions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from benchmarks.corpus.matching import (
    SHARED,
    Figures,
    Fit,
    b_cubed,
    common,
    likeness,
    meet,
    overlap,
    pair,
    rates,
    same_days,
    share,
    spelled,
)
from benchmarks.corpus.places import Row

FAMILIES = {
    "onderwijs": "school voortgezet_onderwijs basisschool speciaal_onderwijs zorgteam_school",
    "jgz": "consultatiebureau jeugdgezondheidszorg ggd cjg",
    "ggz": "jeugd_ggz volwassenen_ggz vaktherapie_vrijgevestigd",
    "lokaal": "wijkteam gemeente",
    "informeel": "gezin familie_netwerk",
    "bescherming": "gecertificeerde_instelling bureau_jeugdzorg",
}
FAMILY = {kind: name for name, kinds in FAMILIES.items() for kind in kinds.split()}
HALF = 0.5
FIRST = 10
"""As many proposed moments of a review are looked at."""

Measures = dict[str, Any]


def identifiers(
    gold: Sequence[Row], found: Sequence[Row], texts: Mapping[str, str]
) -> Measures:
    """Return what stays readable, what is masked without need, and who is one person."""
    masked, wanted = _letters(found), _letters(gold)

    def hidden(label: Row) -> bool:
        text = texts[label["doc"]]
        letters = (i for i in range(label["start"], label["end"]) if text[i].isalnum())
        return masked[label["doc"]].issuperset(letters)

    labels = sorted({row["label"] for row in (*gold, *found)})
    figures: Measures = {
        name: _label_figures(name, gold, found, hidden) for name in labels
    }
    everybody = {(row["label"], row["entity_id"]) for row in gold}
    leaked = {(row["label"], row["entity_id"]) for row in gold if not hidden(row)}
    needless = sum(len(masked[doc] - wanted[doc]) for doc in masked)
    exact = _places(gold, "label") & _places(found, "label")
    figures["ALL"] = {
        "n": len(gold),
        "recall_masked": share(sum(map(hidden, gold)), len(gold)),
        "entities": len(everybody),
        "leaky_entities": len(leaked),
        "leak_weighted_recall": 1 - share(len(leaked), len(everybody)),
        "exact": rates(len(exact), len(found), len(gold)),
        "overmasked_char_share": share(needless, sum(map(len, texts.values()))),
    }
    return figures


def _label_figures(
    name: str,
    gold: Sequence[Row],
    found: Sequence[Row],
    hidden: Callable[[Row], bool],
) -> Figures:
    mine = [row for row in gold if row["label"] == name]
    theirs = [row for row in found if row["label"] == name]
    leaked = {row["entity_id"] for row in mine if not hidden(row)}
    people = {row["entity_id"] for row in mine}
    named = sum(hidden(g) and any(common(g, p) for p in theirs) for g in mine)
    return {
        "n": len(mine),
        "recall_masked": share(sum(map(hidden, mine)), len(mine)),
        "recall_label": share(named, len(mine)),
        "precision_label": share(_touching(theirs, mine), len(theirs)),
        "precision_any": share(_touching(theirs, gold), len(theirs)),
        "entities": len(people),
        "leaky_entities": len(leaked),
        "leak_weighted_recall": 1 - share(len(leaked), len(people)),
    }


def _touching(rows: Iterable[Row], others: Sequence[Row]) -> int:
    return sum(any(common(row, other) for other in others) for row in rows)


def _letters(rows: Iterable[Row]) -> dict[str, set[int]]:
    covered: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        covered[row["doc"]].update(range(row["start"], row["end"]))
    return covered


def _places(rows: Iterable[Row], *more: str) -> set[tuple[object, ...]]:
    return {tuple(row[n] for n in ("doc", "start", "end", *more)) for row in rows}


def persons(gold: Sequence[Row], found: Sequence[Row]) -> Figures:
    """Return whether mentions of one person go by one entity."""
    mine = [row for row in gold if row["label"] == "PERSON"]
    theirs = [row for row in found if row["label"] == "PERSON"]
    paired = pair(mine, theirs, lambda g, p: (likeness(g, p),))
    return b_cubed(
        {i: row["entity_id"] for i, row in enumerate(mine)},
        {i: theirs[j].get("entity_id") for i, j in paired.items()},
    )


def dates(gold: Sequence[Row], found: Sequence[Row]) -> Measures:
    """Return whether expressions of time are found, and what they are taken to mean."""
    paired = pair(
        gold,
        found,
        lambda g, p: (likeness(g, p),) if likeness(g, p) >= HALF else None,
    )
    dated = [i for i, row in enumerate(gold) if row["earliest"] or row["latest"]]
    both = [(gold[i], found[j]) for i, j in paired.items()]
    same_value = [spelled(g["edtf"]) == spelled(p.get("edtf")) for g, p in both]
    known = [(gold[i], found[paired[i]]) for i in dated if i in paired]
    exact = _places(gold) & _places(found)
    return {
        "span_exact": rates(len(exact), len(found), len(gold)),
        "span_overlap": rates(len(paired), len(found), len(gold)),
        "edtf_of_all": share(sum(same_value), len(gold)),
        "edtf_of_found": share(sum(same_value), len(paired)),
        "bounds_of_all": share(sum(_same_bounds(g, p) for g, p in known), len(dated)),
        "days_of_all": share(
            sum(same_days(g, p) >= HALF for g, p in known), len(dated)
        ),
        "type_of_found": share(
            sum(g["type"] == p.get("type") for g, p in both), len(paired)
        ),
        "by_type": _by_type(gold, found, paired),
    }


def _same_bounds(a: Row, b: Row) -> bool:
    return all(a.get(end) == b.get(end) for end in ("earliest", "latest"))


def _by_type(
    gold: Sequence[Row], found: Sequence[Row], paired: Mapping[int, int]
) -> dict[str, Figures]:
    figures: dict[str, Figures] = {}
    for i, row in enumerate(gold):
        kind = figures.setdefault(
            row["type"], {"n": 0, "found": 0, "edtf": 0, "bounds": 0}
        )
        kind["n"] += 1
        if i not in paired:
            continue
        other = found[paired[i]]
        kind["found"] += 1
        kind["edtf"] += spelled(row["edtf"]) == spelled(other.get("edtf"))
        dated = row["earliest"] or row["latest"]
        kind["bounds"] += bool(dated) and _same_bounds(row, other)
    return dict(sorted(figures.items()))


def _told(g: Row, p: Row) -> tuple[int, float]:
    """Return how many accounts are covered, and how well in all."""
    best = [
        (
            max((overlap(a, b) for b in p["accounts"]), default=0.0),
            max((likeness(a, b) for b in p["accounts"]), default=0.0),
        )
        for a in g["accounts"]
    ]
    return sum(part >= SHARED for part, _ in best), sum(like for _, like in best)


def _same_words(g: Row, p: Row) -> float:
    mine, theirs = (set(r.get("description", "").lower().split()) for r in (g, p))
    together = mine | theirs
    return len(mine & theirs) / len(together) if together else 0.0


def _event_fit(g: Row, p: Row) -> Fit:
    covered, well = _told(g, p)
    if not covered:
        return None
    return (
        well,
        float(g["realised"] == p.get("realised")),
        float(len(set(g["organisations"]) & set(p.get("organisations", [])))),
        -float(abs(len(g["accounts"]) - len(p["accounts"]))),
        _same_words(g, p),
    )


def events(gold: Sequence[Row], found: Sequence[Row]) -> Measures:
    """Return which events are found, and how they are told."""
    paired = pair(gold, found, lambda g, p: _event_fit(g, p) if meet(g, p) else None)
    loose = pair(gold, found, _event_fit)
    both = [(gold[i], found[j]) for i, j in paired.items()]
    stayed_out = [i for i, g in enumerate(gold) if g["realised"] != "ja"]
    seen = [(gold[i], found[paired[i]]) for i in stayed_out if i in paired]
    return {
        "with_date": rates(len(paired), len(found), len(gold)),
        "by_place_only": rates(len(loose), len(found), len(gold)),
        "recall_not_realised": share(len(seen), len(stayed_out)),
        "realised": share(sum(map(_same_outcome, both)), len(both)),
        "realised_of_not_realised": share(
            sum(map(_same_outcome, seen)), len(stayed_out)
        ),
        "edtf": share(
            sum(spelled(g["edtf"]) == spelled(p.get("edtf")) for g, p in both),
            len(both),
        ),
        "organisations": share(sum(_same_kinds(g, p) for g, p in both), len(both)),
        **_conflicts(gold, found, paired),
        "known_to": _known_to(gold, found, paired),
        "contemporaneous": _contemporaneous(gold, found, paired),
    }


def _same_outcome(both: tuple[Row, Row]) -> bool:
    return bool(both[0]["realised"] == both[1].get("realised"))


def _same_kinds(g: Row, p: Row) -> float:
    mine, theirs = set(g["organisations"]), set(p.get("organisations", []))
    return share(len(mine & theirs), len(mine | theirs))


def _conflicts(
    gold: Sequence[Row], found: Sequence[Row], paired: Mapping[int, int]
) -> Measures:
    both = [
        bool(gold[i]["conflict"]) and bool(found[j].get("conflict"))
        for i, j in paired.items()
    ]
    return {
        "conflict_recall": share(sum(both), sum(bool(g["conflict"]) for g in gold)),
        "conflict_precision": share(
            sum(both), sum(bool(p.get("conflict")) for p in found)
        ),
    }


def _known_to(
    gold: Sequence[Row], found: Sequence[Row], paired: Mapping[int, int]
) -> float:
    wanted = [(i, known) for i, g in enumerate(gold) for known in g["known_to"]]
    hits = sum(
        any(
            known["actor"] == other.get("actor")
            and known["from"][:7] == str(other.get("from"))[:7]
            for other in found[paired[i]].get("known_to", [])
        )
        for i, known in wanted
        if i in paired
    )
    return share(hits, len(wanted))


def _accounts(rows: Sequence[Row]) -> list[Row]:
    return [
        account | {"of": number}
        for number, row in enumerate(rows)
        for account in row["accounts"]
    ]


def _account_pairs(
    gold: Sequence[Row], found: Sequence[Row], paired: Mapping[int, int]
) -> list[tuple[int, Row, Row]]:
    """Return the accounts that were found: their number, and both tellings."""
    mine, theirs = _accounts(gold), _accounts(found)

    def fit(a: Row, b: Row) -> Fit:
        if overlap(a, b) < SHARED:
            return None
        return likeness(a, b), float(paired.get(a["of"]) == b["of"])

    return [(i, mine[i], theirs[j]) for i, j in pair(mine, theirs, fit).items()]


def _contemporaneous(
    gold: Sequence[Row], found: Sequence[Row], paired: Mapping[int, int]
) -> float:
    pairs = _account_pairs(gold, found, paired)
    name = "contemporaneous"
    return share(sum(a[name] == b.get(name) for _, a, b in pairs), len(pairs))


def joined_accounts(gold: Sequence[Row], found: Sequence[Row]) -> Figures:
    """Return whether the tellings of one event end in one event."""
    paired = pair(gold, found, lambda g, p: _event_fit(g, p) if meet(g, p) else None)
    mine = _accounts(gold)
    return b_cubed(
        {i: account["of"] for i, account in enumerate(mine)},
        {i: b["of"] for i, _, b in _account_pairs(gold, found, paired)},
    )


def interactions(gold: Sequence[Row], found: Sequence[Row]) -> Measures:
    """Return which interactions are found, in readings from strict to loose."""

    def figures(**how: bool) -> Figures:
        paired = pair(gold, found, lambda g, p: _interaction_fit(g, p, **how))
        return rates(len(paired), len(found), len(gold))

    negative = [row for row in gold if row["realised"] != "ja"]
    said_so = [row for row in found if row.get("realised") != "ja"]
    edges, others = Counter(map(_edge, gold)), Counter(map(_edge, found))
    return {
        "pair_and_class": figures(),
        "pair_class_and_outcome": figures(outcome=True),
        "pair_in_any_direction": figures(directed=False),
        "pair_only": figures(by_class=False),
        "family_of_kinds": figures(families=True),
        "not_realised": rates(
            len(pair(negative, said_so, _negative_fit)), len(said_so), len(negative)
        ),
        "as_a_graph": rates((edges & others).total(), len(found), len(gold)),
    }


def _edge(row: Row) -> tuple[object, ...]:
    return row["from_kind"], row["to_kind"], row["type"], row.get("realised")


def _ends(row: Row, *, families: bool) -> tuple[object, object]:
    giver, receiver = row["from_kind"], row["to_kind"]
    if families:
        return FAMILY.get(giver, giver), FAMILY.get(receiver, receiver)
    return giver, receiver


def _interaction_fit(
    g: Row,
    p: Row,
    *,
    by_class: bool = True,
    outcome: bool = False,
    directed: bool = True,
    families: bool = False,
) -> Fit:
    mine, theirs = _ends(g, families=families), _ends(p, families=families)
    both_ways = not directed or g["type"] == "overleg"
    same_ends = mine == theirs or (both_ways and mine == theirs[::-1])
    same_class = g["type"] == p["type"]
    same_outcome = g["realised"] == p.get("realised")
    near = overlap(g, p) >= SHARED
    refused = (by_class and not same_class) or (outcome and not same_outcome)
    if not (near and same_ends) or refused:
        return None
    return likeness(g, p), float(same_outcome), float(same_class)


def _negative_fit(g: Row, p: Row) -> Fit:
    if _edge(g) != _edge(p) or overlap(g, p) < SHARED:
        return None
    return (likeness(g, p),)


def factors(gold: Sequence[Row], found: Sequence[Row]) -> Measures:
    """Return which conditions are found, on which level, and what they are taken for."""
    levelled = pair(gold, found, lambda g, p: _factor_fit(g, p, by_level=True))
    loose = pair(gold, found, lambda g, p: _factor_fit(g, p, by_level=False))
    levels = {
        level: rates(
            sum(gold[i]["level"] == level for i in levelled),
            sum(row["level"] == level for row in found),
            sum(row["level"] == level for row in gold),
        )
        for level in sorted({row["level"] for row in gold})
    }
    patterned = [i for i, row in enumerate(gold) if row["pattern_id"]]
    right = sum(
        i in loose and found[loose[i]].get("pattern_id") == gold[i]["pattern_id"]
        for i in patterned
    )
    valence = sum(
        found[j].get("valence") == gold[i]["valence"] for i, j in loose.items()
    )
    return {
        "found": rates(len(loose), len(found), len(gold)),
        "on_the_level": rates(len(levelled), len(found), len(gold)),
        "mean_of_levels": share(sum(f["f1"] for f in levels.values()), len(levels)),
        "levels": levels,
        "valence_of_found": share(valence, len(loose)),
        "pattern_recall": share(right, len(patterned)),
    }


def _factor_fit(g: Row, p: Row, *, by_level: bool) -> Fit:
    same_level = g["level"] == p["level"]
    if overlap(g, p) < SHARED or (by_level and not same_level):
        return None
    same_pattern = g["pattern_id"] == p.get("pattern_id")
    return likeness(g, p), float(same_level), float(same_pattern)


def moments(gold: Sequence[Row], found: Sequence[Row]) -> Figures:
    """Return which crucial moments are found."""
    return rates(len(pair(gold, found, _moment_fit)), len(found), len(gold))


def in_first_ten(gold: Sequence[Row], found: Sequence[Row]) -> float:
    """Return the share of labelled moments that the first ten of a review meet.

    What has no rank is a label, and stands for itself.
    """
    best = [row for row in found if row.get("rank", 1) <= FIRST]
    return share(len(pair(gold, best, _moment_fit)), len(gold))


def _moment_fit(g: Row, p: Row) -> Fit:
    covered, well = _told(g, p)
    return (well, _same_words(g, p)) if covered and meet(g, p) else None
