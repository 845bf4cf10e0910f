"""Bytes that no terminal sends do not end the reader."""

from __future__ import annotations

import os
from threading import Event, Thread
from time import monotonic
from typing import Any

import pytest
from textual.events import Key

from newsview.app.app import NewsviewApp
from newsview.app.driver import LenientDriver
from newsview.app.ports import OpenedArticle
from tests.app import springfield


@pytest.mark.parametrize(
    "bad", [b"\x1b[1114112;1u", b"\x1b[M\xff\xff\xff", b"\xff\xfe\xfd", b"\x1b[99999999999999999999u"]
)
def test_keys_count_after_bytes_that_cannot_be_parsed(bad: bytes) -> None:
    reading, writing = os.pipe()
    keys: list[str] = []
    driver: Any = LenientDriver.__new__(LenientDriver)
    driver.fileno, driver.exit_event, driver._debug = reading, Event(), False
    driver.process_message = lambda message: keys.append(message.key) if isinstance(message, Key) else None
    thread = Thread(target=driver.run_input_thread)
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
        driver.exit_event.set()
        os.write(writing, b"k")
        thread.join(10)
        os.close(reading)
        os.close(writing)
    assert not thread.is_alive()


def test_the_reader_uses_this_driver() -> None:
    assert (
        NewsviewApp(springfield.article(), lambda: OpenedArticle(source=springfield.Replayed())).driver_class
        is LenientDriver
    )
