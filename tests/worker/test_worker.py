"""The worker process: protocol, limits, termination; with the real model where needed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, contextmanager
from pathlib import Path

import orjson
import psutil
import pytest
import pytest_asyncio
from spacy.language import Language

from newsview.errors import ModelMissingError
from newsview.extraction.extract import Extractor
from newsview.extraction.models import Pipeline, load
from newsview.model import json_text
from newsview.model.article import Article
from newsview.model.codec import encode
from newsview.reading.build_article import build_article
from newsview.workers.client import Patience, WorkerSource
from newsview.workers.events import Done, Event, Failed, Progress, Window
from tests.effort import THOROUGH
from tests.processes import are_over
from tests.worker.stub_workers import GREEDY, HANGING, WITHOUT_MODEL, limited

pytestmark = pytest.mark.model

TEXT = "“We cannot wait,” Jane Doe told reporters in Springfield. It cost $4.2 million.\n\nJohn Smith left on Tuesday."
ARTICLE = build_article(TEXT)


async def events(source: WorkerSource, article: Article = ARTICLE) -> list[Event]:
    async with asyncio.timeout(120), aclosing(source.extract(article)) as stream:
        return [event async for event in stream]


async def last(source: WorkerSource, article: Article = ARTICLE) -> Event:
    try:
        return (await events(source, article))[-1]
    finally:
        await source.close()


def gone(pid: int) -> bool:
    """Whether the process ends within a time limit."""
    try:
        return are_over([psutil.Process(pid)])
    except psutil.NoSuchProcess:
        return True


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def shared() -> AsyncIterator[WorkerSource]:
    """A worker with the model, shared by tests that leave it ready for the next article."""
    source = WorkerSource()
    yield source
    await source.close()


on_shared_loop = pytest.mark.asyncio(loop_scope="module")


@on_shared_loop
async def test_worker_finds_same_facts_as_extractor(nlp: Language, shared: WorkerSource) -> None:
    seen = await events(shared)
    again = await events(shared)
    extractor = Extractor(Pipeline(nlp, "en_core_web_md 3.7.1"))
    assert isinstance(seen[-1], Done) and seen[-1] == again[-1]
    assert encode(seen[-1].facts) == encode(extractor.facts(ARTICLE))
    assert seen[-1].generator == extractor.generator
    assert seen[0] == Progress(0, 2) and Progress(2, 2) in seen
    assert not any(isinstance(event, Window) for event in seen), "a short article's facts come all at once"


@on_shared_loop
async def test_windows_of_long_article_grow_with_final_ids(shared: WorkerSource) -> None:
    text = "\n\n".join(
        f"Jane Doe of Springfield said on day {n} that {n} buses cost ${n} million." for n in range(1, 400)
    )
    seen = await events(shared, build_article(text))
    windows = [event for event in seen if isinstance(event, Window)]
    done = seen[-1]
    assert isinstance(done, Done) and len(windows) >= 2
    assert [window.done for window in windows] == sorted({window.done for window in windows})
    final = {number.id for number in done.facts.numbers}
    for window in windows:
        assert {number.id for number in window.facts.numbers} <= final


def worked(pid: int) -> float:
    """Processor time in seconds."""
    return float(sum(psutil.Process(pid).cpu_times()[:2]))


@on_shared_loop
async def test_closing_iterator_of_long_article_stops_extraction(shared: WorkerSource) -> None:
    await events(shared)
    pid = shared.pid
    assert pid is not None
    loading = worked(pid)
    long = build_article("\n\n".join(f"Jane Doe said on day {n} that it cost ${n} million." for n in range(3000)))
    async with aclosing(shared.extract(long)) as stream:
        async for event in stream:
            if isinstance(event, Progress) and event.done:
                break
    before = worked(pid)
    done = (await events(shared))[-1]
    assert isinstance(done, Done) and shared.pid == pid
    assert len(done.facts.entities) > 0
    assert worked(pid) - before < loading, "the whole of the long article costs five times as much as loading the model"


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("no_such_model", "no_such_model"),
        ("--help", "--help"),
    ],
)
async def test_missing_model_is_one_line_with_hint(model: str, words: str) -> None:
    event = await last(WorkerSource(model))
    assert isinstance(event, Failed) and event.kind == "model"
    assert words in event.message and "newsview models" in event.message


@pytest.mark.parametrize("model", ["/no/such/folder", "json"])
def test_invalid_model_name_is_refused(model: str) -> None:
    with pytest.raises(ModelMissingError, match=f"{model}.*newsview models"):
        load(model)


async def test_folder_without_model_is_one_line_error(tmp_path: Path) -> None:
    (tmp_path / "meta.json").write_text('{"lang": "de", "name": "x", "version": "1"}')
    event = await last(WorkerSource(str(tmp_path)))
    assert isinstance(event, Failed) and event.kind == "model"


async def test_memory_limit_is_one_line_error_and_new_worker_works() -> None:
    if sys.platform != "linux":
        pytest.fail("the limit on memory is made for Linux; elsewhere this test has nothing to say")
    word = build_article("He paid $4 million to Jane Doe of Springfield. " * 40_000)
    program = "from newsview.workers import sandbox; sandbox.MEMORY_LIMIT = 700 * 2**20"
    source = WorkerSource(command=limited(program if THOROUGH else f"{GREEDY}\n{program}"))
    try:
        event = (await events(source, word))[-1]
        assert isinstance(event, Failed) and event.kind in ("memory", "died"), event
        assert isinstance((await events(source))[-1], Done)
    finally:
        await source.close()


async def test_library_output_does_not_disturb_protocol() -> None:
    noise = "print('hello from a library', flush=True); import warnings; warnings.warn('W095', UserWarning)"
    program = f"{WITHOUT_MODEL}\ndef noisy(name):\n    {noise}\n    return Empty()\nworker._load = noisy"
    event = await last(WorkerSource(command=limited(program)))
    assert isinstance(event, Done)


async def test_exception_in_extractor_is_reported_with_location() -> None:
    program = "def broken(name):\n    raise ValueError('a bug: \\x1b[31m')\nworker._load = broken"
    event = await last(WorkerSource(command=limited(program)))
    assert isinstance(event, Failed) and event.kind == "died"
    assert "ValueError: a bug" in event.message and "(<string>:3)" in event.message
    assert event.message.isprintable()


@on_shared_loop
async def test_worker_killed_during_article_restarts_and_finishes(shared: WorkerSource) -> None:
    long = build_article("\n\n".join(f"Jane Doe said on day {n} that it cost ${n} million." for n in range(200)))
    killed = 0
    async with asyncio.timeout(120), aclosing(shared.extract(long)) as stream:
        async for event in stream:
            if isinstance(event, Progress) and event.done and not killed:
                assert shared.pid is not None
                killed = shared.pid
                os.kill(killed, signal.SIGKILL)
    assert isinstance(event, Done)
    assert shared.pid != killed and gone(killed)


async def test_stopped_worker_times_out_and_its_article_is_done_by_another() -> None:
    source = WorkerSource(command=limited(WITHOUT_MODEL), patience=Patience(ask=2, answer=5, work=60, leave=1))
    try:
        assert isinstance((await events(source))[-1], Done)
        assert source.pid is not None
        stopped = source.pid
        os.kill(stopped, signal.SIGSTOP)
        assert isinstance((await events(source))[-1], Done)
        assert gone(stopped) and source.pid != stopped
    finally:
        await source.close()


@contextmanager
def talked_to(program: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker process without client that first runs *program*; the test writes and reads its lines."""
    process = subprocess.Popen(limited(program), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    try:
        yield process
    finally:
        process.kill()
        with process:
            process.wait()


@pytest.fixture
def worker() -> Iterator[subprocess.Popen[bytes]]:
    """A worker process with a stub extractor."""
    with talked_to(WITHOUT_MODEL) as process:
        yield process


def say(worker: subprocess.Popen[bytes], line: bytes) -> None:
    assert worker.stdin is not None
    worker.stdin.write(line)


def hear(worker: subprocess.Popen[bytes]) -> dict[str, object]:
    assert worker.stdout is not None
    line = b""
    while not line.endswith(b"\n"):
        part = worker.stdout.readline()
        assert part
        line += part
    answer: dict[str, object] = orjson.loads(line)
    return answer


def test_invalid_requests_are_answered_with_errors(worker: subprocess.Popen[bytes]) -> None:
    nonsense = [
        b"\n",
        b"hello\n",
        b"[]\n",
        b"{}\n",
        b'{"id": "x", "do": 1}\n',
        b"\xff\n",
        b'{"id": NaN}\n',
        b"9" * 10**6 + b"\n",
    ]
    for line in nonsense:
        say(worker, line)
    seen = [hear(worker) for _ in range(len(nonsense) + 1)]
    assert sum(answer["is"] == "error" and answer["kind"] == "article" for answer in seen) == len(nonsense)
    say(worker, b'{"id": 5, "do": "extract", "article": {"text": 7}}\n')
    answer = hear(worker)
    assert (answer["id"], answer["is"], answer["kind"]) == (5, "error", "article")
    say(worker, json_text.line({"id": 6, "do": "extract", "article": encode(ARTICLE)}))
    while answer["is"] != "done":
        answer = hear(worker)
    assert answer["id"] == 6


BUSY = WITHOUT_MODEL.replace("        yield", "        while True: pass\n        yield")
"""Program for ``limited``: a stub extractor that never ends."""


def loading(seconds: float) -> str:
    """A program for ``limited``: a model that takes so long to load."""
    return f"{WITHOUT_MODEL}\nimport time\nworker._load = lambda name: time.sleep({seconds}) or Empty()"


def test_ping_is_answered_while_model_loads() -> None:
    with talked_to(loading(2)) as worker:
        say(worker, b'{"id": 1, "do": "ping"}\n')
        assert hear(worker) == {"id": 1, "is": "pong"}
        assert hear(worker)["is"] == "ready"


@pytest.mark.parametrize("moment", ["loading", "idle", "extracting"])
def test_worker_ends_when_input_is_closed(moment: str) -> None:
    programs = {"loading": loading(300), "idle": WITHOUT_MODEL, "extracting": BUSY}
    with talked_to(programs[moment]) as worker:
        if moment != "loading":
            assert hear(worker)["is"] == "ready"
        if moment == "extracting":
            say(worker, json_text.line({"id": 1, "do": "extract", "article": encode(ARTICLE)}))
            assert hear(worker)["is"] == "progress"
        assert worker.stdin is not None
        worker.stdin.close()
        assert worker.wait(timeout=30) == 0


@pytest.mark.parametrize("state", ["running", "stopped"])
def test_worker_ends_with_killed_parent(state: str) -> None:
    if state == "stopped" and sys.platform != "linux":
        state = "running"  # only Linux can tie the life of a stopped process to its parent's
    program = """
import asyncio, sys
from newsview.reading.build_article import build_article
from newsview.workers.client import WorkerSource
async def main():
    source = WorkerSource(command=sys.argv[1:])
    async for event in source.extract(build_article("Jane Doe left.")):
        pass
    print(source.pid, flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""
    parent = subprocess.Popen([sys.executable, "-c", program, *limited(WITHOUT_MODEL)], stdout=subprocess.PIPE)
    with parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        assert psutil.pid_exists(pid)
        if state == "stopped":
            os.kill(pid, signal.SIGSTOP)
        parent.kill()
    assert gone(pid)


async def test_worker_finds_the_paragraph_at_which_it_hangs() -> None:
    article = build_article("One.\n\nHANG here.\n\nThree.")
    source = WorkerSource(command=limited(HANGING), patience=Patience(ask=1, answer=20, work=3, paragraph=3, leave=0.5))
    event = await last(source, article)
    assert isinstance(event, Done) and event.left_out == (2,)
