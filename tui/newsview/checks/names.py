"""Names: one name in two spellings; an abbreviation with two letters of its initials swapped."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from newsview.checks.evidence import Evidence, Found
from newsview.checks.words import alternatives, words
from newsview.model.facts import Entity

LONGEST: Final = 30
"""Letters of the longest name that is compared."""
FREQUENT: Final = 3
"""How often a name stands at least that is usual without a full name beside it."""
TWICE: Final = 2
"""The same, of a name whose neighbour is the same too."""
LEAST: Final = 5
"""Letters of the shortest name that is compared: of shorter ones too many are one letter apart."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-](?=[^\W\d_]{2})[^\W\d_]+)*")
_TITLES = words("titles")
_NO_NAMES = words("no_names")
_FUNCTION = words("function_words")
_AFTER_NAME = re.compile(rf"['’]s\b|,? (?:{alternatives('after_name')})\b")
_NO_SURNAME = re.compile(rf"(?:['’]s)? \[[Ss]ic\]| of [A-Z]| (?:{alternatives('particles')})[ -][A-Z]")
"""What follows a word that the article itself calls misspelt, one that names an office ("Board of Contributors"), and a
first name ("Osama bin Laden")."""
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III"})
_NO_PEOPLE = frozenset({"GPE", "LOC", "NORP", "FAC", "LANGUAGE"})


class _Word(NamedTuple):
    """A capitalised word with its place and its capitalised neighbours, "" where there are none."""

    text: str
    start: int
    before: str
    after: str


def two_spellings(evidence: Evidence) -> Iterator[Found]:
    """A surname one letter from that of a person with a full name: "Susan Harlston … if Harlson agrees".

    Not a second person who has a full name too, a place, a nationality, or a word that the article also writes small.
    """
    capitalised, small = _capitalised(evidence.text)
    by_text: dict[str, list[_Word]] = defaultdict(list)
    for word in capitalised:
        by_text[word.text].append(word)
    surnames = _surnames(evidence.entities, by_text)
    usual = surnames | _frequent(evidence.entities, by_text)
    places, lone = _places(evidence, by_text)
    excluded = small | _FUNCTION | _NO_NAMES | places
    index: dict[str, list[str]] = defaultdict(list)
    for name in sorted(usual):
        for form in _deletions(name):
            index[form].append(name)
    for odd, words_of in by_text.items():
        if not LEAST <= len(odd) <= LONGEST or odd in surnames or odd in excluded or odd.lower() in excluded:
            continue
        if not _is_name_alone(evidence, words_of):
            continue
        is_slip = _is_typing_slip if odd in lone else _is_slip
        near = {name for form in _deletions(odd) for name in index.get(form, ()) if is_slip(odd, name)}
        for name in sorted(near):
            if not _is_usual(odd, name, by_text, surnames) or frozenset((odd.lower(), name.lower())) in evidence.known:
                continue
            yield _spelt_twice(evidence, words_of, by_text[name])
            break
    yield from _full_names(evidence)
    yield from _names_of_bodies(evidence, capitalised, excluded)


def _names_of_bodies(evidence: Evidence, capitalised: list[_Word], excluded: set[str]) -> Iterator[Found]:
    """A word of a name of several that stands once in another spelling beside the same word: "Northen Mills", "Northern Mills".

    The usual one stands twice at least. A further consonant may be another body ("Norland Bank" and "Nordland Bank"). Not
    names of persons ("Maria Quill" and "Marie Quill"), or where the ends differ
    ("West German" and "West Germany").
    """
    people = {
        word
        for entity in evidence.entities
        if entity.type == "PERSON"
        for mention in entity.mentions
        for word in mention.text.split()
    }
    beside: dict[tuple[str, str], dict[str, list[_Word]]] = defaultdict(lambda: defaultdict(list))
    for word in capitalised:
        if not LEAST <= len(word.text) <= LONGEST or word.text in excluded or word.text in people:
            continue
        if word.after and word.after not in people and not word.before:
            beside["before", word.after][word.text].append(word)
        elif word.before and word.before not in people and word.before not in _TITLES and not word.after:
            beside["after", word.before][word.text].append(word)
    for spellings in beside.values():
        index: dict[str, list[str]] = defaultdict(list)
        for name, words_of in spellings.items():
            if len(words_of) >= TWICE:
                for form in _deletions(name):
                    index[form].append(name)
        for odd, words_of in spellings.items():
            near = {name for form in _deletions(odd) for name in index.get(form, ()) if _is_misspelt(odd, name)}
            usual = next((name for name in sorted(near) if odd[-2:] == name[-2:]), None)
            if (
                len(words_of) == 1
                and usual is not None
                and frozenset((odd.lower(), usual.lower())) not in evidence.known
            ):
                yield _spelt_twice(evidence, words_of, spellings[usual])


def _is_usual(odd: str, name: str, by_text: dict[str, list[_Word]], surnames: set[str]) -> bool:
    """Whether *name* is the usual form of *odd*: a surname that is not rarer, or a frequent name with the same end."""
    if name in surnames:
        return len(by_text[name]) >= len(by_text[odd])
    return len(by_text[odd]) == 1 and odd[-1] == name[-1] and odd[-2:] != name[-2:][::-1]


def _spelt_twice(evidence: Evidence, odd: list[_Word], usual: list[_Word]) -> Found:
    times = "once" if len(usual) == 1 else f"{len(usual)} times"
    first, other = odd[0], usual[0]
    return Found(
        message=f"{first.text} here, {other.text} {times} elsewhere",
        places=[evidence.place(each.start, each.start + len(each.text)) for each in (first, other)],
        level="note" if _plain(first.text) == _plain(other.text) else None,
    )


def _capitalised(text: str) -> tuple[list[_Word], set[str]]:
    """The capitalised words of *text*, and the words that it writes with a small letter."""
    found: list[_Word] = []
    small: set[str] = set()
    previous: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if not word[0].isupper():
            small.add(word.lower())
            previous = match
            continue
        near = (
            previous is not None
            and previous[0].lower() not in _FUNCTION
            and text[previous.end() : match.start()] in (" ", "-")
        )
        before = previous[0] if near and previous is not None and previous[0][0].isupper() else ""
        if before and found:
            found[-1] = found[-1]._replace(after=word)
        found.append(_Word(word, match.start(), before, ""))
        previous = match
    return found, small


def _surnames(entities: Sequence[Entity], by_text: dict[str, list[_Word]]) -> set[str]:
    """The last names of persons who have a full name."""
    found = set()
    for entity in entities:
        parts = [part for part in entity.name.split() if part not in _SUFFIXES]
        if (
            entity.type == "PERSON"
            and len(parts) > 1
            and _is_first_name(parts[0])
            and LEAST <= len(parts[-1]) <= LONGEST
            and parts[-1] in by_text
        ):
            found.add(parts[-1])
    return found


def _is_first_name(word: str) -> bool:
    return word[:1].isupper() and word not in _TITLES


def _frequent(entities: Sequence[Entity], by_text: dict[str, list[_Word]]) -> set[str]:
    """The names of any kind that stand at least ``FREQUENT`` times."""
    named = {word for entity in entities for mention in entity.mentions for word in mention.text.split()}
    return {word for word in named if LEAST <= len(word) <= LONGEST and len(by_text.get(word, ())) >= FREQUENT}


def _places(evidence: Evidence, by_text: dict[str, list[_Word]]) -> tuple[set[str], set[str]]:
    """The words that are places and nations, and those of them that stand once: a name misspelt may be taken for a place.

    A single word before a verb of speech is none of them.
    """
    found: set[str] = set()
    lone: set[str] = set()
    for entity in evidence.entities:
        if entity.type not in _NO_PEOPLE:
            continue
        words_of = {part for mention in entity.mentions for part in mention.text.split()}
        only = next(iter(words_of), "")
        if len(words_of) == 1 == len(entity.mentions) and len(by_text.get(only, ())) == 1:
            if not _AFTER_NAME.match(evidence.text, entity.mentions[0].end):
                lone |= words_of
        else:
            found |= words_of
    return found, lone - found


def _is_name_alone(evidence: Evidence, places: list[_Word]) -> bool:
    """Whether the word is a surname by itself at all *places*, and at one of them by its place in the sentence."""
    if any(each.after or (each.before and each.before not in _TITLES) for each in places):
        return False
    if any(_NO_SURNAME.match(evidence.text, each.start + len(each.text)) for each in places):
        return False
    return any(_stands_as_name(evidence, each) for each in places)


def _stands_as_name(evidence: Evidence, word: _Word) -> bool:
    """Whether *word* is capitalised within a sentence, or is before a verb or 's."""
    if _AFTER_NAME.match(evidence.text, word.start + len(word.text)):
        return True
    start, _ = evidence.sentence(word.start)
    before = evidence.text[max(start, word.start - 3) : word.start].strip()
    return word.start > start and before[-1:].isalpha()


def _deletions(word: str) -> Iterator[str]:
    """*word* and what is left of it without one letter: two words one edit apart share one of these."""
    plain = word.lower()
    yield plain
    yield from (plain[:index] + plain[index + 1 :] for index in range(1, len(plain)))


def _is_slip(one: str, other: str) -> bool:
    """Whether the two names differ by one letter more, less, another, or two swapped, not at their first letter."""
    a, b = one.lower(), other.lower()
    if a == b:
        return one != other and one[1:] != other[1:]
    if a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    if a.rstrip("s") == b.rstrip("s"):  # a family, or a possessive without its mark
        return False
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tail_a, tail_b = a[head:], b[head:]
    if len(a) == len(b):
        return tail_a[1:] == tail_b[1:] or (tail_a[:2] == tail_b[1::-1] and tail_a[2:] == tail_b[2:])
    return tail_a[1:] == tail_b or tail_a == tail_b[1:]


def _is_typing_slip(one: str, other: str) -> bool:
    """Whether the two differ by a letter that is doubled, or two that are swapped: hardly two names."""
    if not _is_slip(one, other):
        return False
    long, short = (each.lower() for each in (max(one, other, key=len), min(one, other, key=len)))
    if len(long) == len(short):
        return sorted(long) == sorted(short)
    doubled = (index for index in range(1, len(long)) if long[index] == long[index - 1])
    return any(long[:index] + long[index + 1 :] == short for index in doubled)


def _is_misspelt(one: str, other: str) -> bool:
    """Whether the two differ by a typing slip, or by one vowel for another."""
    if len(one) != len(other):
        return _is_typing_slip(one, other)
    differing = [{a, b} for a, b in zip(one.lower(), other.lower(), strict=True) if a != b]
    return _is_typing_slip(one, other) or (
        _is_slip(one, other) and len(differing) == 1 and differing[0] <= set("aeiouy")
    )


def _plain(word: str) -> str:
    """*word* without accents and case."""
    return "".join(each for each in unicodedata.normalize("NFD", word) if not unicodedata.combining(each)).lower()


def _full_names(evidence: Evidence) -> Iterator[Found]:
    """Two persons of one first name whose surnames are one letter apart, or the other way round."""
    groups: dict[tuple[str, str], list[Entity]] = defaultdict(list)
    for entity in evidence.entities:
        parts = entity.name.split()
        if (
            entity.type == "PERSON"
            and len(parts) == 2
            and _is_first_name(parts[0])
            and LEAST <= len(parts[1]) <= LONGEST
        ):
            groups[parts[0], parts[1][0]].append(entity)
    for group in groups.values():
        for one, other in pairwise(group):
            a, b = one.name.split()[1], other.name.split()[1]
            if not _is_slip(a, b) or frozenset((a.lower(), b.lower())) in evidence.known:
                continue
            if any(_NO_SURNAME.match(evidence.text, each.mentions[0].end) for each in (one, other)):
                continue
            odd, usual = sorted((other, one), key=lambda entity: len(entity.mentions))
            places = [evidence.place(each.mentions[0].start, each.mentions[0].end, each.id) for each in (odd, usual)]
            yield Found(message=f"{odd.name} here, {usual.name} elsewhere", places=places)


_ABBREVIATED = re.compile(r"((?:[A-Z][A-Za-z]{1,30} (?:of |the |for |and |on |in ){0,3}){2,6})\(([A-Z]{3,6})\)")
_INITIAL = re.compile(r"\b[A-Z]")
_NATION = re.compile(r"(?:ese|ish|ian|ean|ani|aqi|man|rench|reek|utch|wiss)$")
_ENGLISH = words("english_speaking")
_CAMEL = re.compile(r"[a-z][A-Z]")


def acronym(evidence: Evidence) -> Iterator[Found]:
    """Initials of which two are swapped: "the Society for River Mills (SMR)".

    Not where the article uses the abbreviation again, and not for a body abroad, whose initials are of another
    language ("Federation of Spanish Growers (FGS)"), unless the article has the initials elsewhere.
    """
    used: dict[str, int] = defaultdict(int)
    for word in re.findall(r"\b[A-Z]{3,6}\b", evidence.text):
        used[word] += 1
    abroad = {
        word
        for entity in evidence.entities
        if entity.type in ("NORP", "GPE")
        for mention in entity.mentions
        for word in mention.text.split()
    }
    for match in _ABBREVIATED.finditer(evidence.text):
        letters, initials = match[2], "".join(_INITIAL.findall(match[1]))[-len(match[2]) :]
        if used[letters] > 1 or _CAMEL.search(match[1]) or not _is_swapped(letters, initials):
            continue
        foreign = any((word in abroad or _NATION.search(word)) and word not in _ENGLISH for word in match[1].split())
        if foreign and not used[initials]:
            continue
        name = evidence.place(match.start(1), match.end(1) - 1)
        yield Found(
            message=f"({letters}): the initials are {initials}",
            places=[evidence.place(*match.span(2)), name],
        )


def _is_swapped(letters: str, initials: str) -> bool:
    """Whether *letters* are *initials* with two neighbours swapped."""
    if len(letters) != len(initials) or letters == initials:
        return False
    differing = [index for index, (a, b) in enumerate(zip(letters, initials, strict=True)) if a != b]
    first = differing[0]
    return (
        differing == [first, first + 1]
        and letters[first : first + 2] == initials[first + 1 : first - 1 if first else None : -1]
    )
