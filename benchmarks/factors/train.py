"""Fits the weights of the trained part on examples."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression

from benchmarks.factors.examples import Example, of_codebook
from ltnlp.domain.factors import Level
from ltnlp.nlp.factors.codewords import word_counts
from ltnlp.nlp.factors.features import LETTERS, lexical_features, word_features
from ltnlp.nlp.factors.lexical import LexicalReader

MOST_WORDS, MOST_LETTERS = 2000, 4000
SAID_TWICE = 2
_BOOK = 0.1
"""How much an entry of the codebook counts beside a statement that people made."""
_LEVELS = [level.value for level in Level]


def fitted(examples: Sequence[Example], reader: LexicalReader) -> dict[str, Any]:
    """Return weights in the form of `models/factors_trained.json`.

    The words and letters that tell most of any of the three questions are kept (chi
    squared); each question is a logistic regression with the same rows of features.
    """
    rows = [*examples, *of_codebook()]
    texts = [one.text for one in rows]
    lexical = _lexical(examples, reader, len(rows))
    told = np.array([n for n, one in enumerate(rows) if one.told])
    levelled = np.array([n for n, one in enumerate(rows) if one.level is not None])
    sided = np.array([n for n, one in enumerate(rows) if one.supporting is not None])
    condition = [rows[n].level is not None for n in told]
    level = [_LEVELS.index(rows[n].level or "") for n in levelled]
    side = [bool(rows[n].supporting) for n in sided]
    questions = ((told, condition), (levelled, level), (sided, side))
    made: dict[str, Any] = {}
    parts = []
    for name, make, most in (
        ("words", _words, MOST_WORDS),
        ("letters", _letters, MOST_LETTERS),
    ):
        everything = make()
        counted = everything.fit_transform(texts).tocsr()
        chosen = _chosen(counted, questions, most)
        kept = [str(word) for word in everything.get_feature_names_out()[chosen]]
        vectorizer = make(kept)
        parts.append(vectorizer.fit_transform(texts))
        made[name] = dict(zip(kept, vectorizer.idf_, strict=True))
    features = hstack([*parts, csr_matrix(lexical)]).tocsr()
    weight = np.array([1.0 if one.told else _BOOK for one in rows])
    models = [
        _fit(features, weight, at, wanted, strength=strength)
        for (at, wanted), strength in zip(questions, (1.0, 3.0, 3.0), strict=True)
    ]
    coded = [(one.text, one.code) for one in examples if one.code]
    return _written(made, models) | {"codes": word_counts(coded, least=SAID_TWICE)}


def _words(vocabulary: Sequence[str] | None = None) -> TfidfVectorizer:
    """Return what counts the words of `word_features`."""
    return TfidfVectorizer(
        analyzer=word_features, min_df=2, sublinear_tf=True, vocabulary=vocabulary
    )


def _letters(vocabulary: Sequence[str] | None = None) -> TfidfVectorizer:
    """Return what counts runs of two to four letters inside words."""
    return TfidfVectorizer(
        analyzer="char_wb",
        ngram_range=LETTERS,
        min_df=3,
        sublinear_tf=True,
        vocabulary=vocabulary,
    )


def _lexical(
    examples: Sequence[Example], reader: LexicalReader, size: int
) -> np.ndarray[Any, Any]:
    texts = [one.text for one in examples]
    shown = np.array(
        [
            lexical_features(text, read, reader)
            for text, read in zip(texts, reader.read_all(texts), strict=True)
        ]
    )
    # The lexicons know the codebook by heart: of its own words they say nothing here.
    return np.vstack([shown, np.zeros((size - len(shown), shown.shape[1]))])


def _chosen(counted: Any, questions: Any, most: int) -> np.ndarray[Any, Any]:
    ranks = []
    for at, wanted in questions:
        score = np.nan_to_num(chi2(counted[at], wanted)[0])
        ranks.append(np.argsort(np.argsort(-score, kind="stable"), kind="stable"))
    best = np.min(ranks, axis=0)
    return np.sort(np.argsort(best, kind="stable")[:most])


def _fit(
    features: Any, weight: Any, at: Any, wanted: Any, *, strength: float
) -> LogisticRegression:
    # Not balanced: levels and sides are as frequent in new reviews as in these, and
    # left-out reviews are read better so (level .31 -> .32, side .79 -> .83).
    model = LogisticRegression(C=strength, max_iter=3000)
    return model.fit(features[at], wanted, sample_weight=weight[at])


def _written(
    vocabulary: dict[str, dict[str, float]], models: Sequence[LogisticRegression]
) -> dict[str, Any]:
    coefficients = np.vstack([model.coef_ for model in models]).T
    bias = np.concatenate([model.intercept_ for model in models])
    written: dict[str, Any] = {}
    at = 0
    for name, idf in vocabulary.items():
        written[name] = {
            word: _short([value, *coefficients[at + n]])
            for n, (word, value) in enumerate(idf.items())
        }
        at += len(idf)
    written["lexical"] = [_short(row) for row in coefficients[at:]]
    written["bias"] = _short(bias)
    return written


def _short(row: Any) -> list[float]:
    return [round(float(one), 3) for one in row]
