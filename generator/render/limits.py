"""A function -> its result, made in a child process that can use only so much memory and time."""

import contextlib
import os
import pickle
import shutil
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
MEGABYTE = 1024 * 1024
CLEARING_UP = 10.0
"""Seconds that work which is done may take to end. A busy machine needs some; most need none."""


class LimitError(Exception):
    """The work used more memory or time than it may; the message says which and how much that is."""


def run_limited(
    work: Callable[[], T], *, memory: int = 512, cpu: int = 20, wall: float = 60.0, name: str = "A template"
) -> T:
    """What `work()` returns (it must pickle), made in a forked child.

    `memory` is in MB beyond what this process holds, `cpu` and `wall` in seconds; `name` opens the message.
    Temporary files of the work go, however it ends. Raises LimitError where a limit is met, and whatever
    `work` raises.
    """
    scratch = tempfile.mkdtemp(prefix="secondsource-")
    try:
        return _run(work, scratch, memory, cpu, wall, name)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _run(work: Callable[[], T], scratch: str, memory: int, cpu: int, wall: float, name: str) -> T:
    fork = get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    child = fork.Process(target=_child, args=(work, sender, scratch, memory, cpu), daemon=True)
    child.start()
    sender.close()
    try:
        if not receiver.poll(wall):
            raise LimitError(f"{name} ran longer than {wall:g} seconds.")
        try:
            kind, payload = receiver.recv_bytes(), receiver.recv_bytes()
        except EOFError:
            child.join(5)
            raise LimitError(_why(child.exitcode, name, memory, cpu)) from None
    except BaseException:
        child.kill()
        raise
    finally:
        receiver.close()
        child.join(CLEARING_UP)
        if child.is_alive():
            child.kill()
            child.join()
        child.close()
    if kind == b"memory":
        raise LimitError(f"{name} used more than {memory} MB of memory.")
    value = pickle.loads(payload)
    if kind == b"raised":
        raise value
    result: T = value
    return result


def _child(work: Callable[[], T], sender: Connection, scratch: str, memory: int, cpu: int) -> None:
    # A child that is stopped clears nothing up, so its files lie where its parent does.
    tempfile.tempdir = scratch
    _lower_limits(memory, cpu)
    try:
        kind, payload = b"done", pickle.dumps(work())
    except MemoryError:
        kind, payload = b"memory", b""
    except BaseException as problem:
        kind, payload = b"raised", _packed(problem)
    sender.send_bytes(kind)
    sender.send_bytes(payload)
    sender.close()


def _packed(problem: BaseException) -> bytes:
    """The exception as bytes; as a RuntimeError with its text where it does not pickle."""
    try:
        data = pickle.dumps(problem)
        pickle.loads(data)
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(problem).__name__}: {problem}"))
    return data


def _lower_limits(memory: int, cpu: int) -> None:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + cpu)
    _lower(resource.RLIMIT_AS, _held() + memory * MEGABYTE)
    _lower(resource.RLIMIT_CORE, 0)


def _lower(what: int, value: int) -> None:
    import resource

    _, hard = resource.getrlimit(what)
    # macOS refuses some limits; the time limit of the parent holds there all the same.
    with contextlib.suppress(ValueError, OSError):
        if hard == resource.RLIM_INFINITY or value < hard:
            resource.setrlimit(what, (value, hard))


def _held() -> int:
    """Bytes of address space that this process holds now; a guess where the system does not tell."""
    try:
        return int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 4096 * MEGABYTE


def _why(exitcode: int | None, name: str, memory: int, cpu: int) -> str:
    from signal import SIGXCPU

    if exitcode == -SIGXCPU:
        return f"{name} used more than {cpu} seconds of computing time."
    return f"{name} broke off, most likely for want of memory (limit {memory} MB)."
