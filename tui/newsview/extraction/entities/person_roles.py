"""Roles of people as the article words them: "defense minister", "mayor of Springfield"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import HONORIFICS, ROLES, TITLES, person_nouns
from newsview.extraction.function_words import FUNCTION

Rule = Callable[["RoleReader", Name], str | None]

_LONGEST = 12
"""Tokens of the longest role kept whole."""
_NOUNS = frozenset({"NN", "NNP"})


def role_of(words: Words, names: Sequence[Name], taken: Taken, mentions: Sequence[Name]) -> str | None:
    """First role that the article gives for the person with these *mentions*, or None."""
    reader = RoleReader(words, names, taken)
    for rules in ((before_name,), (name_after, after_name)):
        for mention in mentions:
            for rule in rules:
                role = rule(reader, mention)
                if role is not None:
                    return role
    return None


class RoleReader:
    """Roles in the words around a mention."""

    def __init__(self, words: Words, names: Sequence[Name], taken: Taken) -> None:
        self.words = words
        self._names = names
        self._taken = taken

    def is_role(self, token: int) -> bool:
        """Whether *token* is a noun of a role or occupation."""
        word = self.words.lower[token].rstrip(".")
        table = TITLES
        if (
            word in table.kin
            or word in table.associates
            or (word in ROLES.adjectives_too and not self.words.capital(token))
        ):
            return False
        return (
            word in table.offices
            or word in table.ranks
            or word in table.occupations
            or (
                self.words.tags[token] in _NOUNS
                and (word in person_nouns() or word.endswith(ROLES.endings))
                and self._common(token)
            )
        )

    def _common(self, token: int) -> bool:
        """Whether *token* is in lower case or at the start of a sentence; "Smith" elsewhere is a surname."""
        return self.words.words[token].islower() or self.words.initial[token]

    def belongs(self, token: int, right: int) -> bool:
        """Whether *token* is a modifier, portfolio or compound noun of the role that begins at *right*."""
        word = self.words.lower[token].rstrip(".")
        if word in TITLES.modifiers or word in TITLES.portfolios or self.is_role(token):
            return True
        noun = self.words.tags[token] in {"NN", "NNP", "NNPS", "NNS"} and self.words.words[token][0].isalpha()
        head = self.words.heads[token]
        return noun and self.words.deps[token] in {"compound", "nmod"} and right <= head < right + _LONGEST

    def organisation_ending_at(self, end: int) -> Name | None:
        """Organisation, or country after a word like "former", with the last token ``end - 1``, or None."""
        if self._taken.free(end - 1):
            return None
        name = self._names[self._taken.owner[end - 1]]
        # "former England manager", but only "manager" of "England manager": a country alone is not part of the role
        held = name.start > 0 and self._taken.free(name.start - 1) and self.words.before(name.start) in TITLES.modifiers
        kinds = {"ORG", "NORP", "GPE"} if held else {"ORG", "NORP"}
        return name if name.end == end and name.label in kinds else None

    def is_title_of_another(self, noun: int, end: int) -> bool:
        """Whether the role at *noun* is of a person named before *end*: "Doe, Secretary Roe and …"."""
        for token in range(noun + 1, end):
            if not self._taken.free(token):
                name = self._names[self._taken.owner[token]]
                if name.label == "PERSON":
                    start = _start_before(self, name)
                    return start is not None and start <= noun
        return False

    def free(self, token: int) -> bool:
        """Whether *token* is in no name."""
        return self._taken.free(token)

    def honorific(self, token: int) -> bool:
        """Whether *token* is a form of address and no office: "Sir", "Dr."."""
        return self.words.lower[token].rstrip(".") in HONORIFICS.forms_of_address

    def text(self, start: int, end: int) -> str | None:
        """Text of the words ``[start, end)`` without links and articles at either end; None if empty."""
        while start < end and (self.words.lower[start] in ROLES.links or self.words.lower[start] in ROLES.determiners):
            start += 1
        while start < end and (self.words.lower[end - 1] in ROLES.links or self.honorific(end - 1)):
            end -= 1
        if start >= end:
            return None
        return " ".join(self.words.text[self.words.offsets[start] : self.words.ends[end - 1]].split())


def before_name(reader: RoleReader, mention: Name) -> str | None:
    """Role before the name: "defense minister" in "the country's defense minister Jane Doe"."""
    start = _start_before(reader, mention)
    return None if start is None else reader.text(start, mention.start)


def _start_before(reader: RoleReader, mention: Name) -> int | None:
    """First token of the role before *mention*, or None."""
    words, start, named = reader.words, mention.start, False
    if together(words, start) and reader.free(start - 1) and reader.honorific(start - 1):
        start -= 1
    begin = start
    while together(words, start) and mention.start - start < _LONGEST:
        organisation = reader.organisation_ending_at(start)
        if organisation is not None:
            if not named and not _office_before(reader, organisation.start):
                break
            start = organisation.start
        elif reader.free(start - 1) and reader.belongs(start - 1, start):
            start -= 1
            named = named or reader.is_role(start)
        elif named and _hyphenated(words, start):
            start -= 2
        elif words.lower[start - 1] in ROLES.links and _office_before(reader, start):
            # "chairman of President Doe's council" and "killer of Doe" are no roles of Doe's
            if words.lower[start - 1] in ROLES.before_role and (start == begin or reader.is_role(start)):
                break
            start -= 1
        else:
            break
    return start if named else None


def _office_before(reader: RoleReader, start: int) -> bool:
    """Whether the noun of an office is before the links that end at *start*: "Secretary | of the"."""
    words, token = reader.words, start - 1
    while token > 0 and words.lower[token] in ROLES.within and together(words, token + 1):
        token -= 1
    of = token < start - 1 and words.lower[token + 1] in ROLES.of
    plain = token < start - 1 and reader.belongs(token, token + 1)
    return together(words, token + 1) and reader.free(token) and ((of and reader.is_role(token)) or (not of and plain))


def after_name(reader: RoleReader, mention: Name) -> str | None:
    """Role after the name, and an age if any: "mayor of Springfield" in "Jane Doe, 45, the mayor of Springfield,"."""
    words, start = reader.words, mention.end
    if words.after(start) != ",":
        return None
    start += 1
    if start + 1 < words.size and words.words[start].isdigit() and words.words[start + 1] == ",":
        start += 2
    for noun in range(start, min(start + 8, words.size)):
        if not together(words, noun) or words.lower[noun] in ROLES.stops or _is_verb(words, noun):
            return None
        if words.tags[noun] in {"IN", "TO"} and reader.free(noun):
            return None  # "Doe, the grandson of the founder," is no founder
        if words.tags[noun] == "POS":
            start = noun + 1
        described = reader.is_role(noun) or _apposed_with_article(words, start, noun, mention)
        if described and words.tags[noun] in {"NN", "NNP"} and _heads_phrase(words, noun):
            end = _end_of_phrase(words, noun)
            return None if reader.is_title_of_another(noun, end) else reader.text(start, end)
    return None


def _owned(words: Words, noun: int, mention: Name) -> bool:
    """Possessed noun before the name: "Its flagbearer, Doe,"; not "In his view, Doe,"."""
    word, owner = words.lower[noun], noun - 1
    if noun != mention.start - 2 or noun < 1 or words.tags[noun] != "NN" or words.tags[owner] != "PRP$":
        return False
    if owner and words.tags[owner - 1] in {"IN", "TO"} and together(words, owner):
        return False
    return word not in TITLES.kin and word not in TITLES.associates and word not in ROLES.no_roles


def _apposed_with_article(words: Words, start: int, noun: int, mention: Name) -> bool:
    """Apposition with an article: "Doe, a tailor in Fulda"; not "Doe, a man of 40", "Doe, a cousin of"."""
    word = words.lower[noun]
    if words.lower[start] not in FUNCTION.indefinite or words.tags[noun] != "NN" or not words.words[noun].islower():
        return False
    if word in TITLES.kin or word in TITLES.associates or word in ROLES.no_roles:
        return False
    return words.deps[noun] == "appos" and mention.start <= words.heads[noun] < mention.end


def _heads_phrase(words: Words, noun: int) -> bool:
    """Whether *noun* is the head of its noun phrase: "the minister"; not "the minister aide"."""
    return not (words.deps[noun] in {"compound", "poss", "nmod"} and words.heads[noun] > noun)


def _is_verb(words: Words, token: int) -> bool:
    return words.tags[token].startswith("V") and words.lower[token] not in TITLES.modifiers


def _end_of_phrase(words: Words, noun: int) -> int:
    """End of the phrase of *noun*: before a verb, a mark, "and a …" or "at a …"; if long, at a preposition."""
    end, last_link = noun + 1, 0
    while end < words.size and together(words, end):
        if words.lower[end] in ROLES.stops or words.tags[end] in {"VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "WP", "WDT"}:
            return end
        if words.tags[end] in {"IN", "CC"}:
            if end + 1 < words.size and words.lower[end + 1] in FUNCTION.indefinite:
                return end
            last_link = end
        end += 1
        if end - noun > _LONGEST:
            return last_link or end
    return end


def name_after(reader: RoleReader, mention: Name) -> str | None:
    """Role before a comma and the name: "The mayor of Springfield, Jane Doe, said", "Its chief envoy, Doe, left"."""
    words = reader.words
    if words.before(mention.start) != "," or words.after(mention.end) not in ROLES.after_name:
        return None
    for noun in range(mention.start - 2, max(mention.start - _LONGEST, 0), -1):
        if words.lower[noun] in ROLES.stops or _is_verb(words, noun) or not together(words, noun + 1):
            return None
        if (reader.is_role(noun) or _owned(words, noun, mention)) and _heads_phrase(words, noun):
            break
    else:
        return None
    start = noun
    while together(words, start):
        organisation = reader.organisation_ending_at(start)
        if organisation is not None:
            start = organisation.start
        elif reader.free(start - 1) and reader.belongs(start - 1, start):
            start -= 1
        elif _hyphenated(words, start):
            start -= 2  # "co-founder", "inspector-general"
        else:
            break
    return reader.text(start, mention.start - 1)


def _hyphenated(words: Words, start: int) -> bool:
    """Whether the word at *start* is the second part of a hyphenated word."""
    return start > 1 and words.words[start - 1] == "-" and words.offsets[start] == words.ends[start - 1]
