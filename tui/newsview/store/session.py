"""One reader's work on one article: what was saved before, the journal of what is not yet, and where it is saved.

Knows files and records, neither the screen nor spaCy. ``Session`` is the reader's keeper (``app.keeping.Keeper``).
Merging is imported where it is done: most articles are opened without a review before, and somebody waits for the facts.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from newsview.errors import CannotWriteError, ConflictError, NoInputError
from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decisions import Step
from newsview.model.facts import (
    NOT_EXTRACTED,
    Analysis,
    Facts,
    Part,
    added_by_reviewer,
    all_facts,
    parts_by_id,
    with_added,
    without,
)
from newsview.model.merge_result import MergedReview
from newsview.store.bookmarks import remember
from newsview.store.files import NO_FILE, Stamp
from newsview.store.journal import Journal, LockedError
from newsview.store.journal_lines import Journalled
from newsview.store.load import FactsFileError, load
from newsview.store.orphans import orphans_of, part_of, with_orphans
from newsview.store.paths import facts_path
from newsview.store.save import same_article, save

NO_FACTS: Final = Facts()


class NoPlaceError(CannotWriteError):
    """The article came from standard input or with newsview, and nobody has said where its facts belong."""


class Before(NamedTuple):
    """What is known of an article when it is opened."""

    analysis: Analysis | None
    """Facts and review as they were saved, with what the journal adds; None when there is neither.

    Where it is ``stale`` it has the review and the facts that the reviewer added, at their places in the present text.
    """
    stale: bool = False
    """The facts have to be extracted (again): there are none yet, or they are of an earlier text."""
    recovered: bool = False
    """The review holds decisions that were never saved."""
    notices: tuple[str, ...] = ()
    """Lines that the reader should see."""


class Session:
    """Keeps the review of *article*; ``before`` says what there was when it began. ``close`` it at the end."""

    def __init__(self, article: Article, output: Path | None = None, *, journals: Path | None = None) -> None:
        """Take up the work on *article*, whose facts are at *output* or beside it; its journal in the folder *journals*.

        Never raises for what is found there: a file that cannot be used, or is another article's, is left alone and
        told in a notice.
        """
        self.article = article
        self.path = output or (facts_path(Path(article.path)) if article.path is not None else None)
        self._stamps: dict[Path, Stamp] = {}
        self._journals = journals
        self._journal: Journal | None = None
        self._locked = False
        self._failure = ""
        self._unjournalled = ""
        self._owed = Journalled()
        """What the journal could not take yet."""
        notices: list[str] = []
        self._base = self._load(notices)
        self._orphans = orphans_of(self._base) if self._base is not None else {}
        self._open_journal(notices)
        self.before = self._before(notices)

    def _load(self, notices: list[str]) -> Analysis | None:
        if self.path is None:
            return None
        try:
            loaded = load(self.path)
        except NoInputError:
            return None
        except FactsFileError as error:
            notices.append(f"{error} (it stays as it is)")
            return None
        saved = loaded.analysis.article
        if not same_article(self.article, {"sha256": saved.sha256, "path": saved.path}, self.path):
            notices.append(f"{self.path} holds the facts of another article; it stays as it is")
            return None
        notices += loaded.repaired
        self._stamps[_real(self.path)] = loaded.stamp
        return loaded.analysis

    def _open_journal(self, notices: list[str]) -> None:
        self._unjournalled = ""
        try:
            self._journal = Journal.open(self.article, self._journals)
            notices += self._journal.notices
        except LockedError as error:
            self._locked, self._unjournalled = True, str(error)
            notices.append(f"{error}, or save under another name")
        except CannotWriteError as error:
            self._unjournalled = str(error)
            notices.append(str(error))

    def _before(self, notices: list[str]) -> Before:
        """The saved review and the journal's changes put together; from here on it is what new facts are merged with."""
        saved = self._base
        journalled = self._journal.recovered if self._journal is not None else Journalled()
        if journalled.lines:
            self._base = journalled.replayed_on(saved or Analysis.of(self.article, Facts(), NOT_EXTRACTED))
        if self._base is None:
            return Before(analysis=None, stale=True, notices=tuple(notices))
        self.article = _dated(self.article, self._base.article)
        edited = saved is not None and saved.article.text != self.article.text
        given = self.article.published_source == "flag" and self.article.published
        redated = saved is not None and bool(given) and saved.article.published != given
        stale = saved is None or edited or redated
        if stale:
            if edited:
                notices.append("the article has changed since it was reviewed; its facts are extracted again")
            elif redated:
                notices.append(f"read as published on {given}; its facts are extracted again")
            from newsview.store.merge import merge

            shown = merge(self._base, Analysis.of(self.article, Facts(), self._base.generator)).analysis
        else:
            shown = replace(self._base, article=self._with_unknown_keys(self.article))
        return Before(analysis=shown, stale=stale, recovered=journalled.lines > 0, notices=tuple(notices))

    def merge(self, analysis: Analysis, shown: Facts = NO_FACTS) -> MergedReview:
        """*analysis*, a whole new extraction, with the decisions of its review at the facts that they are about.

        Its review may be about facts that this extraction did not find again: those decisions go to what took their
        place, or are kept with the facts that they were about (``store.merge``). *shown* are the facts that were known
        until now, of the same text: decisions may have been made on some that nothing else has.
        """
        self._remember(analysis, shown)
        merged = self._merged(analysis)
        self._base = merged.analysis  # the next extraction is compared with this one
        self._orphans.update(orphans_of(self._base))
        return merged

    def _remember(self, analysis: Analysis, shown: Facts) -> None:
        """Adds the facts *shown* to those that the next ones are compared with, where some were decided on."""
        base = self._base or Analysis.of(analysis.article, Facts(), NOT_EXTRACTED)
        if base.article.text == analysis.article.text:
            decided = (analysis.review.keys() & parts_by_id(shown).keys()) - parts_by_id(base).keys()
            if decided:
                self._base = with_added(base, all_facts(shown))

    def part(self, id_: str) -> Part | None:
        """What the decision with that id was about, where its fact was not found again; None where nobody knows."""
        return part_of(self._orphans.get(id_))

    def _merged(self, analysis: Analysis) -> MergedReview:
        if self._base is None:
            return MergedReview(analysis, {}, ())
        from newsview.store.merge import merge

        # a fact that the reviewer added and took back again is in the older one still
        gone = added_by_reviewer(self._base).keys() - added_by_reviewer(analysis).keys() - analysis.review.keys()
        base = without(self._base, gone) if gone else self._base
        return merge(replace(base, review=analysis.review), replace(analysis, review={}))

    def switch_text(self, article: Article, analysis: Analysis) -> MergedReview:
        """Go on with *article*, a newer text of what *analysis* is about: its file was changed while it was reviewed.

        The review as it is now, and the facts that the reviewer added, are placed in the new text; the other facts have
        to be extracted from it, and ``merge`` then finds those that the decisions are about.
        """
        from newsview.store.merge import merge

        self._base = self._with_everything(analysis)
        self.article = article
        self.close()  # the next journal, of the new text, takes over what is in this one
        self._locked = False
        notices: list[str] = []
        self._open_journal(notices)
        self._failure = "; ".join(notices)
        return merge(self._base, Analysis.of(article, Facts(), self._base.generator))

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Write *analysis* to *path*, or to where it belongs, settled, and return where that was.

        The keys of the file that newsview does not know are kept. Raises ``NoPlaceError`` when there is no such place,
        and else as ``store.save.save`` does. May be called in a thread.
        """
        target = path or self.path
        if target is None:
            raise NoPlaceError("the article has no file of its own")
        if self._locked and not overwrite and target == self.path:
            raise ConflictError(f"{target} belongs to another newsview that has this article open")
        whole = self._with_everything(analysis)
        written = save(whole, target, expected=self._stamps.get(_real(target), NO_FILE), overwrite=overwrite)
        self._stamps[_real(target)] = written.stamp
        self.path = target
        if self._base is None or self._base.article.text == whole.article.text:
            self._base = whole  # else new facts are still being read: the old ones are what they are compared with
        if self._journal is not None and written.durable:
            self._journal.clear_saved(analysis)
        if self._owed.is_in(analysis):
            self._owed, self._failure = Journalled(), ""
        return target

    def _with_everything(self, analysis: Analysis) -> Analysis:
        if self._base is None:
            return analysis
        whole = replace(
            analysis,
            article=self._with_unknown_keys(analysis.article),
            extra={**self._base.extra, **analysis.extra},
        )
        gone = analysis.review.keys() - parts_by_id(analysis).keys()
        if gone:
            whole = self._merged(whole).analysis
        # a decision that was dismissed takes its record along, and brings it back when that is undone
        dismissed = self._base.review.keys() - analysis.review.keys()
        kept = {id_: record for id_, record in orphans_of(whole).items() if id_ not in dismissed}
        kept.update((id_, self._orphans[id_]) for id_ in gone & whole.review.keys() & self._orphans.keys())
        return with_orphans(whole, kept)

    def _with_unknown_keys(self, article: Article) -> Article:
        if self._base is None or not self._base.article.extra:
            return article
        return replace(article, extra={**self._base.article.extra, **article.extra})

    def note(self, step: Step) -> None:
        """Put a step of the review into the journal. Never raises: ``failure`` says what went wrong.

        What could not be put there goes with the next step.
        """
        if self._journal is None or not step.after:
            return
        self._owed.take(Journalled.of(step))
        self._journal_owed()

    def _journal_owed(self) -> None:
        if self._journal is None or not self._owed.lines:
            return
        self._failure = ""
        try:
            self._journal.append(self._owed.decisions, self._owed.added)
            self._owed = Journalled()
        except CannotWriteError as error:
            self._failure = str(error)

    @property
    def failure(self) -> str:
        """Why the journal does not keep the last decision, in one line; empty while it does."""
        return self._failure

    @property
    def lost(self) -> str:
        """Which unsaved decisions do not come back when the article is opened again, and why; empty if all of them do."""
        if self._unjournalled:
            return f"decisions that were not saved are lost ({self._unjournalled})"
        return f"the last decisions are lost ({self._failure})" if self._owed.lines else ""

    def leave(self, bookmark: Bookmark) -> None:
        """Remember where the reader was, for the next time."""
        remember(bookmark)

    def close(self) -> None:
        """Let go of the journal. What is in it comes back when the article is opened again."""
        self._journal_owed()
        if self._journal is not None:
            self._journal.close()
            self._journal = None


def _real(path: Path) -> Path:
    """The file that *path* leads to through links: its stamp is the same by every name."""
    return Path(os.path.realpath(path))


def _dated(article: Article, saved: Article) -> Article:
    """*article* with the day of publication that was given when it was reviewed, unless one is given now."""
    if saved.published_source != "flag" or article.published_source == "flag":
        return article
    return replace(article, published=saved.published, published_source="flag")
