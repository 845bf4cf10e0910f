"""From the pipeline's named entities to one record for each real thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from newsview.extraction.entities import discover
from newsview.extraction.entities.countries import countries, country
from newsview.extraction.entities.grouping import group
from newsview.extraction.entities.growth import Taken, grow, join
from newsview.extraction.entities.labels import settle_labels
from newsview.extraction.entities.repair import shrink, split, without_common_nouns
from newsview.extraction.entities.words import Name, Words
from newsview.facts import Entity, Mention

NUMERIC = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
"""Labels that the numbers component answers for."""


def find_entities(doc: Doc) -> list[Entity]:
    """The entities of *doc*, each with its mentions in text order; ids and sentences are left empty."""
    words = Words(doc)
    names = _repaired(
        words, [Name(span.start, span.end, span.label_) for span in doc.ents if span.label_ not in NUMERIC]
    )
    names, acronyms = _completed(words, names)
    return [_entity(words, each) for each in group(words, names, acronyms)]


def _repaired(words: Words, raw: Iterable[Name]) -> list[Name]:
    """The recognizer's names, repaired."""
    pieces = [piece for name in raw for piece in split(words, name)]
    short = [name for name in (shrink(words, piece) for piece in pieces) if name is not None]
    grown = join(words, grow(words, short))
    return [name for name in (shrink(words, each) for each in grown) if name is not None]


def _completed(words: Words, names: list[Name]) -> tuple[list[Name], list[tuple[Name, Name]]]:
    """Those that were missed added, and every form with one type; also the acronyms that brackets introduce."""
    names = _with(names, discover.dateline_places(words), over=True)
    for find in (_known, discover.demonyms, discover.after_honorific, discover.with_initials):
        names = _with(names, find(words, Taken.by(words, names)))
    names = _with(names, discover.members_of_a_list(words, names, Taken.by(words, names)))
    names = without_common_nouns(words, names)
    acronyms = discover.bracketed_acronyms(words, names)
    names = _with(names, [name for pair in acronyms for name in pair], over=True)
    names = settle_labels(words, names, acronyms)
    names = _with(names, discover.elsewhere(words, names, Taken.by(words, names)))
    names = settle_labels(words, names, acronyms)
    names = _with(names, discover.ministries(words, names, Taken.by(words, names)))
    label = {(name.start, name.end): name.label for name in names}
    return names, [(_relabelled(long, label), _relabelled(short, label)) for long, short in acronyms]


def _relabelled(name: Name, label: dict[tuple[int, int], str]) -> Name:
    return Name(name.start, name.end, label.get((name.start, name.end), name.label))


def _known(words: Words, taken: Taken) -> list[Name]:
    return discover.look_up(words, taken, discover.known_names())


def _with(names: Sequence[Name], more: Iterable[Name], *, over: bool = False) -> list[Name]:
    """*names* and *more* in text order, without overlap; *over*: the new ones take the place of those they meet."""
    more = list(more)
    covered = {token for name in more for token in range(name.start, name.end)} if over else set()
    kept = [name for name in names if covered.isdisjoint(range(name.start, name.end))]
    return sorted([*kept, *more], key=lambda name: (name.start, name.end))


def _entity(words: Words, names: Sequence[Name]) -> Entity:
    mentions = []
    for name in names:
        start, end = words.ends(name)
        mentions.append(Mention(id="", text=words.text[start:end], start=start, end=end, sentence=""))
    labels = Counter(name.label for name in names)
    label = min(labels, key=lambda each: (-labels[each], each))
    return Entity(
        id="", name=_canonical([mention.text for mention in mentions], label), type=label, role=None, mentions=mentions
    )


def _canonical(texts: Sequence[str], label: str) -> str:
    """The fullest proper form that the article gives."""
    official = {each.code: each.name for each in countries()}.get(country(texts[0]) or "")
    if label == "GPE" and official is not None and official in texts:
        return official
    counts = Counter(texts)

    def rank(text: str) -> tuple[bool, int, int, int, str]:
        size = len(text.split())
        return (
            text.isupper() and len(text) > 6,
            -size if label != "NORP" else 0,
            -counts[text] if label == "NORP" else -len(text),
            len(text),
            text,
        )

    return min(counts, key=rank)
