"""Rules as patterns over tokens, compiled into one tree per category.

A pattern is words with spaces between:

    tot|totdat      one of these words, as written in lower case
    MONTH           a token of this class, captured as `month`
    d:MONTH         the same, captured as `d`; as `_` it is not kept
    <date>          an expression of another category, captured as `date` (or `d:<date>`)
    x?              may be missing
    ( a b / c )     either; `( a b )?` may be missing

A tree is walked once from a token on; no part of a pattern repeats, so that the work at
one token is bounded, and the whole is linear in the length of the text.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Any

from ltnlp.nlp.dates.expressions import Expr
from ltnlp.nlp.dates.tokens import Token

Build = Callable[..., Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the grammar.

    Attributes:
        id: "absolute.day_month"; the output carries it.
        category: which tree it is in.
        patterns: ways to write it.
        build: takes what was captured by name; None where it is no expression after all.
    """

    id: str
    category: str
    patterns: tuple[str, ...]
    build: Build


def rule(id: str, category: str, *patterns: str) -> Callable[[Build], Rule]:  # noqa: A002
    """Make a rule of the function that builds its expression."""

    def make(build: Build) -> Rule:
        return Rule(id=id, category=category, patterns=patterns, build=build)

    return make


@dataclass(slots=True)
class _Node:
    words: dict[str, "_Node"] = field(default_factory=dict)
    classes: dict[str, dict[str, "_Node"]] = field(default_factory=dict)
    categories: dict[str, dict[str, "_Node"]] = field(default_factory=dict)
    rules: list[Rule] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """What was read from one token up to another (exclusive)."""

    end: int
    value: Any


_Categories = Mapping[str, frozenset[str]]
_NONE: frozenset[str] = frozenset()
_Captured = tuple[tuple[str, Any], ...]


class Grammar:
    """The rules, compiled: finds what begins at a token."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Compile the rules; those that come first win where two fit equally."""
        self._trees: dict[str, _Node] = {}
        for each in rules:
            tree = self._trees.setdefault(each.category, _Node())
            for pattern in each.patterns:
                for sequence in _expanded(pattern):
                    _insert(tree, sequence, each)

    def beginning(self, token: Token) -> frozenset[str]:
        """Return the categories of which an expression can begin with the token."""
        by_word, by_class = self._first
        found = by_word.get(token.word, _NONE)
        for kind in token.classes:
            found |= by_class.get(kind, _NONE)
        return found

    @cached_property
    def _first(self) -> tuple[_Categories, _Categories]:
        """The categories by the words, and by the classes, that they can begin with."""
        words: dict[str, set[str]] = defaultdict(set)
        classes: dict[str, set[str]] = defaultdict(set)
        for category in self._trees:
            for tree in self._first_trees(category):
                for word in tree.words:
                    words[word].add(category)
                for kind in tree.classes:
                    classes[kind].add(category)
        by_word = {word: frozenset(found) for word, found in words.items()}
        return by_word, {kind: frozenset(found) for kind, found in classes.items()}

    def _first_trees(self, category: str) -> Iterator[_Node]:
        """Yield the tree of a category, and those of the categories it begins with."""
        seen: set[str] = set()
        waiting = [category]
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                tree = self.tree(name)
                waiting.extend(tree.categories)
                yield tree

    def tree(self, category: str) -> _Node:
        """Return the tree of a category, an empty one where it has no rules."""
        return self._trees.get(category, _EMPTY)


_DEEPEST = 14
"""How deep expressions may stand in one another: "een dag na een dag na …"."""

Veto = Callable[[int, int, Any], bool]
"""Tells that what stands between two tokens is none after all: (start, end, value)."""


class Parse:
    """One text under the grammar; what was found at a token is remembered."""

    def __init__(self, grammar: Grammar, tokens: Sequence[Token], veto: Veto) -> None:
        """Begin a parse; nothing is read before it is asked for."""
        self.grammar = grammar
        self.tokens = tokens
        self.veto = veto
        self.begins = [grammar.beginning(token) for token in tokens]
        """For each token the categories that can begin with it."""
        self._memo: dict[tuple[str, int], list[Found]] = {}
        self._depth = 0

    def at(self, category: str, index: int) -> list[Found]:
        """Return what begins at a token, one for each end, in no order."""
        key = (category, index)
        known = self._memo.get(key)
        if known is not None or self._depth > _DEEPEST:
            return known or []
        self._memo[key] = []
        best: dict[int, Any] = {}
        self._depth += 1
        self._on(self.grammar.tree(category), index, (), best, index)
        self._depth -= 1
        known = [Found(end, value) for end, value in best.items()]
        self._memo[key] = known
        return known

    def _on(
        self,
        node: _Node,
        index: int,
        captured: _Captured,
        best: dict[int, Any],
        start: int,
    ) -> None:
        if node.rules and index not in best:
            self._accept(node.rules, captured, best, (start, index))
        if index >= len(self.tokens):
            return
        token = self.tokens[index]
        step = node.words.get(token.word)
        if step is not None:
            self._on(step, index + 1, captured, best, start)
        if node.classes and (token.classes or "ANYWORD" in node.classes):
            for name, value, step in _steps(node, token):
                self._on(step, index + 1, (*captured, (name, value)), best, start)
        if not self.begins[index].isdisjoint(node.categories):
            self._through(node, index, captured, best, start)

    def _through(
        self,
        node: _Node,
        index: int,
        captured: _Captured,
        best: dict[int, Any],
        start: int,
    ) -> None:
        """Go on over the expressions that a node can be followed by."""
        begins = self.begins[index]
        for category, steps in node.categories.items():
            if category not in begins:
                continue
            for found in self.at(category, index):
                for name, step in steps.items():
                    after = (*captured, (name, found.value))
                    self._on(step, found.end, after, best, start)

    def _accept(
        self,
        rules: Sequence[Rule],
        captured: _Captured,
        best: dict[int, Any],
        reach: tuple[int, int],
    ) -> None:
        kept = {name: value for name, value in captured if name != "_"}
        for each in rules:
            value = each.build(**kept)
            if value is None:
                continue
            if isinstance(value, Expr) and not value.rule:
                value = replace(value, rule=each.id)
            if not self.veto(*reach, value):
                best[reach[1]] = value
                return


def _steps(node: _Node, token: Token) -> Iterator[tuple[str, Any, _Node]]:
    for kind, value in token.classes.items():
        for name, step in node.classes.get(kind, _NOWHERE).items():
            yield name, value, step
    if "ANYWORD" in node.classes and token.word.isalpha():
        for name, step in node.classes["ANYWORD"].items():
            yield name, token.word, step


_EMPTY = _Node()
_NOWHERE: dict[str, _Node] = {}


def _insert(tree: _Node, sequence: Sequence[str], each: Rule) -> None:
    nodes = [tree]
    for element in sequence:
        nodes = [_step(node, name) for node in nodes for name in element.split("|")]
    for node in nodes:
        if each not in node.rules:
            node.rules.append(each)


def _step(node: _Node, element: str) -> _Node:
    form, name, kind = _read(element)
    if form == "word":
        found = node.words.get(element)
        if found is None:
            found = node.words[element] = _Node()
        return found
    places = node.categories if form == "category" else node.classes
    steps = places.setdefault(kind, {})
    found = steps.get(name)
    if found is None:
        found = steps[name] = _Node()
    return found


@lru_cache(maxsize=4096)
def _read(element: str) -> tuple[str, str, str]:
    """Return what an element of a pattern is, what it is captured as, and its kind."""
    name, colon, kind = element.rpartition(":")
    kind = kind if colon and name else element
    if kind.startswith("<") and kind.endswith(">") and len(kind) > 2:
        kind = kind.strip("<>")
        return "category", name or kind, kind
    if kind.isascii() and kind.isupper() and len(kind) > 1 and kind.isalnum():
        return "class", name or kind.lower(), kind
    return "word", "", element


def _expanded(pattern: str) -> list[list[str]]:
    """Return the plain sequences that a pattern stands for."""
    sequences, rest = _alternatives(pattern.split())
    if rest:
        raise ValueError(f"pattern does not close: {pattern}")
    return [s for s in sequences if s]


def _alternatives(words: list[str]) -> tuple[list[list[str]], list[str]]:
    """Read alternatives up to a closing bracket or the end."""
    done: list[list[str]] = []
    current: list[list[str]] = [[]]
    while words:
        word, words = words[0], words[1:]
        if word in {")", ")?"}:
            return [*done, *current, *([[]] if word == ")?" else [])], words
        if word == "/":
            done, current = [*done, *current], [[]]
            continue
        if word == "(":
            inner, words = _alternatives(words)
        elif word.endswith("?") and len(word) > 1:
            inner = [[word[:-1]], []]
        else:
            inner = [[word]]
        current = [[*c, *i] for c in current for i in inner]
    return [*done, *current], words
