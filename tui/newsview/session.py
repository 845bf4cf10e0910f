"""One reader's work on one article: what was saved before, the journal of what is not yet, and where it is saved.

Knows files and records, neither the screen nor spaCy. ``Session`` is the reader's keeper (``app.keeping.Keeper``).
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from newsview.article import Article
from newsview.errors import CannotWriteError, NoInputError
from newsview.facts import SCHEMA_VERSION, Analysis, Decision, Entity, Fact, Generator, Number, Quote
from newsview.store.files import NO_FILE, Stamp
from newsview.store.journal import Journal, Journalled, LockedError
from newsview.store.load import FactsFileError, Loaded, load
from newsview.store.places import SUFFIX, facts_path
from newsview.store.save import save

if TYPE_CHECKING:
    from newsview.app.decisions import Step


class NoPlaceError(CannotWriteError):
    """The article came from standard input, and nobody has said where its facts belong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is known of an article when it is opened."""

    analysis: Analysis | None
    """Facts and review as they were saved, with what the journal adds; None when there is neither."""
    stale: bool = False
    """The facts have to be extracted (again): there are none yet, or they are of an earlier text."""
    recovered: bool = False
    """The review holds decisions that were never saved."""
    notices: tuple[str, ...] = ()
    """Lines that the reader should see."""


@dataclass(slots=True)
class _Unsaved:
    """What has been noted since the last save: by fact id, None for what was taken back."""

    decisions: dict[str, Decision | None] = field(default_factory=dict)
    added: dict[str, Fact | None] = field(default_factory=dict)

    def note(self, decisions: Mapping[str, Decision | None], added: Mapping[str, Fact | None]) -> None:
        self.decisions.update(decisions)
        self.added.update(added)

    def missing_from(self, saved: Analysis) -> _Unsaved:
        """What *saved* does not hold: it was decided while the file was being written."""
        facts = {fact.id for fact in _all(saved)}
        return _Unsaved(
            {id_: decision for id_, decision in self.decisions.items() if saved.review.get(id_) != decision},
            {id_: fact for id_, fact in self.added.items() if (id_ in facts) != (fact is not None)},
        )


class Session:
    """Keeps the review of *article*; ``before`` says what there was when it began. ``close`` it at the end."""

    def __init__(self, article: Article, output: Path | None = None) -> None:
        """Take up the work on *article*, whose facts are at *output* or beside it. Never raises for a bad facts file."""
        self.article = article
        self.path = output or (facts_path(Path(article.path)) if article.path is not None else None)
        self._stamp: Stamp = NO_FILE
        self._journal: Journal | None = None
        self._unsaved = _Unsaved()
        self._lock = Lock()
        self._failure = ""
        notices: list[str] = []
        saved = self._load(notices)
        recovered = self._open_journal(notices)
        self.before = self._before(saved, recovered, notices)

    def _load(self, notices: list[str]) -> Analysis | None:
        if self.path is None:
            return None
        try:
            loaded: Loaded = load(self.path)
        except NoInputError:
            return None
        except FactsFileError as error:
            notices.append(f"{error}: it stays as it is")
            return None
        notices.extend(loaded.repaired)
        self._stamp = loaded.stamp
        return loaded.analysis

    def _open_journal(self, notices: list[str]) -> Journalled:
        try:
            self._journal = Journal.open(self.article)
        except LockedError as error:
            notices.append(f"{error}, or neither keeps what the other decides")
        except CannotWriteError as error:
            notices.append(str(error))
        return self._journal.recovered if self._journal is not None else Journalled()

    def _before(self, saved: Analysis | None, journalled: Journalled, notices: list[str]) -> Before:
        self._unsaved.note(journalled.decisions, journalled.added)
        recovered = bool(journalled.decisions or journalled.added)
        if recovered:
            notices.append("decisions that had not been saved are here again: s saves them")
        if saved is None and not recovered:
            return Before(analysis=None, stale=True, notices=tuple(notices))
        stale = saved is None or saved.article.text != self.article.text
        if stale:
            if saved is not None:
                notices.append("the article has changed since it was reviewed: its facts are extracted again")
            saved = _without_facts(self.article, saved)
        else:
            saved = replace(saved or _without_facts(self.article, None), article=self.article)
        analysis = replace(_with_added(saved, journalled.added), review=journalled.apply(saved.review))
        return Before(analysis=analysis, stale=stale, recovered=recovered, notices=tuple(notices))

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Write *analysis* to *path*, or to where it belongs, and return where that was.

        Raises ``NoPlaceError`` when there is no such place, and else as ``store.save.save`` does.
        """
        target = path or self.path
        if target is None:
            raise NoPlaceError("the article came from standard input: say where its facts belong")
        expected = self._stamp if target == self.path else NO_FILE
        self._stamp = save(analysis, target, expected=expected, overwrite=overwrite).stamp
        self.path = target
        with self._lock:
            # a decision made while the file was written is in the journal only, and must stay there
            self._unsaved = self._unsaved.missing_from(analysis)
            if self._journal is not None:
                self._journal.clear()
                self._journalise(self._unsaved.decisions, self._unsaved.added)
        return target

    def note(self, step: Step) -> None:
        """Put a step of the review into the journal. Never raises: ``failure`` says what went wrong."""
        decisions = {change.fact: change.after for change in step}
        added = {
            change.fact: change.added if change.after is not None else None
            for change in step
            if change.added is not None
        }
        with self._lock:
            self._unsaved.note(decisions, added)
            self._journalise(decisions, added)

    @property
    def failure(self) -> str:
        """Why the journal does not keep the last decision, in one line; empty while it does."""
        return self._failure

    def _journalise(self, decisions: Mapping[str, Decision | None], added: Mapping[str, Fact | None]) -> None:
        if self._journal is None or not (decisions or added):
            return
        self._failure = ""
        try:
            self._journal.append(decisions, added)
        except CannotWriteError as error:
            self._failure = str(error)

    def close(self) -> None:
        """Let go of the journal. What is in it comes back when the article is opened again."""
        if self._journal is not None:
            with suppress(CannotWriteError):
                self._journal.close()
            self._journal = None


def is_facts_file(path: str) -> bool:
    """Whether *path* is named as the facts of an article are."""
    return path.endswith(SUFFIX)


def _without_facts(article: Article, saved: Analysis | None) -> Analysis:
    """An analysis of *article* that has no facts yet, and the review of *saved*."""
    return Analysis(
        schema_version=SCHEMA_VERSION,
        generator=saved.generator if saved else Generator(name="newsview", version="", spacy=None, model=None),
        article=article,
        entities=(),
        quotes=(),
        numbers=(),
        review=saved.review if saved else {},
        extra=saved.extra if saved else {},
    )


def _with_added(analysis: Analysis, added: Mapping[str, Fact | None]) -> Analysis:
    """*analysis* with the facts that a reviewer added, and without those that he took back."""
    every = [fact for fact in _all(analysis) if added.get(fact.id, fact) is not None]
    present = {fact.id for fact in every}
    every += [fact for fact in added.values() if fact is not None and fact.id not in present]
    return replace(
        analysis,
        entities=tuple(fact for fact in every if isinstance(fact, Entity)),
        quotes=tuple(fact for fact in every if isinstance(fact, Quote)),
        numbers=tuple(fact for fact in every if isinstance(fact, Number)),
    )


def _all(analysis: Analysis) -> list[Fact]:
    return [*analysis.entities, *analysis.quotes, *analysis.numbers]
