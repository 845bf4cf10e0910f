"""One type for each form: by tables, by the noun that heads it, by its context, and by the majority of its mentions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from newsview.extraction.entities import context
from newsview.extraction.entities.countries import AMBIGUOUS, country, demonym
from newsview.extraction.entities.doubtful_people import doubt_lone_people, firms_by_one_word
from newsview.extraction.entities.lexicon import given_names, kinds, organisations
from newsview.extraction.entities.names import form, is_acronym, person
from newsview.extraction.entities.words import Name, Words

PLACES = frozenset({"GPE", "LOC", "FAC"})
FIXED = frozenset({"WORK_OF_ART", "EVENT", "LAW", "PRODUCT", "LANGUAGE"})
_ORDER = ("PERSON", "ORG", "GPE", "NORP", "LOC", "FAC")
"""Which label wins a tie: the first."""
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "throughout", "around", "towards", "toward"})
_ALWAYS_FACILITIES = frozenset({"airport", "arena", "bridge", "palace", "prison", "stadium", "station", "courthouse"})
_NEVER_PEOPLE = _ALWAYS_FACILITIES | {
    *("university", "ministry", "department", "committee", "institute", "securities", "analytics", "electronics"),
    *("industries", "holdings", "technologies", "motors", "pharmaceuticals", "airlines", "airways", "police"),
}
_ALWAYS_BODIES = frozenset(
    {"agency", "authority", "bank", "commission", "committee", "department", "ministry", "police", "university"}
)
"""Last words that no place, event or law has in English: "City of Fulda Police"."""
_BUSINESSES = frozenset(
    {
        *("aerospace", "airlines", "aviation", "biotech", "broadband", "energy", "entertainment", "healthcare"),
        *(
            "insurance",
            "logistics",
            "memory",
            "petroleum",
            "pharma",
            "properties",
            "railways",
            "renewables",
            "robotics",
        ),
        *(
            "semiconductor",
            "semiconductors",
            "shipping",
            "software",
            "telecom",
            "television",
            "therapeutics",
            "utilities",
        ),
    }
)
"""Last words of companies that no surname is."""
_ROADS = frozenset({"avenue", "boulevard", "highway", "motorway", "road"})
_NO_RELATIVES = frozenset({"the", "team", "mount"})
_SWEDISH = ("qvist", "quist", "kvist")
_CREEDS = ("ist", "ists", "crat", "crats", "publicans")


def settle_labels(words: Words, names: Sequence[Name], acronyms: Iterable[tuple[Name, Name]]) -> list[Name]:
    """*names* with one label for each form; *acronyms* are pairs of a long name and its acronym."""
    texts = [words.bare(name) for name in names]
    forms = [form(text) for text in texts]
    ballots: dict[str, dict[str, int]] = {}
    told: dict[str, dict[str, int]] = {}
    spelling: dict[str, str] = {}
    for name, text, key in zip(names, texts, forms, strict=True):
        spelling.setdefault(key, text)
        ballot = ballots.setdefault(key, {})
        ballot[name.label] = ballot.get(name.label, 0) + 2
    chosen = {key: by_table(spelling[key], ballot) for key, ballot in ballots.items()}
    for name, key in zip(names, forms, strict=True):
        if chosen[key] is None:
            ballot = told.setdefault(key, {})
            for label, strength in context.votes(words, name).items():
                ballot[label] = ballot.get(label, 0) + strength
    doubt_lone_people(ballots, told)
    labels = {key: chosen[key] or _elected(spelling[key], ballot) for key, ballot in ballots.items()}
    labels |= firms_by_one_word(labels, told)
    for long, short in acronyms:
        labels[form(words.bare(short))] = labels.get(form(words.bare(long)), long.label)
    typed = [
        name if name.label == labels[key] else Name(name.start, name.end, labels[key])
        for name, key in zip(names, forms, strict=True)
    ]
    return people_in_lists(words, surnames_as_people(words, typed))


def _elected(text: str, ballot: dict[str, int]) -> str:
    if has_given_name(text) and ballot.keys() & {"ORG", "GPE", "FAC", "LOC", "NORP", "PRODUCT"}:
        ballot["PERSON"] = ballot.get("PERSON", 0) + 5
    winner = _winner(ballot)
    return by_head(text, winner) or creed(text, winner) or winner


def _winner(ballot: Mapping[str, int]) -> str:
    if len(ballot) == 1:
        return next(iter(ballot))

    def rank(label: str) -> tuple[int, int, str]:
        """The most votes first; of equal ones the type that comes first in the order of types."""
        return -ballot[label], _ORDER.index(label) if label in _ORDER else len(_ORDER), label

    return min(ballot, key=rank)


def by_table(text: str, ballot: Mapping[str, int]) -> str | None:
    """The type of countries, nationalities and well-known organisations, whatever the recognizer held them for."""
    if text not in AMBIGUOUS or "GPE" in ballot:
        if demonym(text):
            return "LANGUAGE" if _winner(ballot) == "LANGUAGE" else "NORP"
        if country(text):
            return "GPE"
    if text in organisations().creeds:
        return "NORP"
    for label, places in organisations().known_places.items():
        if text in places:
            return label
    return "ORG" if known_organisation(text) is not None else None


@cache
def _known() -> Mapping[str, int]:
    return {form(name): row for row, names in enumerate(organisations().known) for name in names}


def known_organisation(text: str) -> int | None:
    """The row of the table of well-known organisations that has *text*, or None."""
    return _known().get(form(text))


def has_given_name(text: str) -> bool:
    """Is *text* two or three words of which the first is a given name and the last no kind of organisation or place?"""
    parts = form(text).split()
    return (
        2 <= len(parts) <= 3
        and parts[0] in given_names()
        and parts[-1].replace("-", "").isalpha()
        and parts[-1] not in kinds()
        and not {"of", "and", "&", "the", "in", "at", "for", "on", "to", "with"} & set(parts)
    )


def by_head(text: str, label: str) -> str | None:
    """The type that the head tells: "Fulda Stadium" FAC, "Gulf of Elbonia" LOC, "Ministry of Silly Walks" ORG."""
    parts = form(text).split()
    if len(parts) < 2 or label == "NORP":
        return None
    table = organisations()
    if label in {"EVENT", "LAW"} and parts[-1] in _ALWAYS_BODIES:
        return "ORG"
    if label in FIXED:
        return None
    for kind, first in table.first_words.items():
        if parts[0] in first and (label == "PERSON" or (label == "GPE" and kind == "ORG")):
            return kind
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    if head in table.club_suffixes and label in {"PERSON", "FAC"} and parts[0] not in given_names():
        return "ORG"
    if label == "PERSON" and parts[-1] in _BUSINESSES and parts[0] not in given_names():
        return "ORG"
    if parts[-1] == "court" and label == "FAC":
        return "ORG"
    if label == "ORG" and (parts[-1] in _ROADS or (parts[-1] == "street" and parts[0] not in {"wall", "fleet"})):
        return "FAC"
    if parts[-1] in _ALWAYS_BODIES and label in {"PERSON", "GPE", "LOC"}:
        return "ORG"
    if head in table.newspaper_heads and label == "PERSON" and parts[0] not in given_names():
        return "ORG"
    if label == "PERSON" and len(parts) == 2 and head not in _NEVER_PEOPLE:
        return None
    if (head in _ALWAYS_FACILITIES and parts[-2] != "space") or parts[-2:] in (
        ["convention", "centre"],
        ["convention", "center"],
    ):
        return "FAC"
    if head in table.facility_heads and label != "ORG":
        return "FAC"
    if parts[-2:] == ["national", "park"]:
        return "LOC"
    if head in table.location_heads and label in {"ORG", "FAC", "PERSON"}:
        return "LOC"
    return "ORG" if head in table.heads and label in {"PERSON", "GPE", "LOC"} else None


def creed(text: str, label: str) -> str | None:
    """E.g. "Scientologist", "Libertarian Socialist": who follows something is a NORP, and so are "Iowans"."""
    if label in {"ORG", "GPE"} and text.endswith(_CREEDS) and not text.endswith(_SWEDISH):
        return "NORP"
    return "NORP" if label in {"GPE", "LOC"} and text.endswith(("ans", "ites", "ers")) and " " not in text else None


def companies_before_people(words: Words, names: Sequence[Name]) -> list[Name]:
    """A word that was found for somebody's surname, but stands before that person and after a company of that name, is the company."""
    people = _People(words, names)
    return [Name(name.start, name.end, "ORG") if people.lacks(name) else name for name in names]


def surnames_as_people(words: Words, names: Sequence[Name]) -> list[Name]:
    """A single word that is the surname or given name of somebody in the article is that person, no place or company.

    So are two words of which the second is such a surname ("Piers Doe" beside "Jane Doe"). A word with which the name
    of an organisation begins is left as it is: "Doe" may be Doe Shipping.
    """
    people = _People(words, names)

    def retyped(name: Name) -> Name:
        """*name* as a person, or as the company that the person is not."""
        if people.has(name):
            return Name(name.start, name.end, "PERSON")
        return Name(name.start, name.end, "ORG") if people.lacks(name) else name

    return [retyped(name) for name in names]


class _People:
    """The surnames and given names of an article's people, against which names of other types are held."""

    def __init__(self, words: Words, names: Sequence[Name]) -> None:
        self._words = words
        self._surnames: set[str] = set()
        self._given: set[str] = set()
        self._companies: dict[str, int] = {}
        self._firms: set[str] = set()
        self._met: dict[str, int] = {}
        single: dict[str, bool] = defaultdict(bool)
        for name in names:
            if name.label == "PERSON":
                parts = person(words.bare(name))
                if parts.given:
                    self._surnames |= {" ".join(parts.surname), parts.surname[-1]}
                    self._met.setdefault(parts.surname[-1], name.start)
                    self._given.add(parts.given[0])
                else:
                    single[parts.surname[0]] |= bool(
                        context.after_title(words, name) or context.after_office(words, name)
                    )
            elif name.label == "ORG" and name.end - name.start > 1:
                self._companies.setdefault(words.lower[name.start], name.start)
                if words.lower[name.end - 1] in organisations().business | organisations().corporate_suffixes:
                    self._firms.add(words.lower[name.start])
        self._titled = {surname for surname, titled in single.items() if titled}

    def has(self, name: Name) -> bool:
        """Is *name*, typed as something else, one of them?"""
        if name.label not in {"ORG", "GPE", "LOC", "FAC", "PRODUCT", "NORP", "EVENT"}:
            return False
        text = self._words.bare(name)
        parts = form(text).split()
        if not (parts and (parts[-1] in self._surnames or text.casefold() in self._given)) or is_acronym(text):
            return False
        if known_organisation(text) is not None or demonym(text) or country(text) or by_table(text, {name.label: 1}):
            return False
        if parts[0] in self._firms and self._nobody_yet(parts[0], name):
            return False
        if len(parts) > 1:
            return len(parts) == 2 and name.label in {"ORG", "NORP"} and self._relative(parts)
        before = self._words.before(name.start)
        if (
            parts[0] in self._surnames
            and name.label != "EVENT"
            and not (name.label == "ORG" and parts[0] in self._companies)
        ):
            return name.label not in PLACES or (before not in _LOCATIVE and before != "the")
        return text.casefold() in self._given and name.label in {"ORG", "PRODUCT", "EVENT"}

    def lacks(self, name: Name) -> bool:
        """Is *name* a single word, typed as a person, that only begins the name of an organisation: Zorb of Zorb Group?

        If there is somebody called Zorb too, it is the company that is meant until that person has been named.
        """
        if name.end - name.start > 1 or name.label not in {"PERSON", "GPE"}:
            return False
        key = form(self._words.bare(name))
        nobody_yet = self._nobody_yet(key, name)
        if name.label == "GPE":
            return key in self._firms and nobody_yet
        return (
            key in self._companies
            and (key not in self._surnames or nobody_yet)
            and key not in self._given
            and key not in self._titled
            and key not in given_names()
        )

    def _nobody_yet(self, key: str, name: Name) -> bool:
        """Does *name* stand after the organisation that its word *key* begins, and before the first person of that surname?"""
        return self._companies.get(key, name.start) < name.start < self._met.get(key, name.start)

    def _relative(self, parts: Sequence[str]) -> bool:
        clubs = organisations().club_suffixes
        if any(part in kinds() or part in clubs or part in _NO_RELATIVES for part in parts):
            return False
        return parts[1] in self._surnames and parts[0].isalpha()


def people_in_lists(words: Words, names: Sequence[Name]) -> list[Name]:
    """In a list of four single words and more ("Doe; Roe, Poe, Loe") those that are nothing known are what most are: people."""
    listed = list(names)
    run: list[int] = []
    for index, name in enumerate([*names, None]):
        linked = name is not None and run and _only_marks_between(words, names[run[-1]], name)
        if not linked:
            if len(run) > 3 and _mostly_people([names[each] for each in run]):
                for each in run:
                    if by_table(words.bare(names[each]), {names[each].label: 1}) is None:
                        listed[each] = Name(names[each].start, names[each].end, "PERSON")
            run = []
        if name is not None and name.end - name.start == 1:
            run.append(index)
    return listed


def _only_marks_between(words: Words, before: Name, name: Name) -> bool:
    between = words.words[before.end : name.start]
    near = 0 < len(between) <= 6 and words.block[before.start] == words.block[name.start]
    return near and name.end - name.start == 1 and not any(word.isalpha() and not word[0].isupper() for word in between)


def _mostly_people(names: Sequence[Name]) -> bool:
    labels = Counter(name.label for name in names)
    return labels["PERSON"] > 1 and all(labels["PERSON"] >= count for count in labels.values())
