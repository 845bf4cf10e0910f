"""Actions that edit a review: notes, verdicts, corrections of facts, added facts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, Literal, NamedTuple

from newsview.app.state.decide import Clock, now
from newsview.app.state.fact_index import Row, pane_of
from newsview.app.state.field_values import EditError, number_value
from newsview.app.state.review import Review
from newsview.model.codec import FormatError, decode, encode
from newsview.model.corrections import ENTITY, MERGED_INTO, corrected
from newsview.model.decisions import NOTHING, Step
from newsview.model.facts import Decision, Entity, Fact, Mention, Number, Quote, Range, Reference, Speaker, Verdict
from newsview.model.ids import stable_ids
from newsview.model.in_force import changed, without_verdict

Added = Literal["entity", "quote", "number"]

MARKS: Final = "\"'“”‘’«»„‚"
"""Quote marks at the edges of a selection: they are not part of a quote's content."""


def note(review: Review, text: str, clock: Clock = now) -> Step:
    """Set the note of the current fact; an empty text removes it."""
    return _decide(review, clock, note=text.strip() or None)


def judge(review: Review, verdict: Verdict | None, source: str, clock: Clock = now) -> Step:
    """Set the verdict on the current fact's claim, and its source; None removes the verdict."""
    if verdict is None:
        return _decide(review, clock, verdict=None, source=None)
    return _decide(review, clock, verdict=verdict, source=source.strip() or None, was=None)


def last_source(review: Review) -> str:
    """The source that was given last for a verdict; empty if there is none."""
    given = [decision for decision in review.decisions.all.values() if decision.source]
    latest = max(given, key=lambda decision: decision.at or "", default=None)
    return (latest.source if latest else None) or ""


def change(review: Review, fields: Mapping[str, object], clock: Clock = now) -> Step:
    """Correct *fields* of the current fact. Raises ``EditError`` if a value is invalid for its field.

    A verdict is put out of force if the correction changes the content of the fact.
    """
    fact = _current(review)
    try:
        decode(type(fact), {**encode(fact), **fields})
    except FormatError as error:
        raise EditError(str(error)) from error
    return _edit(review, fact.id, fields, clock)


def merge(review: Review, into: str, clock: Clock = now) -> Step:
    """Merge the current entity into the entity with the id *into*, with its mentions and all references to it."""
    fact = _current(review)
    if fact.id == into:
        raise EditError("an entity cannot be merged with itself")
    return _edit(review, fact.id, {MERGED_INTO: into}, clock)


def split(review: Review, clock: Clock = now) -> Step:
    """Make the current mention an entity of its own."""
    fact, row = _current(review), review.place.row
    if not isinstance(fact, Entity) or row is None or len(fact.mentions) < 2:
        raise EditError("only one of several mentions can be split off")
    mention = fact.mentions[max(row.part, 0)]
    return _edit(review, mention.id, {ENTITY: None}, clock)


def namesakes_first(entity: Entity, entities: Sequence[Entity]) -> list[Entity]:
    """*entities* without *entity*, those that share a word of its name first, else in their order."""
    words = set(entity.name.casefold().split())
    others = [each for each in entities if each.id != entity.id]
    return sorted(others, key=lambda each: words.isdisjoint(each.name.casefold().split()))


def speaker_of(review: Review, entity_id: str) -> Speaker:
    """The entity as the speaker of the current quote, at its nearest mention."""
    quote, entity = _current(review), review.index.by_id.get(entity_id)
    if not isinstance(quote, Quote) or not isinstance(entity, Entity):
        raise EditError("only a quote has a speaker, and only an entity can be one")
    nearest = min(entity.mentions, key=lambda mention: (_distance(mention, quote), mention.start))
    return Speaker(
        text=nearest.text,
        start=nearest.start,
        end=nearest.end,
        entity=entity.id,
        name=entity.name,
        link="name",
        sure=True,
    )


def speaker_in_words(review: Review, words: str) -> Speaker:
    """The *words* of the article, such as "the report", as the speaker of the current quote: where they are nearest to it.

    Raises ``EditError`` if the article does not have them.
    """
    quote = _current(review)
    if not isinstance(quote, Quote):
        raise EditError("only a quote has a speaker")
    parts = [re.escape(part) for part in words.split()]
    if not parts:
        raise EditError("no words are given")
    spaced = r"\s+".join(parts)
    pattern = re.compile(rf"(?<!\w){spaced}(?!\w)", re.IGNORECASE)
    places = [Range(start=match.start(), end=match.end()) for match in pattern.finditer(review.article.text)]
    if not places:
        raise EditError(
            f"the article does not have the words “{' '.join(words.split())}”; a speaker is named in its words"
        )
    place = min(places, key=lambda each: (_distance(each, quote), each.start))
    text = review.article.text[place.start : place.end]
    return Speaker(text=text, start=place.start, end=place.end, name=text, sure=True)


def _distance(mention: Mention | Range, quote: Quote) -> int:
    """Code points between the two; for a mention inside the quote, at least the quote's length."""
    if mention.end <= quote.start:
        return quote.start - mention.end
    return mention.start - quote.end if mention.start >= quote.end else len(quote.text) + mention.start - quote.start


def candidates(review: Review) -> list[Entity]:
    """The candidates for the current quote's speaker: people and organisations first, then by distance."""
    quote = review.fact
    entities = list(review.index.facts.entities)
    if isinstance(quote, Quote):
        entities.sort(
            key=lambda each: (
                each.type not in ("PERSON", "ORG"),
                min(_distance(mention, quote) for mention in each.mentions),
            )
        )
    return entities


def subject_of(review: Review, words: str) -> Reference | None:
    """The subject of the current number: *words* of its sentence. Raises ``EditError`` if they are not in it."""
    fact = _current(review)
    words = words.strip()
    if not words or not isinstance(fact, Number):
        return None
    sentence = review.article.sentences[review.article.sentence_index(fact.start) or 0]
    text = review.article.text
    at = text.lower().find(words.lower(), sentence.start, sentence.end)
    if at < 0:
        raise EditError(f"the sentence does not contain the words “{words}”")
    end = at + len(words)
    owner = next(
        (
            entity.id
            for entity in review.index.facts.entities
            for mention in entity.mentions
            if mention.start < end and mention.end > at
        ),
        None,
    )
    return Reference(text=text[at:end], start=at, end=end, entity=owner)


def add(review: Review, kind: Added, start: int, end: int, *, type_: str = "PERSON", clock: Clock = now) -> Step:
    """Add the words ``article.text[start:end]`` as a fact of *kind*, and make it current.

    Raises ``EditError`` if there are no words, or if the fact exists already.
    """
    start, end = _trimmed(review, start, end, MARKS if kind == "quote" else "")
    fact = _new_fact(review, kind, start, end, type_)
    if fact.id in review.index.by_id:
        raise EditError("this fact exists already")
    step = review.decisions.apply({fact.id: Decision(status="accepted", at=clock())}, {fact.id: fact})
    _show_added(review, fact)
    return step


def reword(review: Review, start: int, end: int, clock: Clock = now) -> Step:
    """Give the current quote the words ``article.text[start:end]``, and make the result current.

    The quote is rejected, and one with these words, its speaker, cue and note is added, in one step. Raises
    ``EditError`` if there are no words, or a quote with these words exists already.
    """
    quote = _current(review)
    if not isinstance(quote, Quote):
        raise EditError("only a quote has words to move the edges of")
    start, end = _trimmed(review, start, end, MARKS)
    new = _new_fact(review, "quote", start, end, "")
    if new.id == quote.id or [(each.start, each.end) for each in quote.content] == [(start, end)]:
        return NOTHING
    if new.id in review.index.by_id or not isinstance(new, Quote):
        raise EditError("this fact exists already")
    new = replace(new, kind=quote.kind, speaker=quote.speaker, cue=quote.cue, act=quote.act, stance=quote.stance)
    before, at = review.decisions.get(quote.id) or Decision(), clock()
    changes = {
        quote.id: replace(before, status="rejected", was=None, at=at),
        new.id: Decision(status="accepted", note=before.note, at=at),
    }
    step = review.decisions.apply(changes, {new.id: new})
    _show_added(review, new)
    return step


def _show_added(review: Review, fact: Fact) -> None:
    """Make *fact*, which was just added, current."""
    review.reindex()
    review.take(review.index.first(fact.id))
    review.align_panes()
    review.point_at(Row(fact.id))
    if review.pane is not None:  # go to its pane, unless the filter hides it there
        review.place = review.place._replace(focus=pane_of(fact) if review.is_shown(fact.id) else "article")


def _trimmed(review: Review, start: int, end: int, marks: str) -> tuple[int, int]:
    text = review.article.text
    while start < end and (text[start].isspace() or text[start] in marks):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in marks):
        end -= 1
    if start >= end:
        raise EditError("no words are selected")
    return start, end


class _Selected(NamedTuple):
    """The selected words ``text[start:end]`` of an article, with their sentences."""

    words: str
    start: int
    end: int
    sentences: tuple[str, ...]
    said: str
    """The text of the first sentence."""
    before: str
    """The character before the words; a blank at the start of the article."""

    def id(self, prefix: str) -> str:
        """The id that the extraction would give a fact with these words."""
        return stable_ids(prefix, [(self.said, self.words)])[0]


def _new_fact(review: Review, kind: Added, start: int, end: int, type_: str) -> Fact:
    article = review.article
    inside = [article.sentences[index] for index in article.sentences_between(start, end)]
    said = article.text[inside[0].start : inside[0].end]
    before = article.text[start - 1] if start else " "
    marked = _Selected(article.text[start:end], start, end, tuple(sentence.id for sentence in inside), said, before)
    return _NEW[kind](marked, type_)


def _new_entity(marked: _Selected, type_: str) -> Entity:
    mention = Mention(
        id=marked.id("m"), text=marked.words, start=marked.start, end=marked.end, sentence=marked.sentences[0]
    )
    return Entity(id=marked.id("e"), name=marked.words, type=type_, role=None, mentions=(mention,), origin="reviewer")


def _new_quote(marked: _Selected, type_: str) -> Quote:
    return Quote(
        id=marked.id("q"),
        kind="direct" if marked.before in MARKS else "indirect",
        text=marked.words,
        start=marked.start,
        end=marked.end,
        content=(Range(start=marked.start, end=marked.end),),
        speaker=None,
        cue=None,
        sentence=marked.sentences[0],
        sentences=marked.sentences,
        origin="reviewer",
    )


def _new_number(marked: _Selected, type_: str) -> Number:
    value, value_max = _value_or_none(marked.words)
    return Number(
        id=marked.id("n"),
        sentence=marked.sentences[0],
        text=marked.words,
        start=marked.start,
        end=marked.end,
        kind="cardinal",
        value=value,
        value_max=value_max,
        origin="reviewer",
    )


_NEW: Final[Mapping[Added, Callable[[_Selected, str], Fact]]] = {
    "entity": _new_entity,
    "quote": _new_quote,
    "number": _new_number,
}
"""From selected words and an entity type to a new fact, by the kind that a reviewer adds."""


def _value_or_none(words: str) -> tuple[int | float | None, int | float | None]:
    try:
        return number_value(words)
    except EditError:
        return None, None


def _current(review: Review) -> Fact:
    fact = review.fact
    if fact is None:
        raise EditError("no fact here")
    return fact


def _edit(review: Review, id_: str, fields: Mapping[str, object], clock: Clock) -> Step:
    before = review.decisions.get(id_) or Decision()
    after = replace(before, edits={**before.edits, **fields}, at=clock())
    fact, name_of = review.index.by_id.get(id_), review.index.name_of
    if fact is not None and changed(fact, corrected(fact, fields), name_of, name_of):
        after = replace(without_verdict(before, fact, name_of), edits=after.edits, at=after.at)
    step = review.decisions.apply({id_: after}) if after.edits != before.edits else NOTHING
    review.reindex()
    return step


def _decide(review: Review, clock: Clock, **said: Any) -> Step:
    fact = _current(review)
    before = review.decisions.get(fact.id) or Decision()
    after = replace(before, **said)
    if after == before:
        return NOTHING
    step = review.decisions.apply({fact.id: replace(after, at=clock())})
    review.refill()
    return step
