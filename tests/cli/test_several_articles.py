"""The articles that the reader is opened with: folders, patterns, those that were read last; and what the list says of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsview.cli.article_summaries import summary
from newsview.cli.listed_articles import in_folders, read_last
from newsview.cli.opening import ReaderOptions, _Named, _NamedArticles
from newsview.errors import NoInputError
from newsview.model.article import Article
from newsview.model.bookmark import Bookmark
from newsview.model.decisions import Step
from newsview.model.facts import NOT_EXTRACTED, Analysis, Decision, Facts
from newsview.reading.read import read_path
from newsview.store.bookmarks import remember
from newsview.store.save import save
from newsview.store.session import Session
from tests.making import Maker

TEXT = "Harbour plan in doubt\n\nThe bridge costs $6 million, Ada Quill said on Monday. It has 4 lanes.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    made = tmp_path / "pile"
    (made / "city").mkdir(parents=True)
    (made / "bridge.txt").write_text(TEXT)
    (made / "city" / "trams.txt").write_text("Trams return\n\nTrams run again.\n")
    (made / "notes.ini").write_text("not an article")
    return made


def facts(of: Article) -> Facts:
    make = Maker(of)
    label = replace(make.number("4", "label"), aside=True)
    return Facts(
        entities=(make.entity("Ada Quill", "PERSON"),),
        numbers=(make.number("$6 million", "money", value=6e6, unit="USD"), label),
    )


def reviewed(path: Path) -> Analysis:
    """The article at *path*, saved with a verdict on its money."""
    of = read_path(path)
    known = facts(of)
    return Analysis.of(
        of, known, NOT_EXTRACTED, {known.numbers[0].id: Decision(verdict="false", source="city accounts")}
    )


def test_a_folder_stands_for_its_articles_with_their_paths_in_it(folder: Path) -> None:
    assert [shown for _, shown in in_folders([str(folder)])] == ["bridge.txt", "city/trams.txt"]
    both = in_folders([str(folder / "bridge.txt"), str(folder)])
    assert [shown for _, shown in both] == ["bridge.txt", "city/trams.txt"]
    assert [shown for _, shown in in_folders([str(folder / "*.txt")])] == ["bridge.txt"]


def test_a_folder_without_articles_is_reported(folder: Path) -> None:
    (folder / "empty").mkdir()
    with pytest.raises(NoInputError, match="there is no article in this folder"):
        in_folders([str(folder / "empty")])


def test_an_article_of_a_folder_that_cannot_be_read_is_not_the_first(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"\0\1\2\3" * 100)
    articles = _NamedArticles([_Named(*each) for each in in_folders([str(folder)])], ReaderOptions(), listed=True)
    article, _ = articles.open_first()
    assert article.path == str(folder / "bridge.txt")
    shelf = articles.as_list()
    assert list(shelf.names) == ["bridge.txt", "city/trams.txt", "a.txt"] and shelf.listed
    assert not shelf.summary(2).to_review and "a.txt" not in shelf.summary(2).error


def test_articles_that_were_read_last_are_listed_while_they_exist(folder: Path) -> None:
    assert read_last() == []
    gone = folder / "gone.txt"
    for path in (gone, folder / "city" / "trams.txt", folder / "bridge.txt"):
        remember(Bookmark(path=str(path), offset=0))
    assert sorted(shown for _, shown in read_last()) == ["bridge.txt", "trams.txt"]


def test_the_summary_of_a_new_article_is_that_of_its_text(folder: Path) -> None:
    path = folder / "bridge.txt"
    found = summary(str(path), lambda: read_path(path))
    assert (found.title, found.words, found.facts) == ("Harbour plan in doubt", 18, None)
    assert found.to_review and not found.unsaved


def test_the_summary_of_a_reviewed_article_counts_its_saved_facts(folder: Path) -> None:
    path = folder / "bridge.txt"
    saved = save(reviewed(path), folder / "bridge.facts.json")
    for name in (path, folder / "bridge.facts.json"):
        found = summary(str(name), lambda: pytest.fail("the facts file has the article"))
        assert (found.facts, found.open, found.false, found.unsaved) == (2, 1, 1, False), saved


def test_the_summary_tells_unsaved_decisions_of_the_journal(folder: Path) -> None:
    path = folder / "bridge.txt"
    analysis = reviewed(path)
    save(analysis, folder / "bridge.facts.json")
    session = Session(read_path(path))
    id_ = analysis.entities[0].id
    session.note(Step({id_: None}, {id_: Decision(status="accepted")}))
    session.close()
    assert summary(str(path), lambda: read_path(path)).unsaved


def test_facts_of_another_article_are_not_counted(folder: Path) -> None:
    other = folder / "bridge.docx"
    other.write_bytes((folder / "bridge.txt").read_bytes())
    save(reviewed(folder / "bridge.txt"), folder / "bridge.facts.json")
    assert summary(str(other), lambda: read_path(folder / "bridge.txt")).facts is None
