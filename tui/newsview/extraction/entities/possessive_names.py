"""Companies whose name is a possessive: Quill's, where "Quill's said sales rose".

Their "'s" belongs to the name. It does where the tagger's possessive stands alone, as no owner of a following noun.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from newsview.extraction.entities.doc_words import Name, Words, together
from newsview.extraction.entities.lexicon import COLLECTIVES, ORGANISATIONS, given_names
from newsview.extraction.lexical.characters import POSSESSIVES
from newsview.extraction.syntax import SUBJECT_DEPS


def companies_in_s(words: Words, names: Sequence[Name]) -> list[Name]:
    """ORG with its "'s", at all its mentions: "Quill's said", "the retailer Quill's"; not "Quill's car", "at Quill's".

    Not where the article also has the word alone: "Quill's said" and "Ada Quill".
    """
    after = (token + 1 for token in words.capitals if token + 1 < words.size)
    tokens = [token for token in after if words.tags[token] == "POS" and _after_name(words, token)]
    if not tokens:
        return list(names)
    by_word: dict[str, list[int]] = defaultdict(list)
    for token in tokens:
        by_word[words.words[token - 1]].append(token)
    alone = {word for word in by_word if len(words.indexes_of({word})) > len(by_word[word])}
    whole = {name.start for name in names if "," not in words.tokens(name) and name.end - name.start > 2}
    found = [
        Name(token - 1, token + 1, "ORG")
        for word in by_word.keys() - alone
        if any(_known(word) or _stands_alone(words, token) for token in by_word[word])
        for token in by_word[word]
        if token - 1 not in whole  # "Quill's Group"
    ]
    if not found:
        return list(names)
    words.keep_possessives(name.end - 1 for name in found)
    for name in found:
        words.by(companies_in_s, name)
    covered = {token for name in found for token in (name.start, name.start + 1)}
    kept = [name for name in names if covered.isdisjoint(range(name.start, name.end))]
    return sorted([*kept, *found])


def _after_name(words: Words, token: int) -> bool:
    """Whether one proper noun alone is before *token*: "Quill 's", not "Ada Quill 's"."""
    single = (
        words.lower[token] in POSSESSIVES
        and together(words, token)
        and words.proper(token - 1)
        and words.words[token - 1].isalpha()
    )
    return single and not (together(words, token - 1) and words.proper(token - 2))


def _known(word: str) -> bool:
    return word in ORGANISATIONS.in_possessive and word.lower() not in given_names()


def _stands_alone(words: Words, token: int) -> bool:
    """Whether the possessive *token* owns nothing: it ends a subject, or follows shares or a noun for companies."""
    name, after = token - 1, words.tags[token + 1] if together(words, token + 1) else "."
    if words.deps[name] == "poss" or after[:2] in {"NN", "JJ", "CD"}:
        return False
    before = words.before(name)
    if before in COLLECTIVES.of_or_in and words.before(name - 1) in COLLECTIVES.held:
        return True
    return words.deps[name] in SUBJECT_DEPS or before in ORGANISATIONS.kind_nouns["ORG"]
