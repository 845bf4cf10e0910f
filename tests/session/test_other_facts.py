"""Reviews of an edited article, and of another extraction of the same one."""

from __future__ import annotations

from dataclasses import replace

from newsview.model.finding import Finding, Place
from newsview.model.saved_findings import with_findings
from newsview.store.load import load
from tests.session.folder import ACCEPTED, REJECTED, Folder, analysis, step
from tests.store import samples


def test_an_edited_article_keeps_its_review(folder: Folder) -> None:
    first = folder.open()
    whole = analysis(folder)
    quote, number = whole.quotes[0], whole.numbers[0]
    first.save(replace(whole, review={quote.id: ACCEPTED}))
    first.note(step((number.id, REJECTED)))
    first.close()
    text = samples.TEXT.replace("The mayor, Jane", "Yesterday the mayor, Jane")
    edited = folder.article(text)
    session = folder.open(edited)
    assert session.before.stale and any("has changed" in notice for notice in session.before.notices)
    new = samples.analysis(edited, review={})
    review = session.before.analysis.review if session.before.analysis else {}
    settled = session.merge(replace(new, review=review))
    assert settled.moved == {number.id: new.numbers[0].id}
    session.save(settled.analysis)
    assert load(folder.facts).analysis.review == {quote.id: ACCEPTED, new.numbers[0].id: REJECTED}
    session.close()
    assert not folder.open(edited).before.stale


def test_added_fact_of_earlier_text_never_breaks_the_file(folder: Folder) -> None:
    first = folder.open()
    own = replace(samples.number(folder.article(), "the bus", kind="label"), origin="reviewer")
    first.note(step((own.id, ACCEPTED, own)))
    first.close()
    edited = folder.article("Quite another story.")
    session = folder.open(edited)
    opened = session.before.analysis
    assert opened is not None and opened.numbers == [] and opened.review == {own.id: ACCEPTED}
    session.save(opened)
    kept = load(folder.facts).analysis
    assert kept.review == {own.id: ACCEPTED} and kept.extra["orphaned"][own.id]["text"] == "the bus"


def test_new_extraction_keeps_each_decision_with_its_fact(folder: Folder) -> None:
    whole = analysis(folder)
    session = folder.open()
    number, quote = whole.numbers[0], whole.quotes[1]
    session.save(replace(whole, review={number.id: ACCEPTED, quote.id: REJECTED}))
    longer = samples.number(whole.article, "$4.2 million on", kind="money", value=4_200_000, unit="USD")
    session.save(replace(whole, numbers=(longer,), quotes=(), review={number.id: ACCEPTED, quote.id: REJECTED}))
    saved = load(folder.facts).analysis
    assert saved.review == {longer.id: ACCEPTED, quote.id: REJECTED}
    assert list(saved.extra["orphaned"]) == [quote.id]


def test_findings_of_an_earlier_text_are_not_saved_and_decisions_on_them_stay_known(folder: Folder) -> None:
    place = Place(text="bus", start=samples.TEXT.index("bus"), end=samples.TEXT.index("bus") + 3)
    finding = Finding(id="f-1", check="weekday", code="D501", level="look", message="no Monday", places=(place,))
    session = folder.open()
    session.save(with_findings(analysis(folder, review={"f-1": REJECTED}), [finding]))
    session.close()
    edited = folder.article(samples.TEXT.replace("The mayor, Jane", "Yesterday the mayor, Jane"))
    session = folder.open(edited)
    assert session.before.analysis is not None
    new = session.merge(replace(samples.analysis(edited, review={}), review=session.before.analysis.review)).analysis
    assert session.part("f-1") == finding
    session.save(replace(new, extra={}))  # before the new facts are checked
    saved = load(folder.facts).analysis
    assert (
        "findings" not in saved.extra and list(saved.extra["orphaned"]) == ["f-1"] and saved.review == {"f-1": REJECTED}
    )
    session.save(with_findings(new, [finding]))
    saved = load(folder.facts).analysis
    assert "orphaned" not in saved.extra and len(saved.extra["findings"]) == 1
    session.save(with_findings(new, []))
    assert session.part("f-1") == finding
    assert list(load(folder.facts).analysis.extra["orphaned"]) == ["f-1"]
