"""Changes of a notes or dossier file at the level of its text: what is not touched stays byte for byte."""

from collections.abc import Sequence

from generator.draft.files.entries import read_sheet
from generator.draft.files.notes_file import ASKED, DOSSIER_LISTS, GONE, MAPPINGS, NOTE_LISTS, ORIGINS, lines_of
from generator.draft.files.sheet import Entry, Sheet
from generator.draft.suggestion import Suggestion


class NoPlace(Exception):
    """The file is not written in a way that this change can be made in."""


def replaced(sheet: Sheet, entry: Entry, lines: Sequence[str]) -> str:
    """The text with other lines for an entry. Raises NoPlace where other notes would change with it."""
    if not entry.editable:
        raise NoPlace
    body = list(sheet.lines)
    body[entry.first : entry.end] = lines
    return _settled(sheet, body, {(entry.where, entry.id)})


def inserted(sheet: Sheet, one: Suggestion, behind: Entry | None, before: Entry | None) -> str:
    """The text with a suggestion more, behind or before an entry of its list, else at the end of the list.

    Raises NoPlace where the list is written inside brackets.
    """
    section = sheet.sections.get(one.where)
    body = list(sheet.lines)
    if section is None:
        return _settled(sheet, _with_section(sheet, body, one), set())
    if section.indent is None or any(e is not None and not e.editable for e in (behind, before)):
        raise NoPlace
    new = lines_of(one, section.indent)
    if behind is not None:
        at = behind.end
        airy = at < len(body) and not body[at].strip()
        body[at:at] = ["", *new] if airy and _long(one.where) else new
    elif before is not None:
        body[before.first : before.first] = [*new, ""] if _long(one.where) else new
    else:
        body[section.end : section.end] = new
    return _settled(sheet, body, set())


def in_use(entry: Entry, sheet: Sheet) -> list[str]:
    """The lines of an entry as a note without marks."""
    lines = sheet.lines[entry.first : entry.end]
    if entry.state == "live":
        return list(lines[1:])
    if entry.state == "asked":
        indent = _indent(entry, sheet)
        return [(indent + _behind_mark(line)).rstrip() for line in lines[1:]]
    return list(lines)


def dropped(entry: Entry, sheet: Sheet) -> list[str]:
    """The line that is left of an entry that the teacher does not want."""
    return [f"{_indent(entry, sheet)}{GONE} {entry.id}"]


def not_in_use(entry: Entry, sheet: Sheet, reason: str) -> list[str]:
    """A note in use as a suggestion that is not, with the reason."""
    indent = _indent(entry, sheet)
    lines = in_use(entry, sheet)
    cut = len(lines[0]) - len(lines[0].lstrip())
    why = " ".join(reason.split())
    head = f"{indent}{ASKED} {entry.confidence:.2f} {entry.rule or 'by-hand'}: {why}"
    return [head, *(f"{indent}{ASKED} {line[cut:]}".rstrip() for line in lines)]


def _behind_mark(line: str) -> str:
    rest = line.lstrip()[len(ASKED) :]
    return rest[1:] if rest.startswith(" ") else rest


def _indent(entry: Entry, sheet: Sheet) -> str:
    section = sheet.sections[entry.where]
    line = sheet.lines[entry.first]
    return section.indent if section.indent is not None else line[: len(line) - len(line.lstrip())]


def _long(where: str) -> bool:
    return where in ("attributions", "claims")


def _with_section(sheet: Sheet, body: list[str], one: Suggestion) -> list[str]:
    """The lines with a list that the file does not have yet."""
    if one.where in ORIGINS:
        if "origins" in sheet.keys:
            other = next((sheet.sections[w] for w in ORIGINS if w in sheet.sections), None)
            if other is None or other.indent is None:
                raise NoPlace
            space = sheet.lines[other.key][: len(sheet.lines[other.key]) - len(sheet.lines[other.key].lstrip())]
            new = [f"{space}{one.where}:", *lines_of(one, space + "  ")]
            return [*body[: other.end], *new, *body[other.end :]]
        new = ["", "origins:", f"  {one.where}:", *lines_of(one, "    ")]
    else:
        new = ["", f"{one.where}:", *lines_of(one, "  ")]
    end = len(body)
    while end > 0 and not body[end - 1].strip():
        end -= 1
    return [*body[:end], *new, *(body[end:] or [""])]


def _settled(before: Sheet, body: list[str], touched: set[tuple[str, str]]) -> str:
    """The text, its lists marked as empty where no note is in use, and not where one is.

    Raises NoPlace where the file would be broken, or where a note changes that nobody touched.
    """
    body = list(body)
    for where in (*NOTE_LISTS, *DOSSIER_LISTS):
        _settle(where, body)
    text = before.joined(body)
    after = read_sheet(text)
    if not after.sound or _others(before, touched) - _others(after, touched):
        raise NoPlace
    return text


def _settle(where: str, body: list[str]) -> None:
    """Whether a value stands behind the key must fit what stands below it."""
    key = _key_line(where, body)
    if key is None:
        return
    head, colon, rest = body[key].partition(":")
    value, space, remark = _parted(rest)
    empty = "{}" if where in MAPPINGS else "[]"
    notes = _has_notes(body, key)
    if notes and value in ("[]", "{}"):
        body[key] = f"{head}{colon}{space + remark if remark else ''}"
    elif not notes and not value:
        body[key] = f"{head}{colon} {empty}{space + remark if remark else ''}"


def _key_line(where: str, body: list[str]) -> int | None:
    """The line of the key of a list, which may have moved."""
    depth = 2 if where in ORIGINS else 0
    for number, line in enumerate(body):
        space = len(line) - len(line.lstrip())
        if line.lstrip().startswith(f"{where}:") and (space > 0) == (depth > 0):
            return number
    return None


def _parted(rest: str) -> tuple[str, str, str]:
    """What stands behind a colon: value, white space, remark."""
    at = rest.find(" #")
    value, remark = (rest, "") if at < 0 else (rest[:at], rest[at:].lstrip())
    space = rest[len(value.rstrip()) : len(rest) - len(remark)] if remark else ""
    return value.strip(), space, remark


def _has_notes(body: list[str], key: int) -> bool:
    """Whether a line that is neither empty nor a comment stands deeper than a key, or begins with a hyphen."""
    depth = len(body[key]) - len(body[key].lstrip())
    for line in body[key + 1 :]:
        text = line.lstrip()
        if not text or text.startswith("#"):
            continue
        return len(line) - len(text) > depth or text.startswith("- ")
    return False


def _others(sheet: Sheet, touched: set[tuple[str, str]]) -> set[str]:
    """All entries but those touched, in a form that can be compared."""
    return {f"{e.where} {e.id} {e.state} {e.note!r}" for e in sheet.entries if (e.where, e.id) not in touched}
