"""Words and runs of letters are counted and weighed as scikit-learn does."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.feature_extraction.text import TfidfVectorizer

from ltnlp.nlp.factors.lettergrams import LetterGrams, vocabulary
from ltnlp.nlp.factors.weighing import Weighing, counted

TEXTS = st.lists(
    st.text(alphabet="abcdeË éS'\n\t\u00a0", max_size=24), min_size=1, max_size=5
)
LEARNT = TEXTS.map(lambda texts: ["bed aan zee", *texts])


@settings(max_examples=50)
@given(LEARNT, TEXTS)
def test_weights_of_letters_are_those_of_scikit_learn(
    learnt: list[str], read: list[str]
) -> None:
    peer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 4), sublinear_tf=True)
    peer.fit(learnt)
    grams = LetterGrams(sizes=(2, 4), columns=vocabulary(learnt, (2, 4)))
    assert grams.columns == peer.vocabulary_
    ours = Weighing.learned(grams.counts(learnt)).rows(grams.counts(read))
    np.testing.assert_allclose(ours.toarray(), peer.transform(read).toarray())


@settings(max_examples=50)
@given(LEARNT, TEXTS)
def test_weights_of_words_are_those_of_scikit_learn(
    learnt: list[str], read: list[str]
) -> None:
    peer = TfidfVectorizer(analyzer=str.split, sublinear_tf=True).fit(learnt)
    counts = [
        counted((text.split() for text in texts), peer.vocabulary_)
        for texts in (learnt, read)
    ]
    ours = Weighing.learned(counts[0]).rows(counts[1])
    np.testing.assert_allclose(ours.toarray(), peer.transform(read).toarray())
