"""Units of counts: the lemmatised noun phrase after a numeral, as "first-team player" or "barrel of oil"."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from newsview.extraction.lexical.characters import APOSTROPHES, HYPHENS, SPAN_DASHES
from newsview.extraction.numbers.fractions import compares
from newsview.extraction.numbers.lexicon import COUNTS
from newsview.extraction.numbers.pieces import Pieces
from newsview.extraction.numbers.quantity import Quantity
from newsview.extraction.provenance import Rule, Rules

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PLURALS = frozenset({"NNS", "NNPS"})
MODIFIERS = frozenset(
    {"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNS", "NNP", "NNPS", "CD", "RB", "RBS", "HYPH", "AFX", "POS"}
)
EMPTY_TAGS = frozenset({"RB", "RBS", "RBR", "CC", "DT", "VBN", "VBG", "CD", "POS", ","})
FARTHEST = 8
"""Tokens between a numeral and the noun it counts, at most."""


class Counted(NamedTuple):
    """What a number counts: its unit, the pieces of it, whether it is a multiple, and the rules.

    *attributive*: the unit with its number modifies another noun, as in "a two-door car".
    """

    unit: str
    pieces: tuple[int, int]
    compares: bool
    attributive: bool
    rules: Rules


class _Phrase(NamedTuple):
    tokens: list[Token]
    attributive: bool = False


_NONE = _Phrase([])


def find_counted(pieces: Pieces, quantity: Quantity) -> Counted | None:
    """The noun that *quantity* counts; None if there is none."""
    (phrase, attributive), rule = _counted(pieces, quantity)
    if quantity.kind == "fraction" and len(phrase) == 1 and compares(phrase[0].lower_):  # 'a third dearer'
        return None
    near = quantity.end
    if not phrase or pieces.first_of_token(phrase[0].i, near) in pieces.taken or phrase[-1].lower_ in COUNTS.sides:
        return None  # 'one in seven a decade ago'
    unit = unit_name(phrase)
    phrase = [token for token in phrase if token.i >= pieces.tokens(quantity.first, quantity.end)[1]]
    first = pieces.first_of_token(phrase[0].i, near)
    end = pieces.first_of_token(phrase[-1].i + 1, near)
    while end - 1 > first and pieces.at(end - 1).shape == "edge":
        end -= 1
    if end <= first or not any(map(str.isalpha, unit)):  # '225.86 -12.99', '61 - 30%'
        return None
    multiple = unit == "time" and _compares(pieces, end)
    return Counted(unit, (first, end), multiple, attributive, (rule, _compares) if multiple else (rule,))


def _counted(pieces: Pieces, quantity: Quantity) -> tuple[_Phrase, Rule]:
    """The tokens of what *quantity* counts, none if it counts nothing, and the rule that found them."""
    for rule in (_hyphened, _of_phrase, _after):
        phrase = rule(pieces, quantity)
        if phrase.tokens:
            return phrase, rule
    return _NONE, find_counted


def _compares(pieces: Pieces, at: int) -> bool:
    """Multiple of what follows: "three times as fast", "nine times earnings"; not "voted four times"."""
    if pieces.at(at).shape != "word" or at in pieces.taken:
        return False
    if pieces.token(at).tag_ in ("VBN", "JJ") and pieces.at(at + 1).shape == "word":  # '24 times expected earnings'
        return pieces.token(at).dep_ == "amod" and pieces.token(at + 1).tag_ in ("NN", "NNS")
    return pieces.word(at) in COUNTS.compares or pieces.token(at).tag_ in ("NN", "NNS", "JJR", "RBR")


def _hyphened(pieces: Pieces, quantity: Quantity) -> _Phrase:
    """Noun after a hyphen: "a three-point shot", "a two-door car", "its six-speed gearbox"; not "two-tiered"."""
    hyphen, word = pieces.at(quantity.end), pieces.at(quantity.end + 1)
    if hyphen.text not in HYPHENS or not (hyphen.glued and word.glued) or word.shape != "word":
        return _NONE
    if word.lower in COUNTS.no_nouns:
        return _NONE
    token = pieces.token(quantity.end + 1)
    if token.text != word.text or (quantity.numeral.spelled and token.tag_ in ("VBN", "VBD", "JJ")):  # 'two-tiered'
        return _NONE
    return _Phrase([token], attributive=True)


def _of_phrase(pieces: Pieces, quantity: Quantity) -> _Phrase:
    """Noun phrase after "of" or a fraction: "dozens of used vehicles", "one of the oldest cars", "half the condos"."""
    _, after = pieces.tokens(quantity.first, quantity.end)
    doc = pieces.doc
    if after >= len(doc) or quantity.kind == "ordinal":
        return _NONE
    of = doc[after].lower_ == "of"
    if not of and (quantity.kind != "fraction" or compares(doc[after].lower_)):
        return _NONE
    start = after + of
    while start < min(len(doc), after + 4) and _opens_phrase(doc[start]):
        start += 1
    if any(token.is_sent_start for token in doc[after : start + 1]):  # not across a sentence boundary
        return _NONE
    if start < len(doc) and doc[start].lower_ in COUNTS.vague:  # 'one of hundreds who fled'
        return _NONE
    return _Phrase(noun_phrase(doc, start) or _people_by_state(doc, start))


def _people_by_state(doc: Doc, start: int) -> list[Token]:
    """Adjective used as a noun for people: "two of the dead"."""
    named = start < len(doc) and doc[start - 1].lower_ == "the" and doc[start].lower_ in COUNTS.states
    return [doc[start]] if named else []


def _opens_phrase(token: Token) -> bool:
    """Whether *token* opens the phrase after "of": determiner, possessive, number ("two of the three men"), "%"."""
    if token.text == "%":
        return True
    if token.tag_ == "CD":
        return token.nbor(1).text != "-" if token.i + 1 < len(token.doc) else True
    return token.tag_ in ("DT", "PRP$", "PDT", "WDT")


def _after(pieces: Pieces, quantity: Quantity) -> _Phrase:
    """Noun phrase after the number: "17 players", "20 most expensive restaurants"; of "a 12 page document", "page"."""
    _, after = pieces.tokens(quantity.first, quantity.end)
    doc = pieces.doc
    if after >= len(doc) or doc[after].is_sent_start:
        return _NONE
    after = _after_hedge(doc, after)
    if after >= len(doc) or doc[after].lower_ in COUNTS.sides:
        return _NONE
    if doc[after].text in SPAN_DASHES and (not doc[after].whitespace_ or doc[after : after + 2][-1].like_num):
        return _NONE  # '61 - 30 percent'; but 'two - door cars'
    if doc[after].lower_ in COUNTS.repeated and quantity.value != 1:
        return _Phrase([doc[after]])
    phrase = noun_phrase(doc, after, quantity.value > 1 and quantity.kind == "cardinal") or _casualties(doc, after)
    if phrase and phrase[0].lower_ == "one" and phrase[-1].lemma_ in COUNTS.periods:  # 'it was minus 31 one night'
        return _NONE
    if not phrase or (phrase[0].lower_ in COUNTS.of_times and phrase[-1].lemma_ in COUNTS.periods):
        return _NONE
    plural = phrase[-1].tag_ in PLURALS or phrase[-1].lower_ == "people"
    first_noun = next((position for position, token in enumerate(phrase) if token.tag_ in NOUNS), 0)
    if not plural and quantity.value > 1 and first_noun == 0 and len(phrase) > 1 and phrase[0].tag_ == "NN":
        return _Phrase(phrase[:1], attributive=True)
    return _Phrase([*_before(pieces, quantity, phrase[-1]), *_with_content(doc, phrase)])


def _casualties(doc: Doc, after: int) -> list[Token]:
    """State of the people counted: "left 3 dead and 27 injured"."""
    return [doc[after]] if doc[after].lower_ in COUNTS.casualties else []


def _after_hedge(doc: Doc, after: int) -> int:
    """Start of the noun phrase after "-odd", "-plus", "-strong" or "or more"."""
    if after + 2 < len(doc):
        first, second = doc[after].lower_, doc[after + 1].lower_
        if first == "-" and second in COUNTS.after_hyphen:
            return after + 2
        if first == "or" and second in COUNTS.after_or:
            return after + 2
    if after + 1 < len(doc) and doc[after].lower_ in COUNTS.plus:
        return after + 1
    return after


def _before(pieces: Pieces, quantity: Quantity, noun: Token) -> list[Token]:
    """Adjective of the counted noun before the number: "the top three seeds", "a record 32 goals"."""
    first, _ = pieces.tokens(quantity.first, quantity.end)
    token = pieces.doc[first - 1] if first else noun
    if token.head == noun and token.tag_ in ("JJ", "NN") and token.lower_ not in COUNTS.not_kinds:
        return [token] if token.dep_ in ("amod", "compound", "nmod") and not token.is_sent_start else []
    return []


def noun_phrase(doc: Doc, start: int, many: bool = False) -> list[Token]:
    """Tokens from *start* to the head of the noun phrase there; with *many*, to its first plural. Empty if none."""
    phrase: list[Token] = []
    last_noun, possessed = -1, False
    for token in doc[start : start + FARTHEST]:
        if phrase and (token.is_sent_start or (last_noun >= 0 and _is_amount(token))):
            break
        if token.tag_ in NOUNS and token.text not in HYPHENS:
            if last_noun >= 0 and not possessed and not _goes_on(phrase, doc[last_noun], token):
                break
            if (
                many and last_noun >= 0 and doc[last_noun].tag_ == "NNS" and token.tag_ == "NN"
            ):  # 'taking 90 commuters hostage'
                break
            last_noun, possessed = token.i, False
        elif last_noun >= 0 and (token.tag_ == "POS" or (token.dep_ == "case" and token.text in APOSTROPHES)):
            possessed = True
        elif token.tag_ in ("CC", ",") and phrase and _joins_modifiers(phrase[-1], token):
            pass
        elif (token.tag_ not in MODIFIERS and token.text != "-") or (
            last_noun >= 0 and not possessed and not _modifies_later(token, phrase[-1], doc[last_noun])
        ):
            break
        phrase.append(token)
    owned = possessed and len(phrase) > last_noun - start + 2  # 'one of the world's most profitable'
    return phrase[: last_noun - start + 1] if last_noun >= 0 and not owned else []


def _is_amount(token: Token) -> bool:
    """Another number with its magnitude, which the tagger may take for a noun: "3bn" in "12k users and 3bn doses"."""
    return token.text[0].isdigit() and token.text[-1].isalpha()


def _modifies_later(token: Token, before: Token, noun: Token) -> bool:
    """Whether *token* after *noun* modifies a later noun: "coal-burning plants"; not "students several times"."""
    if token.text == "-":
        return True
    leads = token.head.i > token.i and token.dep_ in ("amod", "compound", "nmod") and token.head.tag_ in NOUNS
    return leads and (before.text == "-" or noun.head.i > noun.i)


def _goes_on(phrase: list[Token], noun: Token, following: Token) -> bool:
    """Whether *following* is in the noun phrase of *noun* before it: "profile slots"; not "players Monday"."""
    if phrase[-1].text in HYPHENS and not phrase[-1].whitespace_ and not noun.whitespace_:
        return True  # 'ex-smokers'
    if phrase[-1] != noun and phrase[-1].tag_ != "CC":
        return phrase[-1].head.i >= following.i
    if noun.dep_ == "conj":  # 'Fiat and Lancia cars'
        noun = noun.head
    if noun.head.i >= following.i and noun.dep_ in ("compound", "amod", "nmod", "nummod", "poss", "conj", "dep"):
        return True
    return following.head == noun.head and noun.dep_ == "compound"


def _joins_modifiers(before: Token, joiner: Token) -> bool:
    """Conjunction or comma between modifiers of one noun: "digital and physical sales", "small, friendly deals"."""
    if before.tag_ == "NNP" and joiner.i + 2 < len(joiner.doc) and joiner.nbor(1).tag_ == "NNP":
        return joiner.nbor(2).tag_ == "NNS"
    if joiner.tag_ == ",":  # 'small, friendly deals'
        after = joiner.nbor(1) if joiner.i + 1 < len(joiner.doc) else joiner
        return before.tag_ == after.tag_ == "JJ" and before.head == after.head and before.head.i > after.i
    return before.head.i > joiner.i and joiner.head == before


def _with_content(doc: Doc, phrase: list[Token]) -> list[Token]:
    """Container noun with its content: "barrels of oil"."""
    head, after = phrase[-1], phrase[-1].i + 1
    if (
        head.lemma_.lower() in COUNTS.containers
        and after + 1 < len(doc)
        and doc[after].lower_ == "of"
        and doc[after + 1].tag_ in ("NN", "NNS")
    ):
        return [*phrase, doc[after], doc[after + 1]]
    return phrase


def unit_name(phrase: list[Token]) -> str:
    """Unit of a noun phrase, in the singular: "first-team players" gives "first-team player"."""
    parts: list[str] = []
    for position, token in enumerate(phrase):
        if _left_out(phrase, position):
            continue
        glued = bool(parts) and (token.text == "-" or phrase[position - 1].text == "-")
        parts.append(_lemma(token) if glued or not parts else " " + _lemma(token))
    return "".join(parts).strip(" -")


def _left_out(phrase: list[Token], position: int) -> bool:
    """Whether a word of the phrase is left out of the unit: adverb, participle, "more", possessive of a common noun."""
    token = phrase[position]
    if position == len(phrase) - 1:
        return False
    if _owner(phrase, position):
        return True
    if any(each.text == "-" for each in phrase[max(0, position - 1) : position + 2]):
        return False
    if position == 0 and token.lower_ in COUNTS.ordering:  # 'one of their last nine matches'
        return True
    return token.tag_ in EMPTY_TAGS or token.lower_ in COUNTS.empty


def _owner(phrase: list[Token], position: int) -> bool:
    """Possessive common noun, which is left out of the unit: "the country's people" are people."""
    following = phrase[position + 1] if position + 1 < len(phrase) else None
    return following is not None and following.tag_ == "POS" and phrase[position].tag_ in ("NN", "NNS")


def _lemma(token: Token) -> str:
    """Singular of *token*, in lower case unless it is a proper noun."""
    if token.lower_ == "people":
        return "people"
    if token.tag_ == "NNPS" or (token.tag_ == "NNS" and token.text[:-1].isupper()):
        return token.text.removesuffix("s")
    if token.tag_ == "NNP":
        return token.text
    if token.tag_ in ("VBG", "VBN"):
        return token.lower_
    if token.tag_ == "JJ" and token.ent_type_ in ("NORP", "GPE") and token.text[0].isupper():
        return token.text  # 'Afghan civilians'
    lemma = token.lemma_.lower()
    fixed: str = COUNTS.lemmas.get(lemma, lemma)
    return fixed
