"""The keys that write: notes, verdicts, corrections. Dialogs are imported when the first of them is opened."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, get_args

from newsview import describe
from newsview.app.commands.view import LookingKeys
from newsview.app.render import rows
from newsview.app.render.wrapping import truncate
from newsview.app.state import edits, field_values
from newsview.model import codec, facts
from newsview.terminal.printable import printable

if TYPE_CHECKING:
    from newsview.model.decisions import Step
    from newsview.model.facts import Entity, Fact, Number, Quote, Verdict
    from newsview.model.kinds import PerKind

VALUES: Final = "such as 4200000, 4.2 million, 5 to 10"
DATES: Final = "such as 2024-05-14, 2024-05, 2024-W20, A/B, P3M; nothing: not known"
VERDICTS: Final[Mapping[str, Verdict | None]] = {"t": "true", "f": "false", "u": "unclear", "n": None}

Fields = Mapping[str, object]
Flow = Callable[["Fact"], Coroutine[None, None, None]]
"""A dialogue about one fact: question after question, then what was answered is written."""


class EditingKeys(LookingKeys):
    """Actions that ask for words and write them into the review."""

    asking = False
    """Whether a dialogue has begun and not ended, also while none of its questions is on the screen."""

    def action_note(self) -> None:
        """Asks for a note on the current fact."""
        self._ask_of_fact(self._note)

    def action_verdict(self) -> None:
        """Asks whether the current fact's claim is true, and by what source."""
        self._ask_of_fact(self._judge)

    def action_edit(self) -> None:
        """Asks what is wrong with the current fact, and for what is right."""
        self._ask_of_fact(self._edit)

    def _ask_of_fact(self, flow: Flow) -> None:
        if self.review.fact is None:
            self.settle("no fact here")
        else:
            self.ask(flow(self.review.fact))

    def ask(self, flow: Coroutine[None, None, None]) -> None:
        """Begins a dialogue. Until it has ended keys are for its questions only, whenever those come."""
        self.asking = True
        self.run_worker(self._follow_flow(flow), group="asking", exclusive=True)

    async def _follow_flow(self, flow: Coroutine[None, None, None]) -> None:
        try:
            await flow
        except field_values.EditError as error:
            self.settle(printable(str(error)))
        finally:
            self.asking = False

    async def _note(self, fact: Fact) -> None:
        before = self.review.decisions.get(fact.id)
        typed = await self.ask_words(f"Note on {self._called(fact)}", (before and before.note) or "")
        if typed is not None:
            self.written(edits.note(self.review, typed), "noted")

    async def _judge(self, fact: Fact) -> None:
        question = f"Is it true? {self._called(fact)}"
        choices = {"t": "true", "f": "false", "u": "unclear", "n": "no verdict", "escape": "leave it as it is"}
        answer = await self.ask_choice(question, choices)
        if answer not in VERDICTS:
            return
        verdict, source = VERDICTS[answer], ""
        if verdict is not None:
            before = self.review.decisions.get(fact.id)
            typed = await self.ask_words(f"By what source is it {verdict}?", (before and before.source) or "")
            if typed is None:
                return
            source = typed
        self.written(edits.judge(self.review, verdict, source), f"claim {verdict}" if verdict else "no verdict")

    async def _edit(self, fact: Fact) -> None:
        dialogues: PerKind[Callable[[Any], Coroutine[None, None, None]]] = {
            "entities": self._edit_entity,
            "quotes": self._edit_quote,
            "numbers": self._edit_number,
        }
        await dialogues[facts.kind_name(fact)](fact)

    async def _edit_entity(self, entity: Entity) -> None:
        choices = {
            "n": f"name: {entity.name}",
            "t": f"type: {describe.entity_type(entity)}",
            "r": f"role: {entity.role or 'none'}",
            "m": "merge into another entity",
            "p": "split this mention off",
        }
        match await self._what_to_edit(entity, choices):
            case "n":
                await self._type_field(entity, "name", entity.name)
            case "r":
                await self._type_field(entity, "role", entity.role or "")
            case "t":
                await self._pick_field(entity, "type", describe.TYPE_CHOICES)
            case "m":
                others = [each for each in self.review.index.facts.entities if each.id != entity.id]
                into = await self.ask_which(f"{entity.name} is the same as", others)
                if into is not None:
                    self.written(edits.merge(self.review, into), "merged")
            case "p":
                self.written(edits.split(self.review), "split off")

    async def _edit_quote(self, quote: Quote) -> None:
        speaker = quote.speaker.text if quote.speaker else "unknown"
        choices = {"s": f"speaker: {speaker}", "k": f"kind: {quote.kind}", "n": "speaker: nobody known"}
        match await self._what_to_edit(quote, choices):
            case "s":
                chosen = await self.ask_which("Who said it?", edits.candidates(self.review))
                if chosen is not None:
                    self._change({"speaker": codec.encode(edits.speaker_of(self.review, chosen))})
            case "n":
                self._change({"speaker": None})
            case "k":
                await self._pick_field(quote, "kind", {kind: kind for kind in get_args(facts.QuoteKind)})

    async def _edit_number(self, number: Number) -> None:
        subject = number.subject.text if number.subject else ""
        choices = {
            "v": f"value: {field_values.value_words(number) or 'none'}",
            "u": f"unit: {number.unit or 'none'}",
            "s": f"what is measured: {subject or 'unknown'}",
            "k": f"kind: {number.kind}",
            "d": f"date (ISO 8601): {number.iso or 'none'}",
        }
        match await self._what_to_edit(number, choices):
            case "v":
                await self._type_value("Value", field_values.value_words(number), self._change_value, VALUES)
            case "u":
                await self._type_field(
                    number, "unit", number.unit or "", "such as mile, percent, USD, bus; nothing: no unit"
                )
            case "d":
                await self._type_value("Date", number.iso or "", self._change_date, DATES)
            case "s":
                question = "What is measured, in words of the sentence"
                await self._type_value(question, subject, self._change_subject, "nothing: it is not said")
            case "k":
                kinds = {kind: kind.replace("_", " ") for kind in get_args(facts.NumberKind)}
                await self._pick_field(number, "kind", kinds)

    def _change_value(self, typed: str) -> None:
        value, value_max = field_values.number_value(typed)
        self._change({"value": value, "value_max": value_max})

    def _change_date(self, typed: str) -> None:
        iso, granularity = field_values.iso_value(typed)
        self._change({"iso": iso, "granularity": granularity})

    def _change_subject(self, typed: str) -> None:
        found = edits.subject_of(self.review, typed)
        self._change({"subject": codec.encode(found) if found else None})

    async def _what_to_edit(self, fact: Fact, choices: Mapping[str, str]) -> str:
        return await self.ask_choice(f"Correct {self._called(fact)}", {**choices, "escape": "leave it as it is"})

    async def _type_field(self, fact: Fact, field: str, value: str, hint: str = "") -> None:
        def change(typed: str) -> None:
            """Makes the edit; raises ``EditError`` for an entity without a name."""
            text = typed.strip()
            if not text and field == "name":
                raise field_values.EditError("an entity needs a name")
            self._change({field: text or None})

        await self._type_value(f"{field.capitalize()} of {self._called(fact)}", value, change, hint)

    async def _type_value(self, question: str, value: str, change: Callable[[str], None], hint: str) -> None:
        """Asks for words and makes the *change*; of words that cannot be meant it says so, and asks again."""
        shown = value
        while (typed := await self.ask_words(question, shown, hint)) is not None:
            if typed.strip() == value:
                self.settle("nothing changed")
                return
            try:
                change(typed)
            except field_values.EditError as error:
                shown, hint = typed, str(error)
            else:
                return

    async def _pick_field(self, fact: Fact, field: str, choices: Mapping[str, str]) -> None:
        chosen = await self.ask_one_of(f"{field.capitalize()} of {self._called(fact)}", list(choices.items()))
        if chosen is not None:
            self._change({field: chosen})

    def _change(self, fields: Fields) -> None:
        step = edits.change(self.review, fields)
        judged = any(before and before.verdict for before in step.before.values())
        judged = judged and not any(after and after.verdict for after in step.after.values())
        self.written(step, "corrected; its verdict was about what it said before" if judged else "corrected")

    def written(self, step: Step, notice: str) -> None:
        """Keeps a step of writing and shows what it changed."""
        self.noted(step)
        self.facts_changed()
        self.settle(notice if step else "nothing changed")

    def facts_changed(self) -> None:
        """Paints the article anew: facts have come, gone or moved."""
        raise NotImplementedError

    def _called(self, fact: Fact) -> str:
        if isinstance(fact, facts.Quote):
            return rows.short_phrase(self.review.index, fact)
        return truncate(describe.fact_words(self.review.index.name_of, fact), 60)

    # Questions

    async def ask_words(self, question: str, value: str = "", hint: str = "") -> str | None:
        """What was typed; None if the question was closed."""
        from newsview.app.screens.prompts import Prompt

        return await self.app.push_screen_wait(Prompt(question, value, hint))

    async def ask_choice(self, question: str, choices: Mapping[str, str]) -> str:
        """The key of the answer that was given."""
        from newsview.app.screens.dialogs import Choice

        return await self.app.push_screen_wait(Choice(question, choices))

    async def ask_one_of(self, question: str, choices: Sequence[tuple[str, str]]) -> str | None:
        """The id of the one that was picked from *choices*; None if the question was closed."""
        from newsview.app.screens.prompts import Pick

        return await self.app.push_screen_wait(Pick(question, choices))

    async def ask_which(self, question: str, entities: Sequence[Entity]) -> str | None:
        """The id of the entity that was picked; None if the question was closed."""
        return await self.ask_one_of(question, [(each.id, _entity_words(each)) for each in entities])


def _entity_words(entity: Entity) -> str:
    role = f", {entity.role}" if entity.role else ""
    return f"{entity.name}{role} · {describe.entity_type(entity)}"
