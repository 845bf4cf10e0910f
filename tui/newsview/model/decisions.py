"""The decisions of a review: steps, undo and redo without limit, and whether the present state has been saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newsview.model.facts import Decision, Fact
from newsview.model.merge_result import MergedReview


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """What one key press changed, for one fact or for thousands: undone and redone as a whole. True if it is anything."""

    before: Mapping[str, Decision | None] = field(default_factory=dict)
    """The decisions by fact id as they were, None where there was none."""
    after: Mapping[str, Decision | None] = field(default_factory=dict)
    """The decisions on the same facts as they are now."""
    added: Mapping[str, Fact] = field(default_factory=dict)
    """Facts that exist through this step only, by id: undoing it removes them."""

    def __len__(self) -> int:
        return len(self.after)

    def reversed(self) -> Step:
        """The step that takes this one back."""
        return Step(self.after, self.before, self.added)


NOTHING: Final = Step()
"""A step that changes nothing; it also stands for the state before the first one."""


class Tally(NamedTuple):
    """How far the review has come."""

    accepted: int
    rejected: int
    open: int
    changed: int = 0
    """Facts that have changed since something was decided of them that is out of force now."""


class Decisions:
    """Decisions by fact id. Every change goes through ``apply``, so that all of them can be taken back."""

    def __init__(self, review: Mapping[str, Decision] | None = None, added: Mapping[str, Fact] | None = None) -> None:
        self._current: dict[str, Decision] = dict(review or {})
        self.added: dict[str, Fact] = dict(added or {})
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Step | None = NOTHING
        self.version = 0
        """Another number after every change."""

    def get(self, fact: str) -> Decision | None:
        """The decision on a fact, None while there is none."""
        return self._current.get(fact)

    def status(self, fact: str) -> str | None:
        """``accepted``, ``rejected`` or None."""
        decision = self._current.get(fact)
        return decision.status if decision else None

    @property
    def all(self) -> Mapping[str, Decision]:
        """Every decision by fact id, also those on facts that the last extraction did not find again."""
        return self._current

    def apply(self, changes: Mapping[str, Decision | None], added: Mapping[str, Fact] | None = None) -> Step:
        """Makes *changes*, and adds the facts in *added* (by id), in one step; an empty step if nothing would change."""
        added, before = added or {}, self._current.get
        changed = {fact: after for fact, after in changes.items() if before(fact) != after or fact in added}
        step = Step({fact: before(fact) for fact in changed}, changed, added)
        if step:
            self._undone.clear()
            self._done.append(step)
            self._make(step)
        return step

    def undo(self) -> Step:
        """Takes the last step back and returns it as it was taken back; an empty step when there is none."""
        return self._shift(self._done, self._undone, forwards=False)

    def redo(self) -> Step:
        """Makes the step that was undone last again; an empty step when there is none."""
        return self._shift(self._undone, self._done, forwards=True)

    def _shift(self, source: list[Step], target: list[Step], *, forwards: bool) -> Step:
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
        """Takes *review*, these decisions as they are of a new extraction; *ids* says what old ids have become.

        Steps can still be undone and made again: they are about the new facts now. The step from the old decisions to the
        new ones is given back, for a journal; it cannot be undone.
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
        """*step* as it is of the new facts; without what it did to added facts whose words are gone."""
        placed = {fact: merged.placed(own) for fact, own in step.added.items()}
        kept = [fact for fact in step.after if placed.get(fact, fact) is not None]

        def carried(decisions: Mapping[str, Decision | None]) -> dict[str, Decision | None]:
            """*decisions* by the present ids, as they are said of the present facts."""
            said = ((fact, decisions[fact]) for fact in kept)
            return {ids.get(fact, fact): merged.carried(fact, each) if each else None for fact, each in said}

        own = {ids.get(fact, fact): now for fact, now in placed.items() if now is not None}
        moved = Step(carried(step.before), carried(step.after), own)
        if (moved.before, moved.after, moved.added) == (step.before, step.after, step.added):
            return step  # it may be what is being saved just now
        if step is self._saved:
            self._saved = moved if moved else None
        return moved

    @property
    def latest(self) -> Step:
        """The last step that was made and not undone, ``NOTHING`` before the first: it stands for the present state."""
        return self._done[-1] if self._done else NOTHING

    @property
    def dirty(self) -> bool:
        """Whether anything differs from what was saved last."""
        return self.latest is not self._saved

    def saved(self, state: Step) -> None:
        """Notes that the state after the step *state* is on disk; decisions may have been made since."""
        self._saved = state

    def unsaved(self) -> None:
        """Notes that the present state is on no disk, such as decisions that came from a journal."""
        self._saved = None

    def tally(self, is_counted: Callable[[str], bool], total: int) -> Tally:
        """Counts over *total* facts: those by whose id *is_counted* is true."""
        accepted = rejected = changed = 0
        for fact, decision in self._current.items():
            if (decision.status or decision.was) and is_counted(fact):
                accepted += decision.status == "accepted"
                rejected += decision.status == "rejected"
                changed += decision.was is not None
        return Tally(accepted, rejected, total - accepted - rejected, changed)
