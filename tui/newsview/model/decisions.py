"""The decisions of a review as steps, with unlimited undo and redo, and the state that was saved last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newsview.model.facts import Analysis, Decision, Fact


class MergedReview(NamedTuple):
    """New facts with the old review, and functions that convert further references to the old facts: of ``store.merge``."""

    analysis: Analysis
    """The new facts with the review."""
    moved: Mapping[str, str]
    """New id by old id, for decisions whose fact has a new id."""
    orphaned: tuple[str, ...]
    """The ids of decisions without a fact in the new extraction; they stay in the review."""
    carried: Callable[[str, Decision], Decision] = lambda _, decision: decision
    """From an old fact's id and a decision on it, such as an undone one, to the decision on the new fact."""
    placed: Callable[[Fact], Fact | None] = lambda fact: fact
    """From a fact added by the reviewer to the same at its place in the new text; None if its words are not there."""
    place: Callable[[int, int], int] = lambda start, _: start
    """From a span (start, end) of the old text to its start in the new text, or to the nearest aligned offset."""


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """The changes of one key press, undone and redone together; false if there are none."""

    before: Mapping[str, Decision | None] = field(default_factory=dict)
    """The decisions by fact id before the step, None for no decision."""
    after: Mapping[str, Decision | None] = field(default_factory=dict)
    """The decisions on the same facts after the step."""
    added: Mapping[str, Fact] = field(default_factory=dict)
    """Facts that this step added, by id: undoing it removes them."""

    def __len__(self) -> int:
        return len(self.after)

    def reversed(self) -> Step:
        """The step that undoes this one."""
        return Step(self.after, self.before, self.added)


NOTHING: Final = Step()
"""The empty step; it also represents the state before the first step."""


class Tally(NamedTuple):
    """Counts of the facts of a review by decision."""

    accepted: int
    rejected: int
    open: int
    changed: int = 0
    """Facts whose decision is out of force because they have changed since."""
    true: int = 0
    false: int = 0
    unclear: int = 0
    """Facts by the verdict on their claim; they are reviewed, whether they are accepted or not."""


class Decisions:
    """Decisions by fact id. Every change is made by ``apply``, so that it can be undone."""

    def __init__(self, review: Mapping[str, Decision] | None = None, added: Mapping[str, Fact] | None = None) -> None:
        self._current: dict[str, Decision] = dict(review or {})
        self.added: dict[str, Fact] = dict(added or {})
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Step | None = NOTHING
        self._on_disk: Mapping[str, Decision] | None = dict(self._current)
        """The decisions that were saved last; None if that is not known."""
        self._compared: tuple[int, bool] = (-1, False)
        self.version = 0
        """Changes with every change of the decisions."""

    def get(self, fact: str) -> Decision | None:
        """The decision on the fact with id *fact*, None if there is none."""
        return self._current.get(fact)

    def status(self, fact: str) -> str | None:
        """``accepted``, ``rejected`` or None."""
        decision = self._current.get(fact)
        return decision.status if decision else None

    def is_open(self, fact: str) -> bool:
        """Whether the fact is not reviewed: it has neither a status nor a verdict."""
        decision = self._current.get(fact)
        return decision is None or not (decision.status or decision.verdict)

    @property
    def all(self) -> Mapping[str, Decision]:
        """Every decision by fact id, including those on facts that the last extraction did not find."""
        return self._current

    def apply(self, changes: Mapping[str, Decision | None], added: Mapping[str, Fact] | None = None) -> Step:
        """Apply *changes* and add the facts in *added* (by id) in one step; an empty step if nothing changes."""
        added, before = added or {}, self._current.get
        changed = {fact: after for fact, after in changes.items() if before(fact) != after or fact in added}
        step = Step({fact: before(fact) for fact in changed}, changed, added)
        if step:
            self._undone.clear()
            self._done.append(step)
            self._make(step)
        return step

    def undo(self) -> Step:
        """Undo the last step and return its reverse; an empty step if there is none."""
        return self._move_step(self._done, self._undone, forwards=False)

    def redo(self) -> Step:
        """Apply the last undone step again and return it; an empty step if there is none."""
        return self._move_step(self._undone, self._done, forwards=True)

    def _move_step(self, source: list[Step], target: list[Step], *, forwards: bool) -> Step:
        if not source:
            return NOTHING
        step = source.pop()
        target.append(step)
        return self._make(step if forwards else step.reversed())

    def _make(self, step: Step) -> Step:
        self.version += 1
        self._current.update((fact, decision) for fact, decision in step.after.items() if decision is not None)
        for fact in [fact for fact, decision in step.after.items() if decision is None]:
            self._current.pop(fact, None)
        for fact, own in step.added.items():
            if step.after[fact] is not None:
                self.added[fact] = own
            else:
                self.added.pop(fact, None)
        return step

    def move(self, ids: Mapping[str, str], review: Mapping[str, Decision], merged: MergedReview) -> Step:
        """Replace the decisions by *review*, the same decisions on a new extraction; *ids* maps old ids to new ones.

        Steps can still be undone and redone: they are converted to the new facts. Returns the step from the old
        decisions to the new ones, for the journal; it cannot be undone.
        """
        self.version += 1
        before, places = self._current, self.added
        placed = {id_: merged.placed(fact) for id_, fact in places.items()}
        self._current = dict(review)
        self.added = {id_: fact for id_, fact in placed.items() if fact is not None}
        for steps in (self._done, self._undone):
            steps[:] = [moved for step in steps if (moved := self._moved(step, ids, merged))]
        changed = [
            fact
            for fact in {**before, **review}
            if before.get(fact) != review.get(fact) or places.get(fact) != self.added.get(fact)
        ]
        own = {fact: self.added[fact] for fact in changed if fact in self.added}
        return Step({fact: before.get(fact) for fact in changed}, {fact: review.get(fact) for fact in changed}, own)

    def _moved(self, step: Step, ids: Mapping[str, str], merged: MergedReview) -> Step:
        """*step* for the new facts, without changes of added facts whose words are not in the new text."""
        placed = {fact: merged.placed(own) for fact, own in step.added.items()}
        kept = [fact for fact in step.after if placed.get(fact, fact) is not None]

        def carried(decisions: Mapping[str, Decision | None]) -> dict[str, Decision | None]:
            """*decisions* by new ids, converted to the new facts."""
            said = ((fact, decisions[fact]) for fact in kept)
            return {ids.get(fact, fact): merged.carried(fact, each) if each else None for fact, each in said}

        own = {ids.get(fact, fact): now for fact, now in placed.items() if now is not None}
        moved = Step(carried(step.before), carried(step.after), own)
        if (moved.before, moved.after, moved.added) == (step.before, step.after, step.added):
            return step  # the same object: a save in progress may refer to it
        if step is self._saved:
            self._saved = moved if moved else None
        return moved

    @property
    def latest(self) -> Step:
        """The last step that is not undone, ``NOTHING`` before the first: it represents the current state."""
        return self._done[-1] if self._done else NOTHING

    @property
    def dirty(self) -> bool:
        """Whether the current state differs from the one saved last, however it was reached."""
        if self.latest is self._saved:
            return False
        if self._on_disk is None:
            return True
        if self._compared[0] != self.version:
            self._compared = self.version, self._current != self._on_disk
        return self._compared[1]

    def saved(self, state: Step, review: Mapping[str, Decision] | None = None) -> None:
        """Record that the state after the step *state*, the decisions *review*, was saved; it may have changed since."""
        self._saved, self._on_disk, self._compared = state, review, (-1, False)

    def unsaved(self) -> None:
        """Record that the current state is not saved, such as decisions recovered from a journal."""
        self._saved = self._on_disk = None

    def tally(self, is_counted: Callable[[str], bool], total: int) -> Tally:
        """Counts of decisions among *total* facts; *is_counted* takes a fact id."""
        accepted = rejected = changed = reviewed = 0
        verdicts = {"true": 0, "false": 0, "unclear": 0}
        for fact, decision in self._current.items():
            if (decision.status or decision.verdict or decision.was) and is_counted(fact):
                accepted += decision.status == "accepted"
                rejected += decision.status == "rejected"
                changed += decision.was is not None
                reviewed += bool(decision.status or decision.verdict)
                if decision.verdict:
                    verdicts[decision.verdict] += 1
        return Tally(accepted, rejected, total - reviewed, changed, **verdicts)
