"""Bytes that no terminal sends do not end the reader."""

from __future__ import annotations

import os
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

import pytest
from textual.events import Key, Paste

from newsview.app import driver
from newsview.app.app import NewsviewApp
from newsview.app.driver import BoundedPastes, LenientDriver
from newsview.app.ports import OpenedArticle
from tests.app import springfield


@pytest.mark.parametrize(
    "bad", [b"\x1b[1114112;1u", b"\x1b[M\xff\xff\xff", b"\xff\xfe\xfd", b"\x1b[99999999999999999999u"]
)
def test_keys_count_after_bytes_that_cannot_be_parsed(bad: bytes) -> None:
    reading, writing = os.pipe()
    keys: list[str] = []
    lenient: Any = LenientDriver.__new__(LenientDriver)
    lenient.fileno, lenient.exit_event, lenient._debug = reading, Event(), False
    lenient.process_message = lambda message: keys.append(message.key) if isinstance(message, Key) else None
    thread = Thread(target=lenient.run_input_thread)
    thread.start()
    try:
        os.write(writing, bad)
        thread.join(0.3)
        os.write(writing, b"j")
        until = monotonic() + 10
        while "j" not in keys:
            assert monotonic() < until, keys
            thread.join(0.01)
    finally:
        lenient.exit_event.set()
        os.write(writing, b"k")
        thread.join(10)
        os.close(reading)
        os.close(writing)
    assert not thread.is_alive()


def test_paste_without_an_end_takes_no_keys_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(driver, "PASTE", 0.2)
    parser = BoundedPastes()
    assert list(parser.feed("\x1b[20")) == list(parser.feed("0~one \x1b[201")) == []
    assert [each.text for each in parser.feed("~") if isinstance(each, Paste)] == ["one "]
    assert [*parser.feed("\x1b[200~two j"), *parser.tick()] == []
    sleep(0.3)
    assert [each.text for each in parser.tick() if isinstance(each, Paste)] == ["two j"]
    assert [each.key for each in parser.feed("j") if isinstance(each, Key)] == ["j"]
    sleep(0.3)
    assert list(parser.tick()) == []


def test_the_reader_uses_this_driver() -> None:
    assert (
        NewsviewApp(springfield.article(), lambda: OpenedArticle(source=springfield.Replayed())).driver_class
        is LenientDriver
    )
