"""Review session of one article: the saved review, the journal of unsaved decisions, and saving.

``Session`` implements ``app.ports.ReviewStore``. ``store.merge`` is imported where it is used, because most
articles are opened without an earlier review and the facts should appear at once.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsview.errors import CannotWriteError, ConflictError, NoInputError
from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decision import is_on_finding
from newsview.model.decisions import MergedReview, Step
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
from newsview.store.bookmarks import remember
from newsview.store.files import NO_FILE, Stamp
from newsview.store.journal import Journal, LockedError
from newsview.store.journal_lines import Journalled
from newsview.store.load import FactsFileError, load
from newsview.store.orphans import finding_of, finding_records, orphans_of, part_of, with_orphans, without_findings
from newsview.store.paths import facts_path
from newsview.store.save import same_article, save

if TYPE_CHECKING:
    from newsview.model.finding import Finding

NO_FACTS: Final = Facts()


class NoPlaceError(CannotWriteError):
    """The article has no file of its own (standard input, the sample), and no output path was given."""


class Before(NamedTuple):
    """Saved and recovered work on an article at the time it is opened."""

    analysis: Analysis | None
    """The saved facts and review with the journal's changes; None if there are neither.

    If ``stale``, it has only the review and the facts added by the reviewer, at their places in the current text.
    """
    stale: bool = False
    """Whether the facts must be extracted: there are none yet, or they are of an earlier text."""
    recovered: bool = False
    """Whether the review contains unsaved decisions from the journal."""
    notices: tuple[str, ...] = ()
    """Messages for the user."""


class Session:
    """The review session of *article*; ``before`` has the earlier work on it. ``close`` ends it."""

    def __init__(self, article: Article, output: Path | None = None, *, journals: Path | None = None) -> None:
        """Open the facts file of *article*, at *output* or beside it, and its journal in the folder *journals*.

        Does not raise for invalid files: a file that cannot be used, or is of another article, is left unchanged and
        reported in a notice.
        """
        self.article = article
        self.path = output or (facts_path(Path(article.path)) if article.path is not None else None)
        self._stamps: dict[Path, Stamp] = {}
        self._journals = journals
        self._journal: Journal | None = None
        self._locked = False
        self._failure = ""
        self._journal_error = ""
        self._exported: dict[Path, Stamp] = {}
        """The stamps of the exports that were written."""
        self._pending = Journalled()
        """Changes that could not be written to the journal yet."""
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
            notices.append(f"{error} (it is left unchanged)")
            return None
        saved = loaded.analysis.article
        if not same_article(self.article, {"sha256": saved.sha256, "path": saved.path}, self.path):
            notices.append(f"{self.path} holds the facts of another article; it is left unchanged")
            return None
        from newsview.store.alignment import unrelated  # for saved facts only

        if unrelated(saved.text, self.article.text):
            notices.append(
                f"{self.path} holds the facts of another article of this name; saving asks before it is replaced"
            )
            return None
        notices += loaded.repaired
        self._stamps[_resolved(self.path)] = loaded.stamp
        return loaded.analysis

    def _open_journal(self, notices: list[str]) -> None:
        self._journal_error = ""
        try:
            self._journal = Journal.open(self.article, self._journals)
            notices += self._journal.notices
        except LockedError as error:
            self._locked, self._journal_error = True, str(error)
            notices.append(f"{error}, or save under another name")
        except CannotWriteError as error:
            self._journal_error = str(error)
            notices.append(str(error))

    def _before(self, notices: list[str]) -> Before:
        """The saved review with the journal's changes, which also becomes the base of the next merge."""
        saved = self._base
        journalled = self._journal.recovered if self._journal is not None else Journalled()
        nothing = Analysis.of(self.article, Facts(), NOT_EXTRACTED)
        # a decision that was taken back leaves lines in the journal, but nothing that is not saved
        recovered = journalled.lines > 0 and not journalled.is_in(saved or nothing)
        if recovered:
            self._base = journalled.replayed_on(saved or nothing)
        if self._base is None:
            return Before(analysis=None, stale=True, notices=tuple(notices))
        self.article = _with_given_date(self.article, self._base.article)
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
        return Before(analysis=shown, stale=stale, recovered=recovered, notices=tuple(notices))

    def merge(self, analysis: Analysis, shown: Facts = NO_FACTS) -> MergedReview:
        """*analysis*, a complete new extraction, merged with the review so far.

        Decisions on facts that this extraction did not find move to matching facts, or are kept as orphans
        (``store.merge``). *shown* are the facts displayed until now, of the same text: some may have decisions and be
        recorded nowhere else.
        """
        self._add_shown(analysis, shown)
        known = {**self._finding_records(), **(finding_records(analysis) or {})}
        merged = self._merged(analysis)
        # the findings were those of other facts: the decisions on them are known until these facts are checked
        self._orphans.update({id_: known[id_] for id_ in merged.analysis.review.keys() & known.keys()})
        merged = merged._replace(analysis=without_findings(merged.analysis))
        self._base = merged.analysis  # the next extraction is compared with this one
        self._orphans.update(orphans_of(self._base))
        return merged

    def _add_shown(self, analysis: Analysis, shown: Facts) -> None:
        """Add the facts *shown* to the base of the next merge, if they have decisions that the base lacks."""
        base = self._base or Analysis.of(analysis.article, Facts(), NOT_EXTRACTED)
        if base.article.text == analysis.article.text:
            decided = (analysis.review.keys() & parts_by_id(shown).keys()) - parts_by_id(base).keys()
            if decided:
                self._base = with_added(base, all_facts(shown))

    def part(self, id_: str) -> Part | Finding | None:
        """The orphaned fact, mention or finding of the decision with the id *id_*; None if unknown."""
        if is_on_finding(id_):
            return finding_of(self._finding_records().get(id_))
        return part_of(self._orphans.get(id_))

    def _finding_records(self) -> dict[str, Any]:
        """The records of the findings that were saved last, and of those with decisions that are gone, by id."""
        saved = finding_records(self._base) if self._base is not None else None
        return {**self._orphans, **(saved or {})}

    def _merged(self, analysis: Analysis) -> MergedReview:
        if self._base is None:
            return MergedReview(analysis, {}, ())
        from newsview.store.merge import merge

        # a fact that the reviewer added and removed again is still in the base
        gone = added_by_reviewer(self._base).keys() - added_by_reviewer(analysis).keys() - analysis.review.keys()
        base = without(self._base, gone) if gone else self._base
        return merge(replace(base, review=analysis.review), replace(analysis, review={}))

    def switch_text(self, article: Article, analysis: Analysis) -> MergedReview:
        """Continue with *article*, a newer text of the article of *analysis*, whose file changed during the review.

        The result has the current review and the facts added by the reviewer, at their places in the new text. The
        other facts must be extracted again, and merged by the next call of ``merge``.
        """
        from newsview.store.alignment import unrelated  # for another text only
        from newsview.store.merge import merge

        if self.path is not None and unrelated(analysis.article.text, article.text):
            self._stamps.pop(_resolved(self.path), None)  # its facts file is one of another article now
        self._base = self._with_everything(analysis)
        self.article = article
        self.close()  # the journal of the new text takes over the changes in this one
        self._locked = False
        notices: list[str] = []
        self._open_journal(notices)
        self._failure = "; ".join(notices)
        return merge(self._base, Analysis.of(article, Facts(), self._base.generator))

    def save(self, analysis: Analysis, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Write *analysis*, merged, to *path* or the default path, and return the path.

        Unknown keys of the file are preserved. Raises ``NoPlaceError`` if there is no default path, and as
        ``store.save.save`` does. May be called in a thread.
        """
        target = path or self.path
        if target is None:
            raise NoPlaceError("the article has no file of its own")
        if self._locked and not overwrite and target == self.path:
            raise ConflictError(f"{target} is in use: another newsview has this article open")
        whole = self._with_everything(analysis)
        written = save(whole, target, expected=self._stamps.get(_resolved(target), NO_FILE), overwrite=overwrite)
        self._stamps[_resolved(target)] = written.stamp
        self.path = target
        if self._base is None or self._base.article.text == whole.article.text:
            self._base = whole  # else a new text is being extracted: the old facts remain the base of the merge
        if self._journal is not None and written.durable:
            self._journal.clear_saved(analysis)
        if self._pending.is_in(analysis):
            self._pending, self._failure = Journalled(), ""
        return target

    def export(self, data: bytes, suffix: str, path: Path | None = None, *, overwrite: bool = False) -> Path:
        """Write an export to *path*, or beside the facts with a name that ends in *suffix*, and return its path.

        Raises ``NoPlaceError`` if there are neither, and as ``write_export`` does. May be called in a thread.
        """
        from newsview.store.exports import export_path, write_export

        target = path or (export_path(self.path, suffix) if self.path is not None else None)
        if target is None:
            raise NoPlaceError("the article has no file of its own")
        inputs = [each for each in (self.path, self.article.path and Path(self.article.path)) if each]
        return write_export(data, target, inputs, self._exported, overwrite=overwrite)

    def _with_everything(self, analysis: Analysis) -> Analysis:
        if self._base is None:
            return analysis
        whole = replace(
            analysis,
            article=self._with_unknown_keys(analysis.article),
            extra={**self._base.extra, **analysis.extra},
        )
        gone = analysis.review.keys() - parts_by_id(analysis).keys()
        of_findings = {id_ for id_ in gone if is_on_finding(id_)}
        gone -= of_findings
        if gone:
            whole = self._merged(whole).analysis
        # the orphan of a dismissed decision is left out, and restored if the dismissal is undone
        dismissed = self._base.review.keys() - analysis.review.keys()
        kept = {id_: record for id_, record in orphans_of(whole).items() if id_ not in dismissed}
        kept.update((id_, self._orphans[id_]) for id_ in gone & whole.review.keys() & self._orphans.keys())
        if finding_records(analysis) is None and self._base.article.text != analysis.article.text:
            whole = without_findings(whole)  # those of the earlier text are not of this one
        present, known = finding_records(whole) or {}, self._finding_records()
        kept = {id_: record for id_, record in kept.items() if id_ not in present}
        lost = {id_: known[id_] for id_ in of_findings - present.keys() if id_ in known}
        self._orphans.update(lost)
        return with_orphans(whole, {**kept, **lost})

    def _with_unknown_keys(self, article: Article) -> Article:
        if self._base is None or not self._base.article.extra:
            return article
        return replace(article, extra={**self._base.article.extra, **article.extra})

    @property
    def in_use(self) -> bool:
        """Whether another newsview has the article open: its facts file can only be overwritten on request."""
        return self._locked

    def note(self, step: Step) -> None:
        """Write a step of the review to the journal. Does not raise: ``failure`` has the error.

        Changes that could not be written are written with the next step.
        """
        if self._journal is None or not step.after:
            return
        self._pending.take(Journalled.of(step))
        self._write_pending()

    def _write_pending(self) -> None:
        if self._journal is None or not self._pending.lines:
            return
        self._failure = ""
        try:
            self._journal.append(self._pending.decisions, self._pending.added)
            self._pending = Journalled()
        except CannotWriteError as error:
            self._failure = str(error)

    @property
    def failure(self) -> str:
        """The error of the last write to the journal, in one line; empty after a success."""
        return self._failure

    @property
    def lost(self) -> str:
        """A message about unsaved decisions that will not be recovered, with the reason; empty if all will be."""
        if self._journal_error:
            return f"decisions that were not saved are lost ({self._journal_error})"
        return f"the last decisions are lost ({self._failure})" if self._pending.lines else ""

    def discard(self) -> None:
        """Remove all unsaved changes from the journal: the next session begins with what is saved."""
        self._pending = Journalled()
        if self._journal is not None:
            self._journal.discard()

    def leave(self, bookmark: Bookmark) -> None:
        """Store the reader's place for the next session."""
        remember(bookmark)

    def close(self) -> None:
        """Close the journal. Unsaved decisions are recovered when the article is opened again."""
        self._write_pending()
        if self._journal is not None:
            self._journal.close()
            self._journal = None


def _resolved(path: Path) -> Path:
    """*path* with links resolved, so that a file has one stamp under all its names."""
    return Path(os.path.realpath(path))


def _with_given_date(article: Article, saved: Article) -> Article:
    """*article* with the day of publication given in the earlier review, unless one is given now."""
    if saved.published_source != "flag" or article.published_source == "flag":
        return article
    return replace(article, published=saved.published, published_source="flag", published_from="flag")
