"""Runs of letters are counted as scikit-learn counts them, to the last bit."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfTransformer, TfidfVectorizer

from ltnlp.nlp.factors.lettergrams import LetterGrams, vocabulary

TEXTS = st.lists(
    st.text(alphabet="abcdeË éS'\n\t\u00a0", max_size=24), min_size=1, max_size=5
)


@settings(max_examples=50)
@given(TEXTS.map(lambda texts: ["bed aan zee", *texts]), TEXTS)
def test_weights_are_those_of_scikit_learn(learnt: list[str], read: list[str]) -> None:
    peer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    peer.fit(learnt)
    grams = LetterGrams(sizes=(2, 4), columns=vocabulary(learnt, (2, 4)))
    assert grams.columns == peer.vocabulary_
    weighed = TfidfTransformer(sublinear_tf=True).fit(grams.counts(learnt))
    ours, theirs = weighed.transform(grams.counts(read)), peer.transform(read)
    assert np.array_equal(ours.toarray(), theirs.toarray())
    assert np.array_equal(ours.data, theirs.data)
