"""Everything that is kept of one article while it is open: what was saved, its journal, what to overwrite and what not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol, Self

from newsview.article import Article
from newsview.errors import CannotWriteError, NoInputError
from newsview.facts import SCHEMA_VERSION, Analysis, Decision, Fact, Facts, Generator
from newsview.store.files import NO_FILE, ConflictError, Stamp
from newsview.store.journal import Journal, LockedError
from newsview.store.journal_lines import Journalled
from newsview.store.load import FactsFileError, Loaded, load
from newsview.store.merge import Merged, merge, with_added
from newsview.store.places import facts_path
from newsview.store.save import OtherArticleError, same_article, save


class Change(Protocol):
    """One fact's decision as it is now, and the fact itself where the reviewer added it."""

    @property
    def fact(self) -> str:
        """The fact's (or mention's) id."""
        ...

    @property
    def after(self) -> Decision | None:
        """The decision now, None where it was taken back."""
        ...

    @property
    def added(self) -> Fact | None:
        """The fact that the reviewer added; taken back where there is no decision on it."""
        ...


class Session:
    """One article that is open in the reader. Use ``Session.open``, and ``close`` it.

    ``opened`` is what to show: the saved facts with the review, or None if there is nothing yet. ``stale`` says that its
    facts are not those of the article as it is now: extract again, then ``settle``. ``recovered`` counts the unsaved
    changes that came from the journal. ``notices`` are lines for the reader, the most important first.
    """

    def __init__(self, article: Article, path: Path | None, loaded: Loaded | None, journal: Journal | None) -> None:
        self.article = article
        self.path = path
        self.notices: list[str] = []
        self.recovered = 0
        self.stale = False
        self.opened: Analysis | None = None
        self._journal = journal
        self._loaded = loaded
        self._stamps: dict[Path, Stamp] = {path: loaded.stamp} if loaded is not None and path is not None else {}
        self._locked = False

    @classmethod
    def open(cls, article: Article, path: Path | None = None, *, journals: Path | None = None) -> Self:
        """What is kept of *article*: at *path*, by default beside it (nowhere for standard input), and in its journal.

        A saved file that cannot be used, or is another article's, is left alone and told in ``notices``.
        """
        if path is None and article.path is not None:
            path = facts_path(Path(article.path))
        notices: list[str] = []
        journal, locked = _journal(article, journals, notices)
        loaded = _saved(article, path, notices)
        session = cls(article, path, loaded, journal)
        session._locked = locked
        session._restore()
        session.notices = [*notices, *session.notices]
        return session

    def _restore(self) -> None:
        """Puts the saved review and the journals' decisions together."""
        base = self._loaded.analysis if self._loaded is not None else None
        if self._journal is not None and self._journal.recovered.lines:
            self.recovered = self._journal.recovered.lines
            base = _replayed(base or _empty(self.article), self._journal.recovered)
            self.notices.append(f"{self.recovered} changes that were not saved have been brought back")
        self.opened = base
        if base is not None:
            self.stale = self._loaded is None or base.article.text != self.article.text
        if self.stale and self._loaded is not None:
            self.notices.append("the article has changed since it was reviewed: its facts are extracted again")

    def settle(self, facts: Facts, generator: Generator, review: Analysis | None = None) -> Merged:
        """New facts of the article with the review carried over: that of *review*, by default of ``opened``."""
        new = replace(
            _empty(self.article),
            generator=generator,
            entities=facts.entities,
            quotes=facts.quotes,
            numbers=facts.numbers,
        )
        old = review if review is not None else self.opened
        return merge(old, new) if old is not None else Merged(new, {}, ())

    def note(self, step: Sequence[Change]) -> None:
        """Journal what was decided. Never raises: a journal that fails is told in ``notices``, once."""
        if self._journal is None or not step:
            return
        added = {
            change.fact: change.added if change.after is not None else None
            for change in step
            if change.added is not None
        }
        try:
            self._journal.append({change.fact: change.after for change in step}, added)
        except CannotWriteError as error:
            if str(error) not in self.notices:
                self.notices.append(str(error))

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Write *analysis* with the unknown keys of the file that was read, and empty the journal; where it was written.

        Raises ``CannotWriteError``: ``ConflictError``, ``OtherArticleError`` and ``NotFactsError`` give way to
        *overwrite*, or to another *path*. May be called in a thread.
        """
        target = path if path is not None else self.path
        if target is None:
            raise CannotWriteError("standard input has no folder: say where to save")
        if self._locked and not overwrite and target == self.path:
            raise ConflictError(f"{target} belongs to another newsview that has this article open")
        expected = self._stamps.get(target, NO_FILE)
        written = save(self._with_unknown_keys(analysis), target, expected=expected, overwrite=overwrite)
        self._stamps[target] = written.stamp
        self.path = target
        if self._journal is not None and written.durable:
            self._journal.clear_saved(analysis)
        return target

    def _with_unknown_keys(self, analysis: Analysis) -> Analysis:
        if self._loaded is None:
            return analysis
        old = self._loaded.analysis
        article = replace(analysis.article, extra={**old.article.extra, **analysis.article.extra})
        return replace(analysis, article=article, extra={**old.extra, **analysis.extra})

    def close(self) -> None:
        """Let go of the journal; what is in it stays for the next session."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None


def _journal(article: Article, folder: Path | None, notices: list[str]) -> tuple[Journal | None, bool]:
    try:
        return Journal.open(article, folder), False
    except LockedError as error:
        notices.append(str(error))
        return None, True
    except CannotWriteError as error:
        notices.append(str(error))
        return None, False


def _saved(article: Article, path: Path | None, notices: list[str]) -> Loaded | None:
    """The saved facts of *article* at *path*, if there are any that can be used."""
    if path is None:
        return None
    try:
        loaded = load(path)
    except NoInputError:
        return None
    except FactsFileError as error:
        notices.append(str(error))
        return None
    saved = loaded.analysis.article
    if not same_article(article, {"sha256": saved.sha256, "path": saved.path}, path):
        notices.append(str(OtherArticleError(f"{path} holds the facts of another article: it is left alone")))
        return None
    notices += [f"{path}: {line}" for line in loaded.repaired]
    return loaded


def _replayed(base: Analysis, journalled: Journalled) -> Analysis:
    """*base* with the changes of a journal made on it, whether or not it holds some of them already."""
    changed = with_added(base, [fact for fact in journalled.added.values() if fact is not None])
    taken_back = {key for key, fact in journalled.added.items() if fact is None}
    return replace(
        changed,
        entities=[fact for fact in changed.entities if fact.id not in taken_back],
        quotes=[fact for fact in changed.quotes if fact.id not in taken_back],
        numbers=[fact for fact in changed.numbers if fact.id not in taken_back],
        review=journalled.apply(changed.review),
    )


def _empty(article: Article) -> Analysis:
    return Analysis(
        schema_version=SCHEMA_VERSION,
        generator=Generator(name="newsview", version="", spacy=None, model=None),
        article=article,
        entities=(),
        quotes=(),
        numbers=(),
    )
