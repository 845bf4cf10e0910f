"""Exports from inside the reader: their place beside the facts, and what they never replace."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsview.errors import CannotWriteError, ConflictError
from newsview.model.facts import Decision
from newsview.reading.read import read_path
from newsview.store.exports import export_path
from newsview.store.save import save
from newsview.store.session import NoPlaceError, Session
from tests.app.springfield import article
from tests.export.article import analysis


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = tmp_path / "buses.md"
    path.write_text("The council buys buses for the city, said the mayor on Monday.\n")
    with closing(Session(read_path(path), journals=tmp_path / "journals")) as opened:
        return opened


def test_export_stands_beside_the_article_and_is_not_the_article(session: Session, tmp_path: Path) -> None:
    before = (tmp_path / "buses.md").read_bytes()
    written = session.export(b"page", ".facts.md")
    assert (written, written.read_bytes()) == (tmp_path / "buses.facts.md", b"page")
    assert (tmp_path / "buses.md").read_bytes() == before


def test_own_export_is_written_again_without_a_question(session: Session) -> None:
    session.export(b"one", ".facts.csv")
    assert session.export(b"two", ".facts.csv").read_bytes() == b"two"


def test_file_of_somebody_else_is_replaced_only_on_request(session: Session, tmp_path: Path) -> None:
    path = tmp_path / "buses.facts.csv"
    path.write_bytes(b"theirs")
    with pytest.raises(ConflictError, match="is there already"):
        session.export(b"ours", ".facts.csv")
    assert path.read_bytes() == b"theirs"
    session.export(b"ours", ".facts.csv", overwrite=True)
    path.write_bytes(b"changed by hand")
    with pytest.raises(ConflictError):
        session.export(b"ours again", ".facts.csv")
    assert path.read_bytes() == b"changed by hand"


@pytest.mark.parametrize("overwrite", [False, True])
def test_article_and_reviewed_facts_are_never_replaced(session: Session, tmp_path: Path, *, overwrite: bool) -> None:
    facts = tmp_path / "other.json"
    save(analysis({"e-doe": Decision(status="accepted")}), facts)
    for path in (tmp_path / "buses.md", facts):
        before = path.read_bytes()
        with pytest.raises(CannotWriteError):
            session.export(b"page", ".facts.html", path, overwrite=overwrite)
        assert path.read_bytes() == before


def test_link_out_of_the_folder_is_not_followed(session: Session, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.html"
    (tmp_path / "buses.facts.html").symlink_to(outside)
    with pytest.raises(CannotWriteError, match="link"):
        session.export(b"page", ".facts.html", overwrite=True)
    assert not outside.exists()


def test_article_without_a_file_needs_a_name(tmp_path: Path) -> None:
    with closing(Session(article(path=None), journals=tmp_path)) as session:
        with pytest.raises(NoPlaceError):
            session.export(b"page", ".facts.html")
        assert session.export(b"page", ".facts.html", tmp_path / "page.html") == tmp_path / "page.html"


def test_folder_that_is_gone_is_one_line(session: Session, tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="none"):
        session.export(b"page", ".facts.html", tmp_path / "none" / "page.html")


@pytest.mark.parametrize(
    ("facts", "export"),
    [("a.facts.json", "a.facts.html"), ("out.json", "out.facts.html"), ("x", "x.facts.html")],
)
def test_export_is_named_after_the_facts(facts: str, export: str) -> None:
    assert export_path(Path("/news") / facts, ".facts.html") == Path("/news") / export
