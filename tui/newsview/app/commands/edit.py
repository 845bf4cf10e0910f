"""Commands that write: notes, verdicts, corrections. Their dialogs are imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, get_args

from newsview import describe
from newsview.app.commands import findings
from newsview.app.commands.context import GONE
from newsview.app.render import rows
from newsview.app.render.wrapping import truncate
from newsview.app.state import decide, edits, field_values
from newsview.app.state.selection import Selection
from newsview.model import codec, facts

if TYPE_CHECKING:
    from newsview.app.commands.context import UI
    from newsview.model.decisions import Step
    from newsview.model.facts import Entity, Fact, Number, Quote, Verdict
    from newsview.model.kinds import PerKind

VALUES: Final = "such as 4200000, 4.2 million, 5 to 10"
TYPED: Final = "typed:"
"""Stands before words in place of an id."""
DATES: Final = "such as 2024-05-14, 2024-05, 2024-W20, A/B, P3M; nothing: not known"
VERDICTS: Final[Mapping[str, Verdict | None]] = {"t": "true", "f": "false", "u": "unclear", "n": None}

Fields = Mapping[str, object]
Dialogue = Callable[["UI", "Fact"], Coroutine[None, None, None]]
"""A dialogue about one fact: question after question, then what was answered is written."""


def note(ui: UI) -> None:
    """Asks for a note on the current finding or fact."""
    if ui.review.finding is not None:
        ui.ask(findings.note(ui, ui.review.finding))
        return
    _ask_of_fact(ui, _note)


def verdict(ui: UI) -> None:
    """Asks whether the current fact's claim is true, and by what source."""
    _ask_of_fact(ui, _judge)


def edit(ui: UI) -> None:
    """Asks what is wrong with the current fact, and for what is right."""
    _ask_of_fact(ui, _edit)


def _ask_of_fact(ui: UI, dialogue: Dialogue) -> None:
    if ui.review.fact is None:
        ui.refresh("no fact here")
    else:
        ui.ask(dialogue(ui, ui.review.fact), ui.review.fact.id)


async def _note(ui: UI, fact: Fact) -> None:
    before = ui.review.decisions.get(fact.id)
    typed = await ui.words(f"Note on {_called(ui, fact)}", (before and before.note) or "")
    if typed is not None:
        written(ui, edits.note(ui.review, typed), "noted")


async def _judge(ui: UI, fact: Fact) -> None:
    last = edits.last_source(ui.review)
    choices = {"t": "true", "f": "false", "u": "unclear", "n": "no verdict", "escape": "leave it as it is"}
    if last:
        choices = {**choices, "T,F,U": f"the same, by “{truncate(last, 60)}” again"}
    answer = await ui.choice(_verdict_question(ui, fact), choices)
    if answer.lower() not in VERDICTS:
        return
    verdict, source = VERDICTS[answer.lower()], last if answer.isupper() else ""
    if verdict is not None and not source:
        before = ui.review.decisions.get(fact.id)
        typed = await ui.words(f"By what source is it {verdict}?", (before and before.source) or "", last=last)
        if typed is None:
            return
        source = typed
    step = edits.judge(ui.review, verdict, source)
    if verdict is None:
        written(ui, step, "no verdict")
        return
    decide.go_on(ui.review)
    by = f", by {describe.flat(source)}" if source.strip() else ""
    written(ui, step, " · ".join(part for part in (f"claim {verdict}{by}", ui.finished) if part))


def _verdict_question(ui: UI, fact: Fact) -> str:
    """The question for a verdict; of a denial, what the verdict is about."""
    denied = isinstance(fact, facts.Quote) and fact.stance == "denies"
    return f"{'Is the denial true?' if denied else 'Is it true?'} {_called(ui, fact)}"


async def _edit(ui: UI, fact: Fact) -> None:
    await _DIALOGUES[facts.kind_name(fact)](ui, fact)


async def _edit_entity(ui: UI, entity: Entity) -> None:
    choices = {
        "n": f"name: {entity.name}",
        "t": f"type: {describe.entity_type(entity)}",
        "r": f"role: {entity.role or 'none'}",
        "m": "merge into another entity",
        "p": "split this mention off",
    }
    match await _what_to_edit(ui, entity, choices):
        case "n":
            await _type_field(ui, entity, "name", entity.name)
        case "r":
            await _type_field(ui, entity, "role", entity.role or "")
        case "t":
            await _pick_field(ui, entity, "type", describe.TYPE_CHOICES)
        case "m":
            others = edits.namesakes_first(entity, ui.review.index.facts.entities)
            into = await _pick_entity(ui, f"{entity.name} is the same as", others)
            if into is not None:
                written(ui, edits.merge(ui.review, into), "merged")
        case "p":
            written(ui, edits.split(ui.review), "split off")


async def _edit_quote(ui: UI, quote: Quote) -> None:
    speaker = quote.speaker.text if quote.speaker else "unknown"
    choices = {
        "s": f"speaker: {speaker}",
        "n": "speaker: nobody known",
        "w": "its words: move their edges in the article",
        "k": f"kind: {quote.kind}",
    }
    match await _what_to_edit(ui, quote, choices):
        case "s":
            question = "Who said it? A name, or other words of the article"
            chosen = await _pick_entity(ui, question, edits.candidates(ui.review), typed=True)
            if chosen is not None:
                words = chosen.removeprefix(TYPED)
                found = edits.speaker_of if words == chosen else edits.speaker_in_words
                _change(ui, {"speaker": codec.encode(found(ui.review, words))})
        case "n":
            _change(ui, {"speaker": None})
        case "w":
            await _move_edges(ui, quote)
        case "k":
            await _pick_field(ui, quote, "kind", {kind: kind for kind in get_args(facts.QuoteKind)})


async def _move_edges(ui: UI, quote: Quote) -> None:
    from newsview.app.screens.word_selection import WordSelection

    words = WordSelection(ui.review.article.text, Selection(quote.start, quote.end), ui.view.draw_selection)
    selected = await ui.view.show(words)
    if selected is None:
        ui.refresh("nothing changed")
    elif not ui.answered():
        raise field_values.EditError(GONE)
    else:
        written(
            ui,
            edits.reword(ui.review, selected.start, selected.end),
            "corrected: the quote with its other words is rejected",
        )


async def _edit_number(ui: UI, number: Number) -> None:
    subject = number.subject.text if number.subject else ""
    choices = {
        "v": f"value: {field_values.value_words(number) or 'none'}",
        "u": f"unit: {number.unit or 'none'}",
        "s": f"what is measured: {subject or 'unknown'}",
        "k": f"kind: {number.kind}",
        "d": f"date (ISO 8601): {number.iso or 'none'}",
    }
    match await _what_to_edit(ui, number, choices):
        case "v":
            await _type_value(ui, "Value", field_values.value_words(number), partial(_change_value, ui), VALUES)
        case "u":
            await _type_field(
                ui, number, "unit", number.unit or "", "such as mile, percent, USD, bus; nothing: no unit"
            )
        case "d":
            await _type_value(ui, "Date", number.iso or "", partial(_change_date, ui), DATES)
        case "s":
            question = "What is measured, in words of the sentence"
            await _type_value(ui, question, subject, partial(_change_subject, ui), "nothing: it is not said")
        case "k":
            kinds = {kind: describe.NUMBER_KINDS.get(kind, kind) for kind in get_args(facts.NumberKind)}
            await _pick_field(ui, number, "kind", kinds)


_DIALOGUES: Final[PerKind[Callable[[UI, Any], Coroutine[None, None, None]]]] = {
    "entities": _edit_entity,
    "quotes": _edit_quote,
    "numbers": _edit_number,
}
"""The questions by which a fact of each kind is corrected."""


def _change_value(ui: UI, typed: str) -> None:
    value, value_max = field_values.number_value(typed)
    _change(ui, {"value": value, "value_max": value_max})


def _change_date(ui: UI, typed: str) -> None:
    iso, granularity = field_values.iso_value(typed)
    _change(ui, {"iso": iso, "granularity": granularity})


def _change_subject(ui: UI, typed: str) -> None:
    found = edits.subject_of(ui.review, typed)
    _change(ui, {"subject": codec.encode(found) if found else None})


async def _what_to_edit(ui: UI, fact: Fact, choices: Mapping[str, str]) -> str:
    return await ui.choice(f"Correct {_called(ui, fact)}", {**choices, "escape": "leave it as it is"})


async def _type_field(ui: UI, fact: Fact, field: str, value: str, hint: str = "") -> None:
    def change(typed: str) -> None:
        """Makes the edit; raises ``EditError`` for an entity without a name."""
        text = typed.strip()
        if not text and field == "name":
            raise field_values.EditError("an entity needs a name")
        _change(ui, {field: text or None})

    await _type_value(ui, f"{field.capitalize()} of {_called(ui, fact)}", value, change, hint)


async def _type_value(ui: UI, question: str, value: str, change: Callable[[str], None], hint: str) -> None:
    """Asks for words and makes the *change*; of words that cannot be meant it says so, and asks again."""
    shown = value
    while (typed := await ui.words(question, shown, hint)) is not None:
        if typed.strip() == value:
            ui.refresh("nothing changed")
            return
        try:
            change(typed)
        except field_values.EditError as error:
            shown, hint = typed, str(error)
        else:
            return


async def _pick_field(ui: UI, fact: Fact, field: str, choices: Mapping[str, str]) -> None:
    chosen = await ui.pick(f"{field.capitalize()} of {_called(ui, fact)}", list(choices.items()))
    if chosen is not None:
        _change(ui, {field: chosen})


def _change(ui: UI, fields: Fields) -> None:
    step = edits.change(ui.review, fields)
    judged = any(before and before.verdict for before in step.before.values())
    judged = judged and not any(after and after.verdict for after in step.after.values())
    written(ui, step, "corrected; its verdict was about what it said before" if judged else "corrected")


def written(ui: UI, step: Step, notice: str) -> None:
    """Keeps a step of writing and shows what it changed."""
    ui.record(step)
    ui.view.draw_colors()
    ui.refresh(notice if step else "nothing changed")


def _called(ui: UI, fact: Fact) -> str:
    if isinstance(fact, facts.Quote):
        return rows.short_phrase(ui.review.index, fact)
    return truncate(describe.fact_words(ui.review.index.name_of, fact), 60)


async def _pick_entity(ui: UI, question: str, entities: Sequence[Entity], *, typed: bool = False) -> str | None:
    """The id of the entity that was picked; None if the question was closed.

    With *typed*, it may also be ``TYPED`` with words that were typed.
    """
    return await ui.pick(question, [(each.id, _entity_words(each)) for each in entities], typed=typed)


def _entity_words(entity: Entity) -> str:
    role = f", {entity.role}" if entity.role else ""
    return f"{entity.name}{role} · {describe.entity_type(entity)}"
