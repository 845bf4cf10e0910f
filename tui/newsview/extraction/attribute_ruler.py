"""Cached attribute ruler: the output of spaCy's ``AttributeRuler`` in a tenth of the time.

The ruler of the English pipelines maps tags to parts of speech and morphology with some two hundred patterns and tries
all of them at every token: an eighth of the whole parse. Its effect on a token depends on the tag, the dependency and,
for the few words named by a pattern, the lower-case form: few combinations, each computed once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple, cast

from spacy.attrs import DEP, LEMMA, MORPH, POS, TAG
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, MorphAnalysis, Token
from spacy.vocab import Vocab

from newsview.extraction.pipe_replacement import replace_pipes

FACTORY = "newsview_attribute_ruler"

WORDS = 20_000
"""Maximum cached words; a full cache is cleared."""

_SEEN = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
_SETS = {POS: "pos", MORPH: "morph", LEMMA: "lemma", TAG: "tag", DEP: "dep"}
_TESTS = frozenset({"IN", "NOT_IN", "REGEX"})

Pattern = Sequence[Mapping[str, Any]]
"""One dict for each token, as in spaCy's ``Matcher``."""


class _Word(NamedTuple):
    """The attributes of a word that patterns test; *lower* is empty if no pattern tests its lower-case form."""

    lower: str
    is_space: bool


@dataclass(frozen=True, slots=True)
class _Rule:
    """The token at *index* of a match of *pattern* gets the attributes *sets*. Later rules override earlier ones."""

    order: int
    pattern: Pattern
    index: int
    sets: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Result:
    """Result for a token: its one-token rules, their merged attributes, the longer rules that can begin here."""

    alone: Sequence[_Rule]
    sets: Sequence[tuple[str, Any]]
    begins: Sequence[_Rule]


class CachedAttributeRuler:
    """Replacement of an attribute ruler in a pipeline."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        self._rules: dict[tuple[str | None, str | None], list[_Rule]] = {}
        self._named: frozenset[str] = frozenset()
        self._regexes: Sequence[re.Pattern[str]] = ()
        self._words: dict[int, _Word] = {}
        self._results: dict[tuple[int, int, _Word], _Result] = {}

    def load_rules(self, ruler: AttributeRuler) -> None:
        """Load the rules of *ruler*, which must be supported (``is_supported``)."""
        rules = list(_rules(ruler, self._vocab))
        self._rules = {}
        for rule in rules:
            first = rule.pattern[0]
            self._rules.setdefault((_plain(first.get("TAG")), _plain(first.get("LOWER"))), []).append(rule)
        tests = [token["LOWER"] for rule in rules for token in rule.pattern if "LOWER" in token]
        self._named = frozenset(word for test in tests for word in _literals(test))
        self._regexes = [re.compile(test["REGEX"]) for test in tests if isinstance(test, dict) and "REGEX" in test]

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token of *doc*."""
        late: dict[int, list[_Rule]] = {}
        for token in doc:
            result = self._result(token)
            for rule in result.begins:
                self._look_ahead(doc, token.i, rule, late)
            if token.i not in late:
                for name, value in result.sets:
                    setattr(token, name, value)
        for index, rules in late.items():
            for rule in sorted(rules, key=lambda each: each.order):
                for attribute, value in rule.sets.items():
                    setattr(doc[index], attribute, value)
        return doc

    def _look_ahead(self, doc: Doc, at: int, rule: _Rule, late: dict[int, list[_Rule]]) -> None:
        """Add *rule* to the rules of its target token if the tokens from *at* on match its pattern."""
        if at + len(rule.pattern) > len(doc):
            return
        following = zip(rule.pattern[1:], doc[at + 1 : at + len(rule.pattern)], strict=True)
        if all(_fits(wanted, token.tag_, token.dep_, self._word(token)) for wanted, token in following):
            target = at + rule.index
            if target not in late:
                late[target] = list(self._result(doc[target]).alone)
            late[target].append(rule)

    def _result(self, token: Token) -> _Result:
        word = self._words.get(token.lower) or self._word(token)
        key = (token.tag, token.dep, word)
        return self._results.get(key) or self._compute(key, token)

    def _word(self, token: Token) -> _Word:
        lower = token.lower_
        seen = lower in self._named or any(regex.search(lower) for regex in self._regexes)
        word = _Word(lower if seen else "", token.is_space)
        if len(self._words) >= WORDS:
            self._words.clear()
        self._words[token.lower] = word
        return word

    def _compute(self, key: tuple[int, int, _Word], token: Token) -> _Result:
        tag, dep, word = token.tag_, token.dep_, key[2]
        # only the rules that test no other tag and no other word; all of them would be a twentieth of a short article
        near = [rule for tests in product((tag, None), (word.lower, None)) for rule in self._rules.get(tests, ())]
        fitting = [rule for rule in near if _fits(rule.pattern[0], tag, dep, word)]
        fitting.sort(key=lambda each: each.order)
        alone = [rule for rule in fitting if len(rule.pattern) == 1]
        sets: dict[str, Any] = {}
        for rule in alone:
            sets.update(rule.sets)
        begins = [rule for rule in fitting if len(rule.pattern) > 1]
        self._results[key] = result = _Result(alone, tuple(sets.items()), begins)
        return result


def is_supported(ruler: AttributeRuler) -> bool:
    """Whether *ruler* tests only tag, dependency, lower-case form and white space, and sets only common attributes."""
    if type(ruler) is not AttributeRuler or any(not _SETS.keys() >= sets.keys() for sets in _attributes(ruler)):
        return False
    return all(
        key in _SEEN and _is_supported_test(value)
        for patterns in _patterns(ruler)
        for pattern in patterns
        for token in pattern
        for key, value in token.items()
    )


def _attributes(ruler: AttributeRuler) -> list[dict[int, int]]:
    """The attributes set by each rule, by spaCy attribute id."""
    return cast("list[dict[int, int]]", ruler.attrs)


def _patterns(ruler: AttributeRuler) -> list[list[Pattern]]:
    """The patterns of each rule."""
    return cast("list[list[Pattern]]", [rule["patterns"] for rule in ruler.patterns])


def install(nlp: Language) -> None:
    """Replace every supported attribute ruler of *nlp* by a ``CachedAttributeRuler``."""
    replace_pipes(nlp, AttributeRuler, is_supported, FACTORY, CachedAttributeRuler.load_rules)


def _make(nlp: Language, name: str) -> CachedAttributeRuler:
    del name
    return CachedAttributeRuler(nlp.vocab)


Language.factory(
    FACTORY,
    assigns=["token.pos", "token.morph", "token.lemma"],
    requires=["token.tag", "token.dep"],
    func=_make,
)


def _rules(ruler: AttributeRuler, vocab: Vocab) -> Iterator[_Rule]:
    for order, (patterns, attributes) in enumerate(zip(_patterns(ruler), _attributes(ruler), strict=True)):
        sets = {_SETS[key]: _value(key, value, vocab) for key, value in attributes.items()}
        for pattern in patterns:
            yield _Rule(order, pattern, ruler.indices[order] % len(pattern), sets)


def _value(key: int, value: int, vocab: Vocab) -> int | MorphAnalysis:
    return MorphAnalysis(vocab, vocab.strings[value]) if key == MORPH else value


def _is_supported_test(test: object) -> bool:
    if isinstance(test, dict):
        return test.keys() <= _TESTS
    return isinstance(test, str | bool)


def _plain(test: Any) -> str | None:
    """The only value that passes a *test* of equality; None of any other test, and of none."""
    return test if isinstance(test, str) else None


def _literals(test: Any) -> Sequence[str]:
    """The words in a test of the lower-case form."""
    if isinstance(test, dict):
        return [*test.get("IN", ()), *test.get("NOT_IN", ())]
    return [test]


def _fits(wanted: Mapping[str, Any], tag: str, dep: str, word: _Word) -> bool:
    """Whether a token with these attributes matches one dict of a pattern."""
    seen: Mapping[str, str | bool] = {"TAG": tag, "DEP": dep, "LOWER": word.lower, "IS_SPACE": word.is_space}
    return all(_passes(test, seen[key]) for key, test in wanted.items())


def _passes(test: Any, value: str | bool) -> bool:
    if not isinstance(test, dict):
        return bool(test == value)
    return all(
        value in each
        if name == "IN"
        else value not in each
        if name == "NOT_IN"
        else re.search(each, str(value)) is not None
        for name, each in test.items()
    )
