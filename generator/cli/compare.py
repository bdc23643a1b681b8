"""Reports of one event -> what they share and where they differ."""

import argparse
import sys
from itertools import combinations
from typing import TYPE_CHECKING, Any

from generator.cli._frame import FINE, PROBLEMS, GiveUp, prog
from generator.cli._reading import SHOWN, add_options, least, parser_of

if TYPE_CHECKING:
    from generator.cli._texts import Passage
    from generator.draft.compared import Comparison
    from generator.draft.parser import Parser

SUMMARY = "what reports of one event share, and where they differ"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of the verb."""
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="two or more texts, Markdown, .docx or saved web pages"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument(
        "--jsonl",
        action="store_true",
        help="read lines {id, A, B}, write a line for each: for lists of sentences the aligned pairs, "
        "for two texts the whole comparison",
    )
    add_options(parser)


def run(args: argparse.Namespace) -> int:
    """Compares and tells. Returns 0, or 1 where a file or a line could not be read."""
    if args.json and args.jsonl:
        raise GiveUp("--json and --jsonl are two forms of one answer: choose one")
    if args.jsonl:
        return _lines(args)
    if len(args.files) < 2:
        raise GiveUp("two or more texts are needed", f"{prog()} compare A B ...")
    return _document(args) if args.json else _view(args)


def _lines(args: argparse.Namespace) -> int:
    """Aligned pairs of sentences, or the whole comparison of two texts, line by line."""
    from generator.cli._texts import rows, write_line
    from generator.draft.comparison import align

    code = FINE
    for row in rows(args.files, _wrong):
        if row is None:
            code = PROBLEMS
            continue
        a, b = row["A"], row["B"]
        if isinstance(a, str):
            write_line({"id": row.get("id"), **_row_of(a, b, args)})
        else:
            write_line({"id": row.get("id"), "pairs": [[i, j] for i, j, _ in align(a, b)]})
    return code


def _wrong(row: dict[str, Any]) -> str:
    missing = [key for key in ("A", "B") if key not in row]
    if missing:
        return f"there is no {' and no '.join(repr(key) for key in missing)}"
    both = (row["A"], row["B"])
    if all(isinstance(each, str) for each in both):
        return ""
    sentences = all(isinstance(each, list) and all(isinstance(s, str) for s in each) for each in both)
    return "" if sentences else "A and B must both be texts, or both be lists of sentences"


def _row_of(a: str, b: str, args: argparse.Namespace) -> dict[str, Any]:
    from generator.cli._finds import comparison_row, sure_between
    from generator.draft.annotate import annotate
    from generator.draft.comparison import compare
    from generator.draft.text import Text

    one, two, parser = Text(a), Text(b), parser_of(args.parser)
    found = compare(one, two, annotate(one, parser), annotate(two, parser))
    return comparison_row(sure_between(found, least(args, 0.0)))


def _document(args: argparse.Namespace) -> int:
    from generator.cli._finds import article_row, comparison_row, sure_between
    from generator.cli._texts import dumped

    read, code = _read(args.files)
    enough = least(args, 0.0)
    pairs = [
        {"a": i, "b": j, **comparison_row(sure_between(found, enough))}
        for (i, j), found in _compared(read, parser_of(args.parser)).items()
    ]
    files = [{**article_row(passage.article), "text": passage.text.text} for passage in read]
    out = dumped({"files": files, "comparisons": pairs}, indent=1)
    sys.stdout.buffer.write(out.encode("utf-8", "replace") + b"\n")
    return code


def _view(args: argparse.Namespace) -> int:
    from generator.cli._coloured import wants_colour, window
    from generator.cli._compared import labels, shown
    from generator.cli._finds import sure_between

    read, code = _read(args.files)
    colour, width = wants_colour(args.color), window(150)
    enough = least(args, SHOWN)
    names = labels(read)
    for number, ((i, j), found) in enumerate(_compared(read, parser_of(args.parser)).items()):
        if number:
            print("\n" + "═" * width + "\n")
        both = (read[i], read[j])
        print(shown(both, (names[i], names[j]), sure_between(found, enough), found, colour=colour, width=width))
        sys.stdout.flush()
    return code


def _read(files: list[str]) -> "tuple[list[Passage], int]":
    """The articles that could be read. Raises GiveUp where fewer than two are left."""
    from generator.cli._texts import passages

    read = [passage for passage in passages(files) if passage is not None]
    if len(read) < 2:
        raise GiveUp("fewer than two of these texts can be read, so there is nothing to compare", code=PROBLEMS)
    return read, FINE if len(read) == len(files) else PROBLEMS


def _compared(read: "list[Passage]", parser: "Parser | None") -> "dict[tuple[int, int], Comparison]":
    """Every pair of articles, compared; one in a language that is not read has nothing to compare."""
    import datetime

    from generator.draft.annotate import annotate
    from generator.draft.compared import Comparison
    from generator.draft.comparison import compare

    found = [annotate(passage.text, parser) if passage.readable else None for passage in read]
    days = [datetime.date.fromisoformat(p.article.published) if p.article.published else None for p in read]
    out = {}
    for i, j in combinations(range(len(read)), 2):
        one, two = found[i], found[j]
        if one is None or two is None:
            out[i, j] = Comparison()
        else:
            out[i, j] = compare(read[i].text, read[j].text, one, two, (days[i], days[j]))
    return out
