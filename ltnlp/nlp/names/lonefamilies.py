"""Surnames of "van" and one word, by themselves in lower case: "van dalen belde"."""

from ltnlp.domain.folding import word_set
from ltnlp.nlp.names.lexicon import CLOSED, PLACE, ROLE, SURNAME, VERB, WORD
from ltnlp.nlp.names.lowered import NAME_CLOSES
from ltnlp.nlp.names.page import Page

_HELPING = word_set("heeft had kwam ging zou wilde moest")
_AFTER_SUBJECT = word_set("van nog weer ook toen eens wel niet me mij hem haar ons")
_PERSONS_ONLY = word_set("met door tegen namens volgens naast zonder van")
_CLAUSES = word_set("toen dat omdat want maar als nadat terwijl of")
_SHORTEST = 4


def is_lone_family(page: Page, at: int, part: int) -> bool:
    """Tell whether "van" and a word are somebody: "van dalen belde", "met van dalen"."""
    words, flag = page.words, page.flags[part]
    listed = flag & (SURNAME | PLACE) and not flag & (WORD | CLOSED)
    if not listed and (
        flag or page.ordinary(part) or len(words.keys[part]) < _SHORTEST
    ):
        return False
    before, following = words.key(at - 1), words.key(part + 1)
    if words.joined(at) and before in _PERSONS_ONLY:
        return True
    if words.joined(at) and before == "bij" and listed:
        return True
    closes = following in NAME_CLOSES
    if before in {",", "er"} and closes:
        return True
    if before in _HELPING and following in _AFTER_SUBJECT:
        return True
    acts = part + 1 < len(words) and bool(page.flags[part + 1] & VERB)
    clause = words.opens[at] or before in _CLAUSES
    behind = page.flags[part + 2] if part + 2 < len(words) else 0
    if clause and following == "de" and behind & ROLE:
        return True
    return clause and acts and words.key(part + 2) not in _TURNED


_TURNED = word_set("ik je jij hij ze zij we wij u jullie ie dat men er")
"""What follows a verb where the sentence is turned: "van storm hoorde ik niets"."""
