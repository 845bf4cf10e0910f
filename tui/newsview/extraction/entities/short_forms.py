"""Short forms of organisations that the article introduces by their full name: "Zorb" after Zorb Salt Works Inc.

News names an organisation in full before it shortens the name. A short form that stands first may be another
organisation, of which the longer one is a part: "Zorb", and later "Zorb Exploration". Every function takes the
spellings of one article with their first places, and yields pairs that name one thing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from newsview.extraction.entities.countries import country, demonym, is_state
from newsview.extraction.entities.doc_words import Name, Words
from newsview.extraction.entities.lexicon import ORGANISATIONS, institution_heads
from newsview.extraction.entities.name_strings import form, without_suffix
from newsview.extraction.entities.organisation_matching import Pairs
from newsview.extraction.entities.type_from_name import known_organisation

Places = Mapping[str, int]
"""{spelling: token of its first mention in running text}; headlines, which shorten first, do not count."""

_LONGEST = 8
"""Words of a short form, at most."""


def first_places(words: Words, names: Iterable[Name], spellings: Collection[str]) -> Places:
    """The first places of *spellings* among *names*; after all others what only headlines have."""
    spelled = {form(each): each for each in spellings}
    places = dict.fromkeys(spellings, words.size)
    for name in names:
        spelling = spelled.get(form(words.bare(name)))
        headline = words.block[name.start] >= 0 and words.blocks[words.block[name.start]].role in {
            "headline",
            "subhead",
        }
        if spelling is not None and not headline:
            places[spelling] = min(places[spelling], name.start)
    return places


Shortening = Callable[[Sequence[str]], Iterable[Sequence[str]]]
"""From the words of a full name to the words of its short forms."""


def shortened_after(places: Places) -> Pairs:
    """Pairs by all the rules."""
    for rule in (first_words_of_company, last_words_of_body):
        yield from _only_longer(places, rule)


def _only_longer(places: Places, rule: Shortening) -> Pairs:
    """Each spelling and the only name that *rule* shortens to it, where that name comes first."""
    longer: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for spelling in places:
        for short in rule(spelling.split()):
            longer[_key(short)].add(spelling)
    for spelling, place in places.items():
        found = sorted(longer.get(_key(spelling.split()), set()) - {spelling})
        one = len({without_suffix(_key(each.split())) for each in found}) == 1
        # the same name with and without its legal form may come twice
        if one and min(places[each] for each in found) < place and not (country(spelling) or demonym(spelling)):
            yield spelling, found[0]


def _key(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(form(" ".join(words)).split())


def first_words_of_company(words: Sequence[str]) -> Iterable[Sequence[str]]:
    """First words of a company: "Zorb" of Zorb Salt Works Inc.; not "Zorb" of Zorb News Inc. or Zorb Texas Inc."""
    parts = _key(words)
    company = parts[-1].strip(",") in _company_ends() or "&" in parts or known_organisation(" ".join(words)) is not None
    for cut in range(1, min(len(words), _LONGEST)) if company else ():
        rest = words[cut:]
        apart = any(part.strip(",") in ORGANISATIONS.subsidiaries for part in parts[cut:])
        if not apart and not any(country(word) or demonym(word) or is_state(word) for word in rest):
            yield words[:cut]


@cache
def _company_ends() -> frozenset[str]:
    table = ORGANISATIONS
    return frozenset(word.replace(".", "") for word in table.corporate_suffixes | table.business | table.company_ends)


def last_words_of_body(words: Sequence[str]) -> Iterable[Sequence[str]]:
    """Last words of a body: "Works Committee" of House Works Committee; not "Supreme Court" of Iowa Supreme Court."""
    if len(words) < 3 or form(words[-1]) not in institution_heads() or is_state(words[0]):
        return
    for cut in range(1, len(words) - 1):
        if words[cut][:1].isupper():
            yield words[cut:]
