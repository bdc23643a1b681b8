"""Texts -> who says what, what limits certainty, loaded words, names, numbers, dates."""

import argparse
import gc
import sys
from typing import TYPE_CHECKING, Any

from generator.cli._frame import FINE, PROBLEMS, GiveUp, prog
from generator.cli._reading import SHOWN, add_options, least, parser_of

if TYPE_CHECKING:
    from generator.cli._texts import Passage
    from generator.draft.marks import Annotations
    from generator.draft.parser import Parser

SUMMARY = "who says what in a text, how sure it is, loaded words, names, numbers and dates"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a text, Markdown, .docx or saved web page; - is standard input"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help="a line of JSON for each text: of files, or of lines {id, text} in a .jsonl file or standard input",
    )
    add_options(parser)


def run(args: argparse.Namespace) -> int:
    """Reads and tells. Returns 0, or 1 where a file or a line could not be read."""
    if args.json and args.jsonl:
        raise GiveUp("--json and --jsonl are two forms of one answer: choose one")
    if args.jsonl:
        return _lines(args)
    if not args.files:
        raise GiveUp("which text?", f"{prog()} annotate FILE ...")
    return _document(args) if args.json else _view(args)


def _lines(args: argparse.Namespace) -> int:
    """A line for each text, written as soon as it is read."""
    from generator.cli._finds import as_lists, sure
    from generator.cli._texts import passages, rows, write_line
    from generator.draft.annotate import annotate
    from generator.draft.intake.languages import language
    from generator.draft.marks import Annotations

    parser, enough = parser_of(args.parser), least(args, 0.0)
    # What is found is thrown away line by line, and holds no circles: looking for them costs a tenth.
    gc.freeze()
    gc.set_threshold(100_000)
    code = FINE
    articles = [name for name in args.files if not name.endswith(".jsonl") and name != "-"]
    for passage in passages(articles):
        if passage is None:
            code = PROBLEMS
            continue
        found = _found(passage, parser)
        write_line({"id": passage.article.file, "text": passage.text.text, **as_lists(sure(found, enough))})
    others = [name for name in args.files if name not in articles]
    for row in rows(others, _wrong) if others or not articles else ():
        if row is None:
            code = PROBLEMS
            continue
        text = row["text"]
        told = language(text)
        found = annotate(text, parser) if told in (None, "en") else Annotations()
        write_line({"id": row.get("id"), **as_lists(sure(found, enough))})
    return code


def _wrong(row: dict[str, Any]) -> str:
    if "text" not in row:
        return "there is no 'text'"
    return "" if isinstance(row["text"], str) else "'text' is no text"


def _found(passage: "Passage", parser: "Parser | None") -> "Annotations":
    """What is in a text; nothing where it is in a language that the rules do not know."""
    from generator.draft.annotate import annotate
    from generator.draft.marks import Annotations

    return annotate(passage.text, parser) if passage.readable else Annotations()


def _document(args: argparse.Namespace) -> int:
    from generator.cli._finds import article_row, as_lists, sure
    from generator.cli._texts import dumped, passages

    parser, enough = parser_of(args.parser), least(args, 0.0)
    out, code = [], FINE
    for passage in passages(args.files):
        if passage is None:
            code = PROBLEMS
            continue
        found = as_lists(sure(_found(passage, parser), enough))
        out.append({**article_row(passage.article), "text": passage.text.text, **found})
    sys.stdout.buffer.write(dumped({"files": out}, indent=1).encode("utf-8", "replace") + b"\n")
    return code


def _view(args: argparse.Namespace) -> int:
    from generator.cli._annotated import legend, shown
    from generator.cli._coloured import wants_colour, window
    from generator.cli._finds import sure
    from generator.cli._texts import passages

    colour, width = wants_colour(args.color), window()
    parser, enough = parser_of(args.parser), least(args, SHOWN)
    code, first = FINE, True
    for passage in passages(args.files):
        if passage is None:
            code = PROBLEMS
            continue
        if first:
            print(legend(colour, width))
        first = False
        everything = sure(_found(passage, parser), 0.0)
        print("\n" + shown(passage, sure(everything, enough), everything, colour=colour, width=width))
        sys.stdout.flush()
    return code
