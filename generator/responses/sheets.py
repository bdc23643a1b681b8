"""Form id -> the sheet and key that bear it: made anew from the lesson, or read from files of an earlier build."""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from generator.load.project import Project
from generator.model.booklet import AnswerKey, Worksheet
from generator.model.vocabulary import LANES, Lane

FORM_ID = re.compile(
    rf"(?P<lesson>[a-z0-9-]+)-(?P<lane>{'|'.join(LANES)})-(?P<variant>[A-Z]{{1,4}})-[0-9A-F]{{6}}"
)
MOST_BYTES = 20 * 1024 * 1024


class SheetsError(Exception):
    """There is no such sheet; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Sheets:
    """Sheets and keys by form id. `built` are those of an earlier build; they come first."""

    def __init__(self, project: Project, built: Iterable[tuple[Worksheet, AnswerKey]] = ()) -> None:
        self._project = project
        self._known: dict[str, tuple[Worksheet, AnswerKey] | SheetsError] = {
            sheet.form_id: (sheet, key) for sheet, key in built
        }

    def of(self, form_id: str) -> tuple[Worksheet, AnswerKey]:
        """The sheet and the key of a form. Raises SheetsError."""
        if form_id not in self._known:
            try:
                self._known[form_id] = self._made(form_id)
            except SheetsError as problem:
                self._known[form_id] = problem
        found = self._known[form_id]
        if isinstance(found, SheetsError):
            raise found
        return found

    def _made(self, form_id: str) -> tuple[Worksheet, AnswerKey]:
        match = FORM_ID.fullmatch(form_id)
        if match is None:
            raise SheetsError(f"'{form_id}' is not the id of a form")
        lesson = match["lesson"]
        if lesson not in self._project.lessons():
            raise SheetsError(
                f"it belongs to the lesson '{lesson}', which is not here",
                "go to the folder where it was built, or give its key: --key KEY.json",
            )
        sheet, key = self._built(lesson, match["lane"], match["variant"])  # type: ignore[arg-type]
        if sheet.form_id != form_id:
            raise SheetsError(
                f"the lesson '{lesson}' has changed since this sheet was made "
                f"(it bears {form_id}; now it would be {sheet.form_id})",
                "mark it with the key of that time, built with --format json: --key KEY.json",
            )
        return sheet, key

    def _built(self, lesson: str, lane: Lane, variant: str) -> tuple[Worksheet, AnswerKey]:
        from generator.assemble import inspected, make_papers
        from generator.exercises.stock import stock_of
        from generator.load.content import load_lesson
        from generator.load.prompts import load_prompts
        from generator.model.words import WordsError

        broken = SheetsError(
            f"its lesson '{lesson}' cannot be built as it is now", "the verb check says what is wrong with it"
        )
        loaded = load_lesson(self._project, lesson)
        if loaded.lesson is None or loaded.dossier is None or loaded.dossier.dossier is None:
            raise broken
        stock = stock_of(loaded.lesson, loaded.dossier.dossier)
        prompts = load_prompts(self._project, stock.dossier.language)
        try:
            booklet, _ = inspected(loaded.lesson, stock, prompts, lane, variant)
            papers = make_papers(loaded.lesson, booklet, prompts) if booklet is not None else None
        except WordsError:
            papers = None
        if papers is None:
            raise broken
        return papers.worksheet, papers.key


def load_built(path: Path) -> tuple[Worksheet, AnswerKey]:
    """The sheet and the key of a build with --format json, from the file of one; the other lies beside it.

    Raises SheetsError.
    """
    name = path.name
    if name.endswith("-worksheet.json"):
        sheet_path, key_path = path, path.with_name(name.replace("-worksheet.json", "-key.json"))
    else:
        sheet_path, key_path = path.with_name(name.replace("-key.json", "-worksheet.json")), path
    if sheet_path == key_path:
        raise SheetsError(f"{path}: its name must end with -key.json", "the file of the sheet is found by it")
    try:
        sheet = Worksheet.model_validate_json(_text(sheet_path))
        key = AnswerKey.model_validate_json(_text(key_path))
    except ValidationError:
        raise SheetsError(
            f"{path}: it is not a key that this program built", "build it with --format json"
        ) from None
    if sheet.form_id != key.form_id:
        raise SheetsError(f"{path}: the key is not that of {sheet_path.name}; they bear other form ids")
    return sheet, key


def _text(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise SheetsError(f"{path}: it is too large for a key")
        return path.read_bytes()
    except OSError as problem:
        raise SheetsError(f"{path}: {problem.strerror}", "sheet and key must lie side by side") from None
