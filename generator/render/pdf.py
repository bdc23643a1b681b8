"""HTML -> PDF: tagged, deterministic, and made by an engine that reaches nothing but the templates."""

import gc
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from functools import cache, partial
from io import StringIO
from multiprocessing.util import Finalize
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote, urlsplit

from generator.render.tags import mend_tags

MOST_BYTES = 20 * 1024 * 1024
Finisher = Callable[[Any, Any], None]
"""Works on the engine's document and PDF just before they are written."""
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_TYPES = {
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".css": "text/css",
}


def _finish(form: Finisher | None, document: Any, pdf: Any) -> None:
    if form is not None:
        form(document, pdf)
    mend_tags(document, pdf)


class PressError(Exception):
    """No PDF could be made of a page; the message says why."""


def missing() -> str | None:
    """The one line that mends a missing Pango, for this platform; None when PDF works."""
    try:
        _engine()
    except (ImportError, OSError) as problem:
        if isinstance(problem, ImportError) and "weasyprint" in str(problem):
            return f"{sys.executable} -m pip install weasyprint"
        return _remedy(sys.platform, Path("/etc/os-release"))
    return None


def _remedy(platform: str, release: Path) -> str:
    if platform == "darwin":
        return "brew install pango"
    if platform == "win32":
        return "winget install MSYS2.MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango"
    told = release.read_text(encoding="utf-8", errors="replace").lower() if release.is_file() else ""
    for names, line in (
        (("debian", "ubuntu"), "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        (("fedora", "rhel", "centos"), "sudo dnf install pango"),
        (("arch",), "sudo pacman -S pango"),
        (("alpine",), "sudo apk add pango"),
        (("suse",), "sudo zypper install libpango-1_0-0"),
    ):
        if any(re.search(rf'^id(_like)?="?[^\n]*{name}', told, re.MULTILINE) for name in names):
            return line
    return "install the Pango library (packages named pango or libpango-1.0-0)"


@cache
def _engine() -> SimpleNamespace:
    """What is used of WeasyPrint, imported at the first PDF. Raises OSError where Pango is missing."""
    # Font subsets bear the time of their making unless this is set.
    os.environ["SOURCE_DATE_EPOCH"] = "1577836800"
    # Where Pango is missing, WeasyPrint prints a page of advice; ours is one line.
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        from weasyprint import CSS, HTML
        from weasyprint.text.fonts import FontConfiguration
        from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Gives data: addresses and files of the template folders; `refused` lists everything else asked for."""

        def __init__(self, folders: Sequence[Path]) -> None:
            super().__init__(allowed_protocols=("data", "file"), allow_redirects=False)
            self.folders = tuple(folder.resolve() for folder in folders)
            self.refused: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            scheme = url.partition(":")[0].lower()
            if scheme == "data":
                return super().fetch(url, headers)
            file = self._file(url) if scheme == "file" else None
            if file is None:
                self.refused.append(url)
                raise ValueError(f"not allowed: {url}")
            return URLFetcherResponse(url, file.read_bytes(), {"Content-Type": _TYPES[file.suffix.lower()]})

        def _file(self, url: str) -> Path | None:
            """The file behind an address, if it may be read. A user's picture may lie in any template folder."""
            parts = urlsplit(url)
            if parts.netloc:
                return None
            asked = Path(unquote(parts.path))
            base = self.folders[-1]
            inside = asked.relative_to(base) if asked.is_relative_to(base) else None
            tries = [base / inside, *(f / inside for f in self.folders[:-1])] if inside else [asked]
            for path in (p.resolve() for p in tries):
                allowed = any(path.is_relative_to(folder) for folder in self.folders)
                known = path.suffix.lower() in _TYPES
                if allowed and known and path.is_file() and path.stat().st_size <= MOST_BYTES:
                    return path
            return None

    return SimpleNamespace(CSS=CSS, HTML=HTML, FontConfiguration=FontConfiguration, Fetcher=Fetcher)


class Press:
    """Prints pages. Fonts and style sheets are read once and kept, so keep a Press for many pages.

    `template_dirs` are the only folders it reads, the bundled one last; relative addresses start there.
    """

    def __init__(self, template_dirs: Sequence[Path]) -> None:
        self._dirs = tuple(template_dirs)
        self._fonts: Any = None
        self._styles: dict[str, Any] = {}

    def pdf(self, html: str, form: Finisher | None = None) -> bytes:
        """The page as PDF/UA-1; the same page gives the same bytes. Raises PressError.

        With `form` the page's inputs become fields, which it then works on.
        """
        try:
            engine = _engine()
        except (ImportError, OSError) as problem:
            raise PressError(f"PDF needs one more thing on this machine: {missing()}") from problem
        if self._fonts is None:
            self._fonts = engine.FontConfiguration()
            # The engine unpacks fonts into a folder of its own; workers end without the usual clearing up.
            Finalize(None, self._forget, exitpriority=10)
        fetcher = engine.Fetcher(self._dirs)
        base = self._dirs[-1].resolve().as_uri() + "/"
        with _complaints() as complaints:
            try:
                styles = [self._style(engine, text, base, fetcher) for text in _STYLE.findall(html)]
                page = engine.HTML(string=_STYLE.sub("", html), base_url=base, url_fetcher=fetcher)
                data = page.write_pdf(
                    stylesheets=styles,
                    font_config=self._fonts,
                    pdf_variant="pdf/ua-1",
                    pdf_forms=form is not None,
                    finisher=partial(_finish, form),
                )
            except RecursionError as problem:
                raise PressError("the page is nested too deeply to be laid out") from problem
            except Exception as problem:
                raise PressError(f"the page cannot be laid out: {type(problem).__name__}: {problem}") from problem
        if fetcher.refused:
            raise PressError("the page asks for what it may not have: " + ", ".join(sorted(set(fetcher.refused))))
        if complaints:
            raise PressError("; ".join(dict.fromkeys(complaints)))
        assert isinstance(data, bytes)
        return data

    def _forget(self) -> None:
        self._styles.clear()
        self._fonts = None
        # Laid-out pages hold on to the fonts in circles; only without them the folder goes.
        gc.collect()

    def _style(self, engine: SimpleNamespace, text: str, base: str, fetcher: Any) -> Any:
        known = self._styles.get(text)
        if known is None:
            known = engine.CSS(string=text, base_url=base, url_fetcher=fetcher, font_config=self._fonts)
            if len(self._styles) >= 64:
                self._styles.clear()
            # A sheet that asked for something forbidden must be refused every time.
            if not fetcher.refused:
                self._styles[text] = known
        return known


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """Collects what the engine logs as an error; its warnings on unknown properties are of no harm."""
    found: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.ERROR or record.msg.startswith(("Failed to load", "Font-face")):
                found.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    collector, handlers, level, onward = Collector(), logger.handlers[:], logger.level, logger.propagate
    logger.handlers, logger.propagate = [collector], False
    logger.setLevel(logging.WARNING)
    try:
        yield found
    finally:
        logger.handlers, logger.propagate = handlers, onward
        logger.setLevel(level)
