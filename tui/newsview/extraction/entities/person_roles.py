"""Roles of people as the article words them: "defense minister", "mayor of Springfield"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsview.extraction.entities.doc_words import Name, Taken, Words, together
from newsview.extraction.entities.lexicon import person_nouns, titles

Rule = Callable[["RoleReader", Name], str | None]

_LONGEST = 12
"""Tokens of the longest role that is taken over whole."""
_AGENTIVE = ("ologist", "ician", "woman", "person", "keeper", "maker", "ographer", "eteer", "smith", "master")
_NOUNS = frozenset({"NN", "NNP"})
_NO_ROLES = frozenset(
    {
        *(
            "man",
            "woman",
            "boy",
            "girl",
            "baby",
            "child",
            "teenager",
            "person",
            "native",
            "resident",
            "member",
            "mother",
        ),
        *("father", "regular", "favourite", "favorite", "figure", "giant", "relative", "part", "one", "adult", "guest"),
    }
)
"""Nouns for a person that do not say what somebody does."""
_LINKS = frozenset({"of", "for", "at", "and", "&", "-", "–", "on", "to", "the"})
_FORMS_OF_ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "hon", "rev"})
_STOPS = frozenset(
    {
        ",",
        ".",
        ";",
        ":",
        "(",
        ")",
        "[",
        "]",
        "—",
        "–",
        "--",
        '"',
        "“",
        "”",
        "who",
        "which",
        "that",
        "whose",
        "when",
        "now",
    }
)
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})


def role_of(words: Words, names: Sequence[Name], taken: Taken, mentions: Sequence[Name]) -> str | None:
    """The role of the person whose *mentions* these are: the first that the article gives, or None."""
    reader = RoleReader(words, names, taken)
    for rules in ((before_name,), (name_after, after_name)):
        for mention in mentions:
            for rule in rules:
                role = rule(reader, mention)
                if role is not None:
                    return role
    return None


class RoleReader:
    """Reads roles out of the words around a mention."""

    def __init__(self, words: Words, names: Sequence[Name], taken: Taken) -> None:
        self.words = words
        self._names = names
        self._taken = taken

    def is_role(self, token: int) -> bool:
        """Is *token* a noun for what a person is or does?"""
        word = self.words.lower[token].rstrip(".")
        table = titles()
        if (
            word in table.kin
            or word in table.associates
            or (word in {"major", "private", "dean"} and not self.words.capital(token))
        ):
            return False
        return (
            word in table.offices
            or word in table.ranks
            or word in table.occupations
            or (
                self.words.tags[token] in _NOUNS
                and (word in person_nouns() or word.endswith(_AGENTIVE))
                and self._common(token)
            )
        )

    def _common(self, token: int) -> bool:
        """Is *token* written small, or with the capital of its sentence only? "Smith" and "Cooper" are people."""
        return self.words.words[token].islower() or self.words.initial[token]

    def belongs(self, token: int, right: int) -> bool:
        """Is *token* a part of the role that begins at *right*, as a modifier, a portfolio or the noun of a compound?"""
        word = self.words.lower[token].rstrip(".")
        if word in titles().modifiers or word in titles().portfolios or self.is_role(token):
            return True
        noun = self.words.tags[token] in {"NN", "NNP", "NNPS", "NNS"} and self.words.words[token][0].isalpha()
        head = self.words.heads[token]
        return noun and self.words.deps[token] in {"compound", "nmod"} and right <= head < right + _LONGEST

    def organisation_ending_at(self, end: int) -> Name | None:
        """The organisation, or the country after a word like "former", whose last token is ``end - 1``, or None."""
        if self._taken.free(end - 1):
            return None
        name = self._names[self._taken.owner[end - 1]]
        # "former England manager", but only "manager" of "England manager": a country alone says little of the office
        held = (
            name.start > 0 and self._taken.free(name.start - 1) and self.words.before(name.start) in titles().modifiers
        )
        kinds = {"ORG", "NORP", "GPE"} if held else {"ORG", "NORP"}
        return name if name.end == end and name.label in kinds else None

    def is_title_of_another(self, noun: int, end: int) -> bool:
        """Does the role at *noun* belong to a person named before *end*: "Doe, Secretary Roe and …"?"""
        for token in range(noun + 1, end):
            if not self._taken.free(token):
                name = self._names[self._taken.owner[token]]
                if name.label == "PERSON":
                    start = _start_before(self, name)
                    return start is not None and start <= noun
        return False

    def free(self, token: int) -> bool:
        """Does *token* belong to no name?"""
        return self._taken.free(token)

    def honorific(self, token: int) -> bool:
        """Is *token* a form of address, which is no office: "Sir", "Dr."?"""
        return self.words.lower[token].rstrip(".") in _FORMS_OF_ADDRESS

    def text(self, start: int, end: int) -> str | None:
        """The words ``[start, end)`` as the article has them, without links and articles at the edges; None if nothing is left."""
        while start < end and (self.words.lower[start] in _LINKS or self.words.lower[start] in _ARTICLES):
            start += 1
        while start < end and (self.words.lower[end - 1] in _LINKS or self.honorific(end - 1)):
            end -= 1
        if start >= end:
            return None
        return " ".join(self.words.text[self.words.offsets[start] : self.words.end_of(end - 1)].split())


def before_name(reader: RoleReader, mention: Name) -> str | None:
    """E.g. "the country's defense minister Jane Doe": defense minister; "US National Security Spokesman John Roe"."""
    start = _start_before(reader, mention)
    return None if start is None else reader.text(start, mention.start)


def _start_before(reader: RoleReader, mention: Name) -> int | None:
    """The first token of the role before *mention*, or None if there is none."""
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
        elif words.lower[start - 1] in _LINKS and _office_before(reader, start):
            # "chairman of President Doe's council" and "killer of Doe" are no roles of Doe's
            if words.lower[start - 1] in {"of", "for", "to"} and (start == begin or reader.is_role(start)):
                break
            start -= 1
        else:
            break
    return start if named else None


def _office_before(reader: RoleReader, start: int) -> bool:
    """Is there, before the links that end at *start*, the noun of an office: "Secretary | of the"?"""
    words, token = reader.words, start - 1
    while token > 0 and words.lower[token] in {"of", "the", "for", "at", "and", "&"} and together(words, token + 1):
        token -= 1
    of = token < start - 1 and words.lower[token + 1] in {"of", "for", "at"}
    plain = token < start - 1 and reader.belongs(token, token + 1)
    return together(words, token + 1) and reader.free(token) and ((of and reader.is_role(token)) or (not of and plain))


def after_name(reader: RoleReader, mention: Name) -> str | None:
    """E.g. "Jane Doe, the mayor of Springfield, said": mayor of Springfield; an age may come first ("Doe, 45, a nurse")."""
    words, start = reader.words, mention.end
    if words.after(start) != ",":
        return None
    start += 1
    if start + 1 < words.size and words.words[start].isdigit() and words.words[start + 1] == ",":
        start += 2
    for noun in range(start, min(start + 8, words.size)):
        if not together(words, noun) or words.lower[noun] in _STOPS or _is_verb(words, noun):
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
    """Is *noun* what somebody of theirs is: "Its flagbearer, Doe,"; not "In his view, Doe,"?"""
    word, owner = words.lower[noun], noun - 1
    if noun != mention.start - 2 or noun < 1 or words.tags[noun] != "NN" or words.tags[owner] != "PRP$":
        return False
    if owner and words.tags[owner - 1] in {"IN", "TO"} and together(words, owner):
        return False
    return word not in titles().kin and word not in titles().associates and word not in _NO_ROLES


def _apposed_with_article(words: Words, start: int, noun: int, mention: Name) -> bool:
    """Is *noun* what the parse says that the person is: "Doe, a tailor in Fulda"; not "Doe, a man of 40", "Doe, a cousin of"?"""
    word = words.lower[noun]
    if words.lower[start] not in {"a", "an"} or words.tags[noun] != "NN" or not words.words[noun].islower():
        return False
    if word in titles().kin or word in titles().associates or word in _NO_ROLES:
        return False
    return words.deps[noun] == "appos" and mention.start <= words.heads[noun] < mention.end


def _heads_phrase(words: Words, noun: int) -> bool:
    """Is *noun* no part of a longer noun: "minister" in "the minister", not in "the minister aide"?"""
    return not (words.deps[noun] in {"compound", "poss", "nmod"} and words.heads[noun] > noun)


def _is_verb(words: Words, token: int) -> bool:
    return words.tags[token].startswith("V") and words.lower[token] not in titles().modifiers


def _end_of_phrase(words: Words, noun: int) -> int:
    """The end of the phrase that *noun* heads: before a verb, a mark, "and a …", or "at a …"; cut at a preposition if long."""
    end, last_link = noun + 1, 0
    while end < words.size and together(words, end):
        if words.lower[end] in _STOPS or words.tags[end] in {"VBD", "VBZ", "VBP", "MD", "VBN", "VBG", "WP", "WDT"}:
            return end
        if words.tags[end] in {"IN", "CC"}:
            if end + 1 < words.size and words.lower[end + 1] in {"a", "an"}:
                return end
            last_link = end
        end += 1
        if end - noun > _LONGEST:
            return last_link or end
    return end


def name_after(reader: RoleReader, mention: Name) -> str | None:
    """E.g. "The mayor of Springfield, Jane Doe, said": mayor of Springfield; "Its chief negotiator, Doe, left"."""
    words = reader.words
    if words.before(mention.start) != "," or words.after(mention.end) not in {",", ".", "of", "from", "at"}:
        return None
    for noun in range(mention.start - 2, max(mention.start - _LONGEST, 0), -1):
        if words.lower[noun] in _STOPS or _is_verb(words, noun) or not together(words, noun + 1):
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
    """Is the word at *start* the second half of one with a hyphen?"""
    return start > 1 and words.words[start - 1] == "-" and words.offsets[start] == words.end_of(start - 1)
