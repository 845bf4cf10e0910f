"""Where a review is saved, and files that are not overwritten."""

from __future__ import annotations

from dataclasses import replace

import orjson
import pytest

from newsview.errors import CannotWriteError, ConflictError, LinkedAwayError
from newsview.model.facts import NOT_EXTRACTED, Analysis, Facts
from newsview.store.alignment import unrelated
from newsview.store.load import load
from newsview.store.save import NotFactsError, OtherArticleError, facts_bytes, save
from newsview.store.session import NoPlaceError
from tests.session.folder import ACCEPTED, REJECTED, Folder, analysis, step
from tests.store import samples


def test_unknown_keys_of_the_file_survive_a_save_of_the_reader(folder: Folder) -> None:
    plain = orjson.loads(facts_bytes(analysis(folder)))
    plain["future"], plain["article"]["colour"] = 1, "blue"
    folder.facts.write_bytes(orjson.dumps(plain))
    folder.open().save(analysis(folder, review={}))
    saved = orjson.loads(folder.facts.read_bytes())
    assert saved["future"] == 1 and saved["article"]["colour"] == "blue"


def test_second_reader_is_warned_and_neither_overwrites(folder: Folder) -> None:
    first, second = folder.open(), folder.open()
    assert "open in another newsview" in second.before.notices[0]
    second.note(step(("q-1", REJECTED)))
    first.save(analysis(folder))
    with pytest.raises(ConflictError):
        second.save(analysis(folder, review={}))
    assert load(folder.facts).analysis == analysis(folder)
    other = folder.path / "mine.facts.json"
    assert second.save(analysis(folder, review={}), other) == other
    first.save(analysis(folder, review={}))
    assert folder.facts.exists() and other.exists()


def test_file_changed_meanwhile_is_not_overwritten(folder: Folder) -> None:
    session = folder.open()
    session.save(analysis(folder))
    folder.facts.write_bytes(facts_bytes(analysis(folder, review={"q-1": REJECTED})))
    session.note(step(("q-2", ACCEPTED)))
    with pytest.raises(ConflictError):
        session.save(analysis(folder))
    assert "q-1" in load(folder.facts).analysis.review
    session.save(analysis(folder), overwrite=True)
    assert "q-1" not in load(folder.facts).analysis.review


def test_facts_of_another_article_are_reported_and_kept(folder: Folder) -> None:
    save(samples.analysis(samples.article(samples.TEXT + " Another text.", "other.txt")), folder.facts)
    session = folder.open()
    assert session.before.analysis is None and "another article" in session.before.notices[0]
    with pytest.raises(OtherArticleError):
        session.save(analysis(folder))
    assert session.save(analysis(folder), folder.path / "b.facts.json").name == "b.facts.json"
    assert session.save(analysis(folder, review={})).name == "b.facts.json", "from then on it is saved there"


@pytest.mark.parametrize("content", [b"{", b'{"schema_version": 2}'])
def test_unusable_file_is_reported_and_kept(folder: Folder, content: bytes) -> None:
    folder.facts.write_bytes(content)
    session = folder.open()
    assert session.before.analysis is None and len(session.before.notices) == 1
    with pytest.raises(CannotWriteError):
        session.save(analysis(folder))
    assert folder.facts.read_bytes() == content


def test_standard_input_needs_an_output_path(folder: Folder) -> None:
    article = replace(folder.article(), path=None)
    session = folder.open(article)
    with pytest.raises(NoPlaceError):
        session.save(samples.analysis(article))
    assert session.save(samples.analysis(article), folder.facts) == folder.facts


def test_link_out_of_folder_or_to_missing_file_is_not_followed(folder: Folder) -> None:
    home = folder.path.parent / f"{folder.path.name}-home"
    home.mkdir()
    there = home / "there.facts.json"
    for target in (home / ".bash_aliases", folder.path / "nothing.json", there):
        folder.facts.unlink(missing_ok=True)
        folder.facts.symlink_to(target)
        if target == there:
            there.write_bytes(facts_bytes(analysis(folder)))
        before = there.read_bytes() if there.exists() else None
        session = folder.open()
        with pytest.raises(LinkedAwayError, match=str(target)) as raised:
            session.save(analysis(folder, review={}))
        assert raised.value.target == target
        assert (target.read_bytes() if target.exists() else None) == before
        assert session.save(analysis(folder, review={}), raised.value.target) == target
        assert session.save(analysis(folder)) == target, "from then on it is saved there"
        assert load(target).analysis == analysis(folder)
        session.close()


def test_linked_file_that_is_not_a_facts_file_is_kept(folder: Folder) -> None:
    other = folder.path.parent / f"{folder.path.name}.bash_aliases"
    other.write_text("alias ll=ls", encoding="utf-8")
    folder.facts.symlink_to(other)
    session = folder.open()
    with pytest.raises(CannotWriteError):
        session.save(analysis(folder))
    with pytest.raises(NotFactsError):
        session.save(analysis(folder), other)
    assert other.read_text(encoding="utf-8") == "alias ll=ls"


def test_a_link_to_a_file_of_the_same_folder_is_followed(folder: Folder) -> None:
    kept = folder.path / "kept.json"
    kept.write_bytes(facts_bytes(analysis(folder)))
    folder.facts.symlink_to(kept)
    assert folder.open().save(analysis(folder, review={})) == folder.facts
    assert folder.facts.is_symlink() and load(kept).analysis.review == {}


def test_another_article_under_the_same_name_is_asked_about_and_its_review_kept(folder: Folder) -> None:
    first = folder.open()
    first.save(analysis(folder, review={"q-1": ACCEPTED}))
    first.close()
    before = folder.facts.read_bytes()
    other = samples.article(
        "Rain fell over Oslo for the third day in a row, and the mayor opened five new shelters.",
        str(folder.path / "buses.txt"),
    )
    saved = Analysis.of(other, Facts(), NOT_EXTRACTED)
    session = folder.open(other)
    assert session.before.analysis is None and "another article of this name" in session.before.notices[0]
    with pytest.raises(OtherArticleError):
        session.save(saved)
    assert folder.facts.read_bytes() == before
    for number in (1, 2):
        session.save(saved, overwrite=True)
        assert load(folder.facts).analysis.article.text == other.text
        backup = folder.facts.with_name(f"{folder.facts.name}.~{number}~")
        assert backup.read_bytes() == before
        folder.facts.write_bytes(before)
    assert len([*folder.path.glob("*~")]) == 2


def test_file_that_became_another_article_while_it_is_read_is_asked_about(folder: Folder) -> None:
    session = folder.open()
    session.save(analysis(folder, review={"q-1": ACCEPTED}))
    other = folder.article("Rain fell over Oslo for the third day in a row, and the mayor opened five new shelters.")
    merged = session.switch_text(other, analysis(folder))
    with pytest.raises(OtherArticleError):
        session.save(merged.analysis)


def test_an_edited_text_is_no_other_article(folder: Folder) -> None:
    assert not unrelated(samples.TEXT, samples.TEXT.replace("Jane", "Joan") + " And more was said on the next day.")
    assert not unrelated("Two words.", "Others here.")
