"""Documents -> bytes, over all cores; each worker imports the PDF engine once and keeps its fonts."""

import contextlib
import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.documents import Document
from generator.build.request import PDFS
from generator.model.theme import Theme
from generator.model.words import Words

if TYPE_CHECKING:
    from generator.render.pages import Pages
    from generator.render.pdf import Press


@dataclass(frozen=True)
class Tools:
    """What a worker needs: where templates are, a user's own first, and the interface words of each language."""

    template_dirs: tuple[Path, ...]
    ui: dict[str, Words]
    theme: Theme = field(default_factory=Theme)


class _Worker:
    """The tools of one process, made when first needed and kept for all its documents."""

    def __init__(self, tools: Tools) -> None:
        self.tools = tools
        self._press: Press | None = None
        self._pages: dict[str, Pages] = {}

    def press(self) -> "Press":
        from generator.render.pdf import Press

        if self._press is None:
            self._press = Press(self.tools.template_dirs)
            # Laying out makes many small objects that live as long as their page; looking through them
            # again and again for circles takes a sixth of the time.
            gc.freeze()
            gc.set_threshold(100_000, 50, 50)
        return self._press

    def pages(self, language: str) -> "Pages":
        from generator.render.pages import Pages

        if language not in self._pages:
            self._pages[language] = Pages(
                self.tools.template_dirs, self.tools.ui[language], language, self.tools.theme
            )
        return self._pages[language]

    def make(self, document: Document) -> bytes:
        from generator.build.faces import make

        if document.format == "json":
            return make(document, self)
        if not self.pages(document.language).own_templates:
            return make(document, self)
        # A template of the user's own may loop or grow without end; it runs in a process that is held short.
        from generator.render.limits import run_limited

        if document.format in PDFS:
            self.press()
        return run_limited(lambda: make(document, self))


_worker: _Worker | None = None


def _begin(tools: Tools, pdf: bool) -> None:
    global _worker
    _worker = _Worker(tools)
    if pdf:
        _worker.press()


def _work(document: Document) -> tuple[bytes | None, str]:
    assert _worker is not None
    try:
        return _worker.make(document), ""
    except Exception as error:
        # Whatever goes wrong with one document must not take the others along; the message names the cause.
        return None, f"{type(error).__name__}: {error}" if not str(error) else str(error)


class RenderPool:
    """Makes documents in `jobs` processes, or in this one where a single job is asked for."""

    def __init__(self, tools: Tools, jobs: int, pdf: bool) -> None:
        self._tools, self._pdf, self._jobs = tools, pdf, jobs
        self._pool: ProcessPoolExecutor | None = None
        if jobs > 1:
            # Forking shares what is loaded; where it is unsafe next to system libraries, start afresh.
            method = "fork" if sys.platform.startswith("linux") else "spawn"
            # Some machines give no shared memory to their users; then this process does all the work.
            with contextlib.suppress(OSError):
                self._pool = ProcessPoolExecutor(
                    jobs, multiprocessing.get_context(method), initializer=_begin, initargs=(tools, pdf)
                )

    def render(
        self, documents: Sequence[Document], done: Callable[[], None]
    ) -> Iterator[tuple[Document, bytes | None, str]]:
        """Yields (document, bytes or None, what went wrong) as they are ready; calls `done` after each."""
        if self._pool is None:
            _begin(self._tools, False)
            for document in documents:
                data, error = _work(document)
                done()
                yield document, data, error
            return
        waiting: dict[Future[tuple[bytes | None, str]], Document] = {
            self._pool.submit(_work, document): document for document in documents
        }
        while waiting:
            ready, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in ready:
                document = waiting.pop(future)
                try:
                    data, error = future.result()
                except BrokenProcessPool:
                    data, error = None, "the process that made it ended without a word (out of memory?)"
                done()
                yield document, data, error

    def close(self) -> None:
        """Ends the workers."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
