"""A file as a teacher has it -> an article, taken apart."""

import os
import re
import stat
from pathlib import Path

from generator.draft.article import Article, Hint, RawBlock, Unreadable
from generator.draft.intake import decode, when
from generator.draft.intake.head import take_head
from generator.draft.intake.kinds import judged
from generator.draft.intake.languages import language
from generator.draft.intake.lines import fold
from generator.draft.intake.pieces import Page
from generator.draft.intake.plain import from_text, swept
from generator.draft.text import WORD

MAX_BYTES = 1_000_000
"""Of text; a saved page or a Word file may be larger by what is no text in it."""
MAX_FILE = 30_000_000
MAX_WORDS = 20_000
MIN_WORDS = 40

_CUT = "cut out the one article that you want and save it by itself"
_MARKUP = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|div|p)\b", re.I | re.S
)

_WIDE = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.I)


def read_article(path: Path) -> Article:
    """The article of a file. Raises Unreadable where it holds none or cannot be read."""
    return article_of(_bytes(path), str(path))


def article_of(data: bytes, file: str) -> Article:
    """The article in the bytes of a file; its name only helps to tell the format. Raises Unreadable."""
    page = _page(data, file)
    swept(page)
    take_head(page)
    blocks = tuple(judged(page.pieces))
    words = _count(blocks)
    if words < MIN_WORDS:
        much = f"has only {words} word{'' if words == 1 else 's'}" if words else "has no words"
        raise Unreadable(
            f"the running text of this file {much}: too short for a report",
            f"a report needs at least {MIN_WORDS} words",
        )
    if words > MAX_WORDS:
        raise Unreadable(f"this file has {words:,} words; the most that is read is {MAX_WORDS:,}", _CUT)
    running = " ".join(block.text for block in blocks if block.kind == "body")
    stated = {key: fold(value) for key, value in page.stated.items() if value.strip()}
    if running and re.search(r"(?:…|\.\.\.|\[\.\.\.\]|\[…\]|[\w,–—-])$", running):
        page.warnings.append("the text ends within a sentence: see whether its end is missing")
    return Article(
        file=file,
        title=stated.get("title"),
        byline=stated.get("byline"),
        outlet=stated.get("outlet"),
        published=stated.get("published"),
        place=stated.get("place"),
        source_url=stated.get("source_url"),
        language=language(running) or (stated.get("language") or None if words < 60 else None),
        blocks=blocks,
        hints=tuple(dict.fromkeys([*page.hints, *_hints_of_addresses(blocks, stated)])),
        warnings=tuple(dict.fromkeys(page.warnings)),
    )


def _bytes(path: Path) -> bytes:
    try:
        info = Path(path).stat()
        if stat.S_ISDIR(info.st_mode):
            raise Unreadable("this is a folder, not a file", "name the files in it, one report each")
        if not stat.S_ISREG(info.st_mode):
            raise Unreadable("this is no ordinary file", "give a text file, a saved web page or a .docx file")
        if info.st_size > MAX_FILE:
            raise Unreadable(f"this file has {info.st_size:,} bytes, which is too large", _CUT)
        with Path(path).open("rb") as stream:
            return stream.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise Unreadable("there is no such file", "look at its name and at the folder you are in") from None
    except (OSError, ValueError) as error:
        reason = os.strerror(error.errno).lower() if isinstance(error, OSError) and error.errno else "no such name"
        raise Unreadable(
            f"this file cannot be read: {reason}", "look whether it exists and you may read it"
        ) from None


def _page(data: bytes, file: str) -> Page:
    """The file by its content; where that says nothing, by the end of its name."""
    bare = data.rstrip(b"\0")
    if bare.strip() and b"\0" not in bare:
        data = bare  # what some programs fill up the end of a file with
    if not data.strip():
        raise Unreadable("this file is empty", "paste the article into it and save it")
    end = Path(file).suffix.lower()
    if data.startswith(b"PK\x03\x04") and (b"word/" in data or end == ".docx"):
        from generator.draft.intake.word_file import from_word

        return from_word(data)
    head = data[:4000]
    if data.startswith(b"bplist00") or re.match(
        rb"(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,20}?MIME-Version:", head, re.I
    ):
        from generator.draft.intake.archives import page_in

        data = page_in(data)
        end = ".html"
    markup = _MARKUP.match(head.removeprefix(b"\xef\xbb\xbf")) is not None
    if markup or end in (".html", ".htm", ".xhtml"):
        from generator.draft.intake.web_page import from_page

        return from_page(data)
    text, warnings = decode.decoded(data)
    if len(text) > MAX_BYTES:
        raise Unreadable(f"this text has {len(text):,} letters; the most that is read is {MAX_BYTES:,}", _CUT)
    if (words := len(text.split())) > 2 * MAX_WORDS:
        raise Unreadable(f"this file has {words:,} words; the most that is read is {MAX_WORDS:,}", _CUT)
    page = from_text(text, markdown=end in (".md", ".markdown", ".mdown"))
    page.warnings[:0] = warnings
    return page


def _count(blocks: tuple[RawBlock, ...]) -> int:
    """Words of the running text; in scripts without spaces, every other sign counts as one."""
    return sum(
        len(WORD.findall(_WIDE.sub(" ", b.text))) + len(_WIDE.findall(b.text)) // 2
        for b in blocks
        if b.kind == "body"
    )


def _hints_of_addresses(blocks: tuple[RawBlock, ...], stated: dict[str, str]) -> list[Hint]:
    """Days and sites that addresses in the file name; they may be those of other texts."""
    out: list[Hint] = []
    addresses = [url.rstrip(").,;]") for block in blocks for url in _ADDRESS.findall(block.text)]
    if "source_url" in stated:
        addresses.insert(0, stated["source_url"])
    for url in addresses[:20]:
        told = when.day_in_address(url)
        if told and "published" not in stated:
            out.append(Hint("published", told, url))
        site = re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.I).split("/")[0].split("?")[0].lower()
        if site and "outlet" not in stated:
            out.append(Hint("outlet", site, url))
    if len(set(addresses)) == 1 and "source_url" not in stated:
        out.append(Hint("source_url", addresses[0], addresses[0]))
    return out
