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
"""For every test but those of silence: a busy machine may take its time to start a process."""


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


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


async def test_progress_then_all_facts_then_nothing() -> None:
    worker = source(fakes.GOOD)
    seen = await events(worker)
    await worker.close()
    assert seen[:2] == [Progress(0, 2), Progress(1, 2)]
    assert isinstance(seen[-1], Done)
    assert [number.text for number in seen[-1].facts.numbers] == ["9"]
    assert seen[-1].generator.name == "fake"


async def test_one_process_serves_one_article_after_another() -> None:
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
        ("hear(); sys.exit(3)", "died", "code 3"),
        ("hear(); sys.stderr.write('KeyError: 7\\n'); sys.exit(1)", "died", "KeyError: 7"),
        ("sys.exit(0)", "died", "code 0"),
        ("hear(); os.kill(os.getpid(), signal.SIGSEGV)", "died", "SIGSEGV"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "died", "SIGKILL"),
        ("hear(); os.close(1); time.sleep(60)", "died", "closed its output"),
        ("hear(); print('hello', flush=True); time.sleep(60)", "nonsense", "hello"),
        ("hear(); print('[1, 2]', flush=True); time.sleep(60)", "nonsense", "[1, 2]"),
        ("hear(); print('\\x1b]0;x\\x07', flush=True); time.sleep(60)", "nonsense", "]0;x"),
        ("hear(); sys.stdout.buffer.write(b'\\xff\\xfe\\n'); sys.stdout.flush(); time.sleep(60)", "nonsense", ""),
        ("hear(); print('9' * 2**25, flush=True); time.sleep(60)", "nonsense", "without end"),
        ("hear(); say(id=1, **{'is': 'dance'}); time.sleep(60)", "nonsense", "dance"),
        ("hear(); say(id=1, **{'is': 'done'}); time.sleep(60)", "nonsense", "generator"),
        ("hear(); say(id=1, **{'is': 'part', 'kind': 'numbers', 'facts': [{}]}); time.sleep(60)", "nonsense", "id"),
        ("hear(); say(id=1, **{'is': 'part', 'kind': 'numbers', 'facts': 7}); time.sleep(60)", "nonsense", ""),
        ("hear(); say(id=1, **{'is': 'progress', 'done': [], 'total': 1}); time.sleep(60)", "nonsense", ""),
        ("hear(); time.sleep(60)", "hung", "not answer"),
        ("time.sleep(60)", "hung", "not answer"),
        ("hear(); os.kill(os.getpid(), signal.SIGSTOP)", "hung", "not answer"),
        (
            "hear()\nwhile True: say(id=hear()['id'], **{'is': 'pong'})",
            "hung",
            "not answer",
        ),
        (
            "hear(); say(id=1, **{'is': 'error', 'kind': 'memory', 'message': 'too big'}); time.sleep(9)",
            "memory",
            "too big",
        ),
        ("say(id=0, **{'is': 'error', 'kind': 'model', 'message': 'pip it'}); sys.exit(69)", "model", "pip it"),
    ],
)
async def test_every_end_of_a_worker_is_one_line_and_leaves_no_process(program: str, kind: str, words: str) -> None:
    event = await last(source(program, patience=QUICK if kind == "hung" else PATIENT))
    assert isinstance(event, Failed)
    assert event.kind == kind
    assert words in event.message
    assert event.message.isprintable()
    assert children() == []


async def test_a_command_that_cannot_be_started_is_reported() -> None:
    event = await last(WorkerSource(command=["/nowhere/at/all"], patience=QUICK))
    assert isinstance(event, Failed) and event.kind == "start"


async def test_a_worker_killed_from_outside_is_replaced_once(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    program = """
mark = sys.argv[1]
if not os.path.exists(mark):
    open(mark, "w").close(); hear(); os.kill(os.getpid(), signal.SIGKILL)
"""
    event = await last(source(program + fakes.GOOD, str(mark)))
    assert isinstance(event, Done)


async def test_after_a_failure_the_next_extraction_starts_anew(tmp_path: Path) -> None:
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


async def test_a_worker_found_dead_between_two_articles_is_replaced() -> None:
    worker = source(fakes.GOOD)
    await events(worker)
    assert worker.pid is not None
    os.kill(worker.pid, signal.SIGKILL)
    assert isinstance((await events(worker))[-1], Done)
    await worker.close()


async def test_leaving_early_cancels_the_work_and_keeps_the_worker() -> None:
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


async def test_a_flood_on_standard_error_does_not_stop_the_worker() -> None:
    event = await last(source("sys.stderr.write('x' * 3_000_000)\n" + fakes.GOOD))
    assert isinstance(event, Done)


async def test_a_worker_that_does_not_take_the_article_in_is_given_up() -> None:
    long = build_article("A word. " * 200_000)
    worker = source("time.sleep(60)", patience=QUICK)
    async with aclosing(worker.extract(long)) as stream:
        seen = [event async for event in stream]
    assert isinstance(seen[-1], Failed) and seen[-1].kind == "hung"
    await worker.close()
    assert children() == []


async def test_closing_ends_a_stopped_worker_and_its_children() -> None:
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
