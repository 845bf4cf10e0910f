"""Coreferent names of organisations and places: long and short forms, acronyms, corporate suffixes, countries.

Every function takes the spellings of one article, each form once and sorted, and yields pairs that name one thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from newsview.extraction.entities.countries import country, demonym, state
from newsview.extraction.entities.lexicon import NAMES, ORGANISATIONS, PLACE_WORDS, kinds, short_heads
from newsview.extraction.entities.name_strings import acronym_letters, form, initials, is_acronym, without_suffix
from newsview.extraction.entities.type_from_name import known_organisation
from newsview.extraction.function_words import FUNCTION

Pairs = Iterable[tuple[str, str]]

_WITH_SMALL_LETTER = re.compile(r"[A-Z]{1,2}[a-z][A-Z]{1,2}")
"""Acronyms with a lower-case letter for a function word: "DfT", "MoD"."""
_LONGEST_PREFIX = 8
_KOREAS = ("KP", "KR")


def same_organisations(spellings: Sequence[str]) -> Pairs:
    """Pairs of organisations."""
    yield from same_key(spellings, known_organisation)
    yield from same_key(spellings, lambda text: without_suffix(tuple(form(text).split())))
    yield from same_key(spellings, without_club)
    yield from acronyms_by_initials(spellings)
    yield from shortened(spellings)
    yield from of_a_country(spellings)
    yield from by_last_word(spellings)
    yield from churches(spellings)


def same_places(spellings: Sequence[str]) -> Pairs:
    """Pairs of countries and other places."""
    yield from same_key(spellings, country_here(spellings))
    yield from same_key(spellings, _without_division)
    yield from same_key(spellings, lambda text: form(state(text)))


def same_storms(spellings: Sequence[str]) -> Pairs:
    """Pairs of a storm with and without its kind: "Typhoon Haiyan" and Haiyan."""
    kinds_of_storm = ORGANISATIONS.storms
    bare = {form(each).partition(" ")[2]: each for each in spellings if form(each).partition(" ")[0] in kinds_of_storm}
    for spelling in spellings:
        if form(spelling) in bare:
            yield spelling, bare[form(spelling)]


def same_peoples(spellings: Sequence[str], countries_named: Sequence[str]) -> Pairs:
    """Pairs of nationalities and creeds: adjective and people, singular and plural."""
    yield from same_key(spellings, people_here([*spellings, *countries_named]))
    yield from same_key(spellings, lambda text: form(text).removesuffix("s") if len(text) > 4 else form(text))


def same_key(spellings: Iterable[str], key_of: Callable[[str], object]) -> Pairs:
    """Pairs of spellings with the same result of *key_of*, other than None."""
    first: dict[object, str] = {}
    for spelling in spellings:
        key = key_of(spelling)
        if key is not None and first.setdefault(key, spelling) != spelling:
            yield first[key], spelling


def without_club(text: str) -> str:
    """Name of a club without "FC" before or after it, in normal form: "nauli" for "FC Nauli"."""
    parts = form(text).split()
    clubs = [part for part in parts if part not in ORGANISATIONS.clubs_only or len(part) > 3]
    return " ".join(clubs or parts)


def acronyms_by_initials(spellings: Sequence[str]) -> Pairs:
    """Acronym and the only name with its initials, with or without the legal form: "KPA" and Korean People's Army.

    Of two letters, it is not one of the common abbreviations: "ZM" and Zorb Motors Corp., not "TV" and Zorb's Teen Voice.
    """
    long_by_letters: dict[str, set[str]] = defaultdict(set)
    for spelling in spellings:
        company = without_suffix(tuple(form(spelling).split()))
        for letters in initials(spelling) | initials(" ".join(company)):
            long_by_letters[letters].add(spelling)
    for spelling in spellings:
        letters = acronym_letters(spelling)
        usual = len(letters) < 2 or letters in NAMES.abbreviations
        if not usual and (is_acronym(spelling) or _WITH_SMALL_LETTER.fullmatch(spelling)):
            found = sorted(long_by_letters.get(letters, set()) - {spelling})
            # "Initech Foods" and "Initech Foods Inc" are one already
            if len({without_suffix(tuple(form(each).split())) for each in found}) == 1:
                yield spelling, found[0]


def shortened(spellings: Sequence[str]) -> Pairs:
    """Start of a name and the only name with it: "Yonhap" and Yonhap News Agency.

    The rest must be a description ("News Agency") or an "of" phrase: "Apple" is not Apple Records. A country before the
    longer name is ignored: "Supreme Court" is US Supreme Court of Justice.
    """
    longer: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for spelling in spellings:
        for parts in _with_and_without_country(spelling):
            for cut in range(1, min(len(parts), _LONGEST_PREFIX)):
                if _describes(parts, cut):
                    longer[parts[:cut]].add(spelling)
    for spelling in spellings:
        found = sorted(longer.get(tuple(form(spelling).split()), set()) - {spelling})
        # "Initech Foods" and "Initech Foods Inc" are one already
        one = len({without_suffix(tuple(form(each).split())) for each in found}) == 1
        if one and country(spelling) is None and demonym(spelling) is None:
            yield spelling, found[0]


def _describes(parts: tuple[str, ...], cut: int) -> bool:
    rest, table = parts[cut:], ORGANISATIONS
    if rest[0] in FUNCTION.of_or_for:
        return True
    return all(
        word in table.descriptors
        or word in table.business
        or word in table.corporate_suffixes
        or word in FUNCTION.and_or_ampersand
        for word in rest
    )


def of_a_country(spellings: Sequence[str]) -> Pairs:
    """Name without its country, if only one country has it: "State Department" and US State Department."""
    longer: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for spelling in spellings:
        for parts in _with_and_without_country(spelling)[1:]:
            longer[parts].add(spelling)
    for spelling in spellings:
        found = longer.get(tuple(form(spelling).split()), set())
        if len(found) == 1:
            yield spelling, next(iter(found))


def _with_and_without_country(spelling: str) -> list[tuple[str, ...]]:
    """Words of *spelling*, and those after the country at its start, if any."""
    words = spelling.removeprefix("the ").split()
    found = [tuple(form(spelling).split())]
    for cut in range(min(len(words) - 1, 3), 0, -1):
        before = " ".join(words[:cut])
        owner = len(words) - cut > 1 and known_organisation(before) is not None  # "UN Security Council"
        if owner or country(before) or demonym(before):
            return [*found, tuple(form(" ".join(words[cut:])).split())]
    return found


def by_last_word(spellings: Sequence[str]) -> Pairs:
    """Head noun and the only name with it: "the Court" and Supreme Court of Cassation."""
    heads: dict[str, set[str]] = defaultdict(set)
    for spelling in spellings:
        parts = form(spelling).split()
        if len(parts) > 1:
            heads[parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]].add(spelling)
    for spelling in spellings:
        found = heads.get(form(spelling), set())
        if len(found) == 1 and (form(spelling) in short_heads() or _nickname(form(spelling))):
            yield spelling, next(iter(found))


def _nickname(word: str) -> bool:
    """Whether *word* may be the short name of a club: "Hornets" for Fulda Hornets."""
    return len(word) > 4 and word.isalpha() and word.endswith("s") and country(word) is None and word not in kinds()


def churches(spellings: Sequence[str]) -> Pairs:
    """Creed and its church, both labelled ORG: "Scientology" and Church of Scientology."""
    churches_of = {
        form(each).removeprefix("church of "): each for each in spellings if form(each).startswith("church of ")
    }
    for spelling in spellings:
        if form(spelling) in churches_of:
            yield spelling, churches_of[form(spelling)]


def country_here(spellings: Iterable[str]) -> Callable[[str], str | None]:
    """Function from a place to its country code; "Korea" and "the North" depend on the Koreas in *spellings*."""
    koreas = {code for code in map(country, spellings) if code in _KOREAS}

    def code_of(text: str) -> str | None:
        """Country code, also of a Korea by its compass point; None for any other place."""
        code = country(text)
        if code == "KOR" and len(koreas) == 1:
            return next(iter(koreas))
        if form(text) in PLACE_WORDS.divided and koreas:
            return "KP" if form(text) == "north" else "KR"
        return code

    return code_of


def people_here(names: Sequence[str]) -> Callable[[str], str | None]:
    """Function from a nationality to its country code; "Korean" depends on the Koreas in *names*."""
    koreas = {code for name in names for code in (demonym(name), country(name)) if code in _KOREAS}

    def code_of(text: str) -> str | None:
        """Country code of the nationality; None for other groups."""
        code = demonym(text)
        return next(iter(koreas)) if code == "KOR" and len(koreas) == 1 else code

    return code_of


def _without_division(text: str) -> str | None:
    """Place without its division: "Kunar" for "Kunar province"."""
    parts = form(text).split()
    if len(parts) > 1 and parts[-1] in ORGANISATIONS.divisions:
        parts.pop()
    bare = " ".join(parts)
    return None if bare != form(text) and country(bare.title()) is not None else bare  # "United States District"
