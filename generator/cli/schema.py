"""Model -> JSON Schemas, for editors that complete and check files and for programs that read the JSON."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.cli._frame import FINE, one_of

SUMMARY = "JSON Schemas of the files that people write, of the JSON that is built and of students' answers"

NAMES = ("report", "notes", "dossier", "lesson", "prompts", "standards", "theme", "worksheet", "key", "answers")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "name", nargs="?", type=one_of(*NAMES), metavar="NAME", help=f"one of {', '.join(NAMES)}; left out, all"
    )
    parser.add_argument(
        "--out", metavar="DIR", type=Path, help="write NAME.schema.json into this folder instead of printing"
    )


def run(args: argparse.Namespace) -> int:
    names = (args.name,) if args.name else NAMES
    if args.out is None:
        shown: Any = make(args.name) if args.name else {name: make(name) for name in names}
        print(as_text(shown), end="")
        return FINE
    from generator.build.ledger import write_whole

    args.out.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = args.out / f"{name}.schema.json"
        write_whole(path, as_text(make(name)).encode())
        print(path)
    return FINE


def make(name: str) -> dict[str, Any]:
    """The JSON Schema (draft-07) of one of NAMES."""
    from generator.cli._draft07 import file_schema, paper_schema
    from generator.model import booklet, files

    makers: dict[str, Callable[[], dict[str, Any]]] = {
        "report": lambda: file_schema(files.ReportMeta, "Front matter of a report"),
        "notes": lambda: file_schema(files.NotesFile, "Notes on a report"),
        "dossier": lambda: file_schema(files.DossierFile, "Dossier"),
        "lesson": lambda: file_schema(files.LessonFile, "Lesson"),
        "prompts": lambda: file_schema(files.PromptFile, "Prompts of an exercise type"),
        "standards": lambda: file_schema(files.StandardsFile, "Standards that lessons may name"),
        "theme": lambda: file_schema(files.ThemeFile, "A school's name, logo and colours"),
        "worksheet": lambda: paper_schema(booklet.Worksheet, "Worksheet, as students get it"),
        "key": lambda: paper_schema(booklet.AnswerKey, "Answer key"),
        "answers": _answers,
    }
    return makers[name]()


def _answers() -> dict[str, Any]:
    """The schema of a file of answers, as the student's page writes it.

    Reading such a file back is more lenient: it passes over keys that it does not know.
    """
    from generator.cli._draft07 import paper_schema
    from generator.responses import Responses

    schema = paper_schema(Responses, "Answers of a student, as the browser page exports them")
    answers = schema["properties"]["answers"]
    rows = next(iter(answers["patternProperties"].values()))["anyOf"][-1]
    for closed in (schema, answers, rows):
        closed["additionalProperties"] = False
    return {**schema, "required": ["format", "version", "form_id", "answers"]}


def as_text(schema: dict[str, Any]) -> str:
    """The schema as it stands in a file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
