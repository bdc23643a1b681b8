"""Files, standard input or lines of JSON -> texts to read, each with what is known of it."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from generator.cli._frame import GiveUp, say

if TYPE_CHECKING:
    from generator.draft.article import Article
    from generator.draft.text import Text

Row = dict[str, Any]
Wrong = Callable[[Row], str]
STDIN = "-"
JOIN = "\n\n"


@dataclass(frozen=True)
class Passage:
    """One article with its running text: the headline, where there is one, and the body paragraphs."""

    article: "Article"
    text: "Text"

    @property
    def name(self) -> str:
        """What to call it: its headline, else its file."""
        return self.article.title or self.article.file

    @property
    def readable(self) -> bool:
        """Whether it is in a language that the rules know."""
        return self.article.language in (None, "en")


def passages(files: Sequence[str]) -> Iterator[Passage | None]:
    """The articles of files in their order, `-` for standard input; None and a word of why where one is none."""
    if not files:
        return
    from generator.draft.article import Unreadable
    from generator.draft.intake.read import article_of, read_article
    from generator.draft.text import Text

    for file in files:
        try:
            if file == STDIN:
                article = article_of(sys.stdin.buffer.read(), "standard input")
            else:
                article = read_article(Path(file))
        except Unreadable as why:
            name = "standard input" if file == STDIN else file
            say(f"{name}: {why.message}" + (f"\n  {why.hint}" if why.hint else ""))
            yield None
            continue
        body = [block.text for block in article.blocks if block.kind == "body"]
        yield Passage(article, Text(JOIN.join([article.title, *body] if article.title else body)))


def rows(files: Sequence[str], wrong: Wrong) -> Iterator[Row | None]:
    """Objects of lines of JSON from files or standard input; None for a broken line, told by its number.

    `wrong` says what is wrong with an object, "" where nothing is. Raises GiveUp for a file that cannot be read.
    """
    for file in files or [STDIN]:
        if file == STDIN:
            yield from _rows(sys.stdin.buffer, "standard input", wrong)
        else:
            try:
                with Path(file).open("rb") as stream:
                    yield from _rows(stream, file, wrong)
            except OSError as error:
                raise GiveUp(f"{file}: {(error.strerror or 'cannot be read').lower()}") from None


def _rows(lines: BinaryIO | Iterable[bytes], name: str, wrong: Wrong) -> Iterator[Row | None]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row: Any = None
        try:
            row = json.loads(line)
            problem = wrong(row) if isinstance(row, dict) else "this is no object in braces"
        except json.JSONDecodeError as error:
            problem = f"this is no JSON ({error.msg.lower()} at column {error.colno})"
        except (UnicodeDecodeError, RecursionError):
            problem = "this is no JSON in UTF-8"
        if problem:
            say(f"{name}, line {number}: {problem}")
        yield None if problem else row


def write_line(value: object) -> None:
    """One line of JSON on standard output, at once."""
    out = sys.stdout.buffer
    out.write(dumped(value).encode("utf-8", "replace") + b"\n")
    out.flush()


def dumped(value: object, *, indent: int | None = None) -> str:
    """JSON that every reader takes: a number without end, which JSON has no word for, becomes null."""
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    except ValueError:
        return json.dumps(_finite(value), ensure_ascii=False, indent=indent)


def _finite(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and (value != value or abs(value) == float("inf")) else value
