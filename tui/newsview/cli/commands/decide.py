"""``newsview decide``: decisions on saved facts without the reader, one as arguments or many as lines."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple, NoReturn, get_args

import click

from newsview.cli.options import talk_options
from newsview.describe import decision_words, fact_words, flat
from newsview.errors import CannotWriteError, ConflictError, NewsviewError, UnreadableError, UsageError
from newsview.model.article import Article
from newsview.model.decision import Verb, decided, is_on_finding, now
from newsview.model.decisions import Decisions
from newsview.model.facts import Analysis, Fact, all_facts, parts_by_id
from newsview.model.finding import Finding
from newsview.store.load import load
from newsview.store.session import Session
from newsview.terminal.printable import printable
from newsview.terminal.streams import Talk

_EPILOG = """\b
Examples:
  newsview decide article.facts.json n-6482ac14f0 accept
  newsview decide article.facts.json q-0faa0213bd false --source "minutes of 4 May, page 2"
  newsview article.txt --text               shows the facts with their ids
  newsview decide article.facts.json < decisions.txt

A line of standard input is what stands after FACTS.json on the command line; empty lines and lines that begin
with # are left out.
"""

VERBS: Final[tuple[Verb, ...]] = get_args(Verb)


class Line(NamedTuple):
    """One decision as it is given: the fact's id, the verb, source and note."""

    fact: str
    verb: Verb
    source: str | None = None
    note: str | None = None


@click.command("decide", short_help="Decide on saved facts without the reader.", epilog=_EPILOG)
@click.argument("facts", metavar="FACTS.json", type=click.Path(readable=False))
@click.argument("fact", metavar="[ID]", required=False)
@click.argument("verb", metavar=f"[{'|'.join(VERBS)}]", required=False)
@click.option("--source", metavar="TEXT", help="Where the claim was looked up, for a verdict.")
@click.option("--note", metavar="TEXT", help="A note on the fact; an empty one removes it.")
@talk_options
def command(
    facts: str, fact: str | None, verb: str | None, source: str | None, note: str | None, quiet: bool, verbose: bool
) -> None:
    """Decide on facts of FACTS.json as the reader does, and save them.

    accept and reject say whether a fact was extracted rightly, or whether a finding of newsview check is right; true, false and unclear whether the claim is true; clear
    takes both back. Without ID, decisions are read from standard input, one a line.
    """
    talk = Talk(quiet=quiet, verbose=verbose)
    path = Path(facts)
    if fact is not None:
        words = [fact, *([verb] if verb is not None else [])]
        _review(path, talk, lambda review: review.decide(_line(words, source, note)))
        return
    if source is not None or note is not None:
        raise UsageError("--source and --note belong to a fact; name its ID, or write them into the lines")
    failed: list[str] = []
    _review(path, talk, lambda review: failed.extend(_decide_lines(review, _standard_input(), talk)))
    if failed:
        raise SystemExit(1)


class _Review:
    """The saved facts with the decisions made now."""

    def __init__(self, analysis: Analysis, session: Session, talk: Talk) -> None:
        self.decisions = Decisions(analysis.review)
        self._analysis = analysis
        self._facts: dict[str, Fact] = {each.id: each for each in all_facts(analysis)}
        self._names = {each.id: each.name for each in analysis.entities}
        self._session = session
        self._talk = talk

    @property
    def analysis(self) -> Analysis:
        """The facts with the present decisions."""
        return replace(self._analysis, review=dict(self.decisions.all))

    def decide(self, line: Line) -> None:
        """Make the decision of *line*, journal it and report it. Raises ``UnreadableError`` for an unknown id."""
        fact = self._facts.get(line.fact)
        if fact is None and is_on_finding(line.fact):
            self._decide_finding(line)
            return
        if fact is None:
            what = "is a mention; name the entity" if line.fact in parts_by_id(self._analysis) else "is no fact here"
            raise UnreadableError(f"{printable(line.fact)} {what}; newsview ARTICLE --text shows the ids")
        before = self.decisions.get(fact.id)
        after = decided(before, line.verb, at=now(), source=line.source, note=line.note)
        self._session.note(self.decisions.apply({fact.id: after}))
        self._talk.notice(f"{fact_words(self._name, fact)}: {decision_words(after)}")

    def _decide_finding(self, line: Line) -> None:
        finding = self._findings.get(line.fact)
        if finding is None and line.fact not in self.decisions.all:
            raise UnreadableError(
                f"{printable(line.fact)} is no finding here; newsview check --format jsonl has the ids"
            )
        if line.verb not in ("accept", "reject", "clear"):
            raise UsageError(f"{printable(line.fact)} is a finding: accept, reject (dismiss) or clear")
        after = decided(self.decisions.get(line.fact), line.verb, at=now(), note=line.note)
        self._session.note(self.decisions.apply({line.fact: after}))
        words = flat(finding.message) if finding is not None else "a finding that is gone"
        self._talk.notice(f"{words}: {decision_words(after)}")

    @cached_property
    def _findings(self) -> dict[str, Finding]:
        """The findings of the article as it is corrected now, by id, whatever the settings switch off."""
        from newsview.checks.run import findings_of  # deferred: few decisions are on findings
        from newsview.export.reviewed import corrected

        facts = corrected(self.analysis).facts
        return {each.id: each for each in findings_of(self._analysis.article, facts)}

    def _name(self, entity: str | None) -> str | None:
        return self._names.get(entity) if entity is not None else None


def _review(path: Path, talk: Talk, decide: Callable[[_Review], None]) -> None:
    """Open the facts at *path*, make the decisions of *decide* and save. Raises ``NewsviewError``.

    What was decided before an error is saved; nothing is written if nothing was decided.
    """
    article = load(path).analysis.article
    session = Session(_as_opened(article, path), path)
    try:
        if session.in_use:
            raise ConflictError(f"{path} is in use: another newsview has this article open; close it first")
        for notice in session.before.notices:
            talk.notice(notice)
        analysis = session.before.analysis
        if analysis is None:
            raise UnreadableError(f"{path}: the facts cannot be reviewed")
        if session.before.recovered:
            talk.notice(f"{path}: decisions that were not saved are saved as well")
        review = _Review(analysis, session, talk)
        try:
            decide(review)
        finally:
            if review.decisions.latest or session.before.recovered:
                _save(session, replace(review.analysis, article=replace(analysis.article, path=article.path)))
    finally:
        session.close()


def _save(session: Session, analysis: Analysis) -> None:
    """Save *analysis*; if it cannot be saved, its decisions were not made. Raises ``CannotWriteError``.

    Those of an earlier reader, which were not saved either, stay in the journal.
    """
    try:
        session.save(analysis)
    except CannotWriteError:
        if not session.before.recovered:
            session.discard()
        raise


def _as_opened(article: Article, path: Path) -> Article:
    """*article* with the path under which the reader has it open: beside its facts, if its own leads nowhere from here."""
    beside = path.parent / Path(article.path).name if article.path is not None else None
    if beside is None or not beside.is_file() or Path(article.path or "").is_file():
        return article
    return replace(article, path=str(beside))


def _standard_input() -> Iterable[bytes]:
    if sys.stdin is None:
        raise UsageError("no ID named, and standard input is closed")
    return sys.stdin.buffer


def _decide_lines(review: _Review, lines: Iterable[bytes], talk: Talk) -> Iterator[str]:
    """Make the decisions of *lines*; yields the message of each line that fails, and reports it with its number."""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith(b"#"):
            continue
        try:
            review.decide(_parsed(line))
        except NewsviewError as error:
            talk.error(f"line {number}: {error}")
            yield str(error)


_LINE: Final = click.Command(
    "line",
    params=[click.Argument(["words"], nargs=-1), click.Option(["--source"]), click.Option(["--note"])],
    add_help_option=False,
)
"""The arguments of one line of standard input."""


def _parsed(line: bytes) -> Line:
    """The decision in a line of UTF-8, quoted as in a shell. Raises ``UsageError``."""
    try:
        context = _LINE.make_context("line", shlex.split(line.decode("utf-8")))
    except UnicodeDecodeError:
        raise UsageError("it is not UTF-8; write the line in UTF-8") from None
    except ValueError as error:  # a quotation mark without its pair
        _refuse(str(error).lower())
    except click.UsageError as error:
        _refuse(error.format_message().rstrip(".").lower())
    return _line(list(context.params["words"]), context.params["source"], context.params["note"])


def _line(words: list[str], source: str | None, note: str | None) -> Line:
    if len(words) != 2:
        _refuse(f"a decision is ID and VERB, not {len(words)} word{'' if len(words) == 1 else 's'}")
    verb = next((each for each in VERBS if each == words[1]), None)
    if verb is None:
        _refuse(f"{printable(words[1])!r} is no verb")
    return Line(words[0], verb, source, note)


def _refuse(reason: str) -> NoReturn:
    raise UsageError(f"{reason}; the verbs are {', '.join(VERBS)}")
