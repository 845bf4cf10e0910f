"""Asyncio client of the worker: events, cancellation, failures."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import aclosing
from pathlib import Path

import psutil
import pytest

from newsview.reading.build_article import build_article
from newsview.workers.client import Patience, WorkerSource
from newsview.workers.events import Done, Event, Failed, Progress
from tests.processes import are_over
from tests.worker import fakes

ARTICLE = build_article("Say 9 words.\n\nThen no more.")
QUICK = Patience(ask=0.3, answer=0.3, work=1.5, leave=0.5)
PATIENT = Patience(ask=20, answer=20, work=60, leave=1)
"""Long limits for tests that do not test timeouts, for a busy machine."""


def source(program: str, *arguments: str, patience: Patience = PATIENT) -> WorkerSource:
    return WorkerSource(command=fakes.command(program, *arguments), patience=patience)


async def events(of: WorkerSource) -> list[Event]:
    async with aclosing(of.extract(ARTICLE)) as stream:
        return [event async for event in stream]


async def last(of: WorkerSource) -> Event:
    try:
        async with asyncio.timeout(30):
            return (await events(of))[-1]
    finally:
        await of.close()


def _all_children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


BEFORE: set[psutil.Process] = set()
"""Children of this process when a test begins: the worker that the tests of another file share may be one."""


@pytest.fixture(autouse=True)
def _children_before() -> None:
    BEFORE.clear()
    BEFORE.update(_all_children())


def children() -> list[psutil.Process]:
    """The children that the test itself has started, and theirs."""
    return [child for child in _all_children() if child not in BEFORE]


async def test_events_are_progress_then_done() -> None:
    worker = source(fakes.GOOD)
    seen = await events(worker)
    await worker.close()
    assert seen[:2] == [Progress(0, 2), Progress(1, 2)]
    assert isinstance(seen[-1], Done)
    assert [number.text for number in seen[-1].facts.numbers] == ["9"]
    assert seen[-1].generator.name == "fake"


async def test_one_process_serves_several_articles() -> None:
    worker = source(fakes.GOOD)
    pids = set()
    for _ in range(3):
        assert isinstance((await events(worker))[-1], Done)
        pids.add(worker.pid)
    await worker.close()
    assert len(pids) == 1
    assert worker.pid is None


@pytest.mark.parametrize(
    ("program", "kind", "words"),
    [
        ("hear(); sys.exit(3)", "died", "exit code 3"),
        ("hear(); sys.stderr.write('KeyError: 7\\n'); sys.exit(1)", "died", "KeyError: 7"),
        ("sys.exit(0)", "died", "exit code 0"),
        ("hear(); os.kill(os.getpid(), signal.SIGSEGV)", "died", "SIGSEGV"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "died", "SIGKILL"),
        ("hear(); os.close(1); time.sleep(60)", "died", "closed its output"),
        ("hear(); print('hello', flush=True); time.sleep(60)", "protocol", "hello"),
        ("hear(); print('[1, 2]', flush=True); time.sleep(60)", "protocol", "[1, 2]"),
        ("hear(); print('\\x1b]0;x\\x07', flush=True); time.sleep(60)", "protocol", "]0;x"),
        ("hear(); sys.stdout.buffer.write(b'\\xff\\xfe\\n'); sys.stdout.flush(); time.sleep(60)", "protocol", ""),
        ("hear(); print('9' * 2**25, flush=True); time.sleep(60)", "protocol", "a line exceeds 16 MiB"),
        ("hear(); say(id=1, **{'is': 'dance'}); time.sleep(60)", "protocol", "dance"),
        ("hear(); say(id=1, **{'is': 'done'}); time.sleep(60)", "protocol", "generator"),
        ("hear(); say(id=1, **{'is': 'part', 'kind': 'numbers', 'facts': [{}]}); time.sleep(60)", "protocol", "id"),
        ("hear(); say(id=1, **{'is': 'part', 'kind': 'numbers', 'facts': 7}); time.sleep(60)", "protocol", ""),
        ("hear(); say(id=1, **{'is': 'progress', 'done': [], 'total': 1}); time.sleep(60)", "protocol", ""),
        ("hear(); time.sleep(60)", "hung", "does not respond"),
        ("time.sleep(60)", "hung", "does not respond"),
        ("hear(); os.kill(os.getpid(), signal.SIGSTOP)", "hung", "does not respond"),
        (
            "hear()\nwhile True: say(id=hear()['id'], **{'is': 'pong'})",
            "hung",
            "does not respond",
        ),
        (
            "hear(); say(id=1, **{'is': 'error', 'kind': 'memory', 'message': 'too big'}); time.sleep(9)",
            "memory",
            "too big",
        ),
        ("say(id=0, **{'is': 'error', 'kind': 'model', 'message': 'pip it'}); sys.exit(69)", "model", "pip it"),
    ],
)
async def test_every_worker_failure_is_one_line_and_leaves_no_process(program: str, kind: str, words: str) -> None:
    event = await last(source(program, patience=QUICK if kind == "hung" else PATIENT))
    assert isinstance(event, Failed)
    assert event.kind == kind
    assert words in event.message
    assert event.message.isprintable()
    assert children() == []


async def test_unstartable_command_is_reported() -> None:
    event = await last(WorkerSource(command=["/nowhere/at/all"], patience=QUICK))
    assert isinstance(event, Failed) and event.kind == "start"


async def test_worker_killed_from_outside_is_replaced_once(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    program = """
mark = sys.argv[1]
if not os.path.exists(mark):
    open(mark, "w").close(); hear(); os.kill(os.getpid(), signal.SIGKILL)
"""
    event = await last(source(program + fakes.GOOD, str(mark)))
    assert isinstance(event, Done)


async def test_extraction_after_failure_starts_new_worker(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    program = """
mark = sys.argv[1]
if not os.path.exists(mark):
    open(mark, "w").close(); hear(); sys.exit(5)
"""
    worker = source(program + fakes.GOOD, str(mark))
    assert isinstance((await events(worker))[-1], Failed)
    assert isinstance((await events(worker))[-1], Done)
    await worker.close()


async def test_worker_killed_between_articles_is_replaced() -> None:
    worker = source(fakes.GOOD)
    await events(worker)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    assert isinstance((await events(worker))[-1], Done)
    await worker.close()


async def test_closing_iterator_cancels_request_and_keeps_worker() -> None:
    program = """
cancelled = []
while True:
    request = hear()
    if request["do"] == "extract" and request["id"] == 1:
        say(**{"id": 1, "is": "progress", "done": 1, "total": 2})
        assert hear() == {"id": 1, "do": "cancel"}
        say(**{"id": 1, "is": "progress", "done": 2, "total": 2})
    elif request["do"] == "extract":
        done(request["id"])
    elif request["do"] == "quit":
        break
"""
    worker = source(program)
    async with aclosing(worker.extract(ARTICLE)) as stream:
        async for event in stream:
            if event == Progress(1, 2):
                break
    pid = worker.pid
    seen = await events(worker)
    assert isinstance(seen[-1], Done) and Progress(2, 2) not in seen
    assert worker.pid == pid
    await worker.close()


async def test_large_stderr_output_does_not_block_worker() -> None:
    event = await last(source("sys.stderr.write('x' * 3_000_000)\n" + fakes.GOOD))
    assert isinstance(event, Done)


async def test_worker_that_does_not_read_article_times_out() -> None:
    long = build_article("A word. " * 200_000)
    worker = source("time.sleep(60)", patience=QUICK)
    async with aclosing(worker.extract(long)) as stream:
        seen = [event async for event in stream]
    assert isinstance(seen[-1], Failed) and seen[-1].kind == "hung"
    await worker.close()
    assert children() == []


async def test_close_ends_stopped_worker_and_its_children() -> None:
    program = "import subprocess\nchild = subprocess.Popen(['sleep', '60'])\nos.kill(os.getpid(), signal.SIGSTOP)"
    worker = source(program)
    async with aclosing(worker.extract(build_article("It rains."))) as events:
        await anext(events)
    async with asyncio.timeout(30):
        while not any(child.children() and child.status() == psutil.STATUS_STOPPED for child in children()):
            await asyncio.sleep(0.02)
    left = children()
    await worker.close()
    assert are_over(left)


HANGS_AT = """
def answer(request, bad):
    search = request.get("search")
    if search is None: time.sleep(60)
    for number in range(search["first"], 2):
        say(**{"id": request["id"], "is": "begun", "paragraph": number})
        if number in bad: time.sleep(60)
    say(**{"id": request["id"], "is": "begun", "paragraph": None})
    if not set(bad) <= set(search["left_out"]) or not bad: time.sleep(60)
    done(request["id"])
"""


@pytest.mark.parametrize(("bad", "left_out"), [("[1]", (2,)), ("[0, 1]", (1, 2)), ("[]", None)])
async def test_paragraph_that_hangs_is_left_out_and_the_others_have_facts(
    bad: str, left_out: tuple[int, ...] | None
) -> None:
    program = HANGS_AT + f"while True: answer(hear(), {bad})"
    event = await last(source(program, patience=QUICK))
    if left_out is None:
        assert isinstance(event, Failed) and event.kind == "hung", "it hangs, but at no paragraph alone"
    else:
        assert isinstance(event, Done) and event.left_out == left_out and len(event.facts.numbers) == 1
    assert children() == []
