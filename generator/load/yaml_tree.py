"""YAML text -> plain data, with the place of every key and value.

The events of the parser are put together here and not by its own constructors: so every plain scalar
stays text, every place is kept, and nothing in a file can make the program build more than it should.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, Union

import yaml

from generator.load.places import Path, Places, Span
from generator.load.yaml_errors import Problem, in_plain_words
from generator.model.diagnostic import Diagnostic, Place, Severity

__all__ = ["Data", "Places", "YamlDoc", "read_yaml"]

Data: TypeAlias = Union[str, "list[Data]", "dict[str, Data]", None]

MAX_DEPTH = 30
MAX_NODES = 60_000
MAX_ALIASED = 5_000
"""How many values aliases may stand for, all together."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class YamlDoc:
    """What a YAML file says. Every scalar is text, only null, ~ and nothing at all are None."""

    data: Data
    places: Places
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Whether the file could be read whole, so that what is missing in `data` is missing in it too."""
        return not any(d.severity == "error" for d in self.diagnostics)


class _Stop(Exception):
    """Reading on makes no sense; the reason has been noted."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read. `dropped` ones are read over; `is_key` ones stand as a key."""

    node: list[Data] | dict[str, Data]
    path: Path
    span: Span
    anchor: str | None
    dropped: bool
    is_key: bool = False
    key: str | None = None
    awaits_value: bool = False
    size: int = 1


def read_yaml(text: str, file: str) -> YamlDoc:
    """The data and places of one YAML document, and everything that is wrong with it as YAML.

    `text` must have passed `clean`. Never raises.
    """
    builder = _Builder(text, file)
    try:
        for event in _events(text):
            builder.take(event)
    except _Stop:
        pass
    except yaml.YAMLError as error:
        builder.broken(error)
    except RecursionError:
        builder.note("SS116", Span(1, 1, 1, 1), "the values are nested too deep", _FLATTER)
    return YamlDoc(
        builder.data,
        Places(file, builder.lines, builder.values, builder.keys),
        tuple(builder.diagnostics),
    )


_FLATTER = "write the file flatter; no file here needs more than eight levels"


def _events(text: str) -> Iterator[Any]:
    loader = _LOADER(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    finally:
        loader.dispose()


class _Builder:
    """Puts the events of the parser together."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = text.split("\n")
        self.data: Data = None
        self.values: dict[Path, Span] = {}
        self.keys: dict[Path, Span] = {}
        self.diagnostics: list[Diagnostic] = []
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Data, int]] = {}
        self._open: set[str] = set()
        self._documents = self._nodes = self._aliased = 0

    # -- one event -----------------------------------------------------------------------------

    def take(self, event: Any) -> None:
        """One event of the parser. Raises _Stop where reading on makes no sense."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start(event, {})
            case yaml.SequenceStartEvent():
                self._start(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end(event)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    self.note(
                        "SS114",
                        _span(event),
                        "a second document begins here",
                        "keep one document in a file: delete this line, or move what follows to another file",
                    )
                    raise _Stop

    def _scalar(self, event: Any) -> None:
        self._count(event)
        span = _span(event, plain=not event.style)
        self._refuse_tag(event, span)
        value = None if not event.style and event.value in _NULLS else str(event.value)
        if self._at_key():
            self._key(value, span)
            return
        if span.plain and value is not None:
            self._check_comment(span)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1 + len(event.value) // 200)
        self._put(value, span, 1)

    def _start(self, event: Any, node: "list[Data] | dict[str, Data]") -> None:
        self._count(event)
        span = _span(event)
        self._refuse_tag(event, span)
        if len(self._frames) >= MAX_DEPTH:
            self.note("SS116", span, f"values are nested more than {MAX_DEPTH} deep here", _FLATTER)
            raise _Stop
        if event.anchor:
            self._open.add(event.anchor)
        if self._at_key():
            self.note("SS115", span, "a key must be plain text, not a list or a mapping", _PLAIN_KEY)
            self._frames[-1].awaits_value = True
            self._frames.append(_Frame(node, (), span, event.anchor, dropped=True, is_key=True))
            return
        path, dropped = self._next_path()
        if not dropped:
            self.values[path] = span
        self._frames.append(_Frame(node, path, span, event.anchor, dropped))

    def _end(self, event: Any) -> None:
        frame = self._frames.pop()
        if frame.anchor:
            self._open.discard(frame.anchor)
            self._anchors[frame.anchor] = (frame.node, frame.size)
        start, mark = frame.span, event.end_mark
        span = Span(start.line, start.col, mark.line + 1, mark.column + 1)
        if frame.is_key:
            return
        self._put(frame.node, span, frame.size)

    def _alias(self, event: Any) -> None:
        self._count(event)
        span = _span(event)
        name = event.anchor
        if self._at_key():
            self.note("SS115", span, "a key must be plain text, not an alias", _PLAIN_KEY)
            self._frames[-1].awaits_value = True
            self._frames[-1].key = None
            return
        if name in self._open:
            self.note("SS112", span, f"'*{name}' stands inside the very value it repeats", _WRITE_OUT)
            self._put(None, span, 1)
            return
        if name not in self._anchors:
            self.note(
                "SS113",
                span,
                f"'*{name}' repeats a value called '&{name}', and there is none before it",
                f'if the text itself begins with a star, put it in quotes: "*{name}"',
            )
            self._put(None, span, 1)
            return
        data, size = self._anchors[name]
        self._aliased += size
        if self._aliased > MAX_ALIASED:
            self.note("SS112", span, f"aliases repeat more than {MAX_ALIASED:,} values", _WRITE_OUT)
            raise _Stop
        self._put(data, span, size)

    # -- keys and values -----------------------------------------------------------------------

    def _at_key(self) -> bool:
        if not self._frames:
            return False
        frame = self._frames[-1]
        return isinstance(frame.node, dict) and not frame.awaits_value

    def _key(self, name: str | None, span: Span) -> None:
        frame = self._frames[-1]
        frame.awaits_value, frame.key = True, None
        if name is None:
            self.note("SS115", span, "there is no key before this colon", _PLAIN_KEY)
        elif name == "<<" and span.plain:
            self.note("SS113", span, "merging another mapping in with '<<' is not possible here", _WRITE_OUT)
        elif isinstance(frame.node, dict) and name in frame.node:
            first = None if frame.dropped else self.keys.get((*frame.path, name))
            where = f" (first on line {first.line})" if first else ""
            self.note("SS111", span, f"the key '{name}' stands twice here{where}", _TWICE)
        else:
            frame.key = name
            if not frame.dropped:
                self.keys[*frame.path, name] = span

    def _next_path(self) -> tuple[Path, bool]:
        """Path of the value that comes next, and whether it is only read over."""
        if not self._frames:
            return (), False
        frame = self._frames[-1]
        if isinstance(frame.node, list):
            return (*frame.path, len(frame.node)), frame.dropped
        return (*frame.path, frame.key or ""), frame.dropped or frame.key is None

    def _put(self, value: Data, span: Span, size: int) -> None:
        """A finished value goes into the mapping or list that is open."""
        path, dropped = self._next_path()
        if not dropped:
            self.values[path] = span
        if not self._frames:
            self.data = value
            return
        frame = self._frames[-1]
        frame.size += size
        if isinstance(frame.node, list):
            frame.node.append(value)
            return
        if frame.key is not None:
            frame.node[frame.key] = value
        frame.awaits_value, frame.key = False, None

    # -- problems ------------------------------------------------------------------------------

    def note(self, code: str, span: Span, message: str, hint: str, severity: Severity = "error") -> None:
        """One more problem at a place of this file."""
        end = span.end_col if span.end_line == span.line else span.col + 1
        place = Place(self.file, span.line, span.col, max(end, span.col + 1))
        self.diagnostics.append(Diagnostic(place, severity, code, message, hint, self._line(span.line)))

    def broken(self, error: yaml.YAMLError) -> None:
        """The parser gave up: say why in plain words."""
        problem: Problem = in_plain_words(error, self.lines)
        span = Span(problem.line, problem.col, problem.line, problem.col + problem.width)
        self.note("SS110", span, problem.message, problem.hint)

    def _line(self, number: int) -> str:
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def _count(self, event: Any) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self.note("SS105", _span(event), f"this file holds more than {MAX_NODES:,} values", "split it up")
            raise _Stop

    def _refuse_tag(self, event: Any, span: Span) -> None:
        if event.tag is not None:
            word = self._line(span.line)[span.col - 1 :].split(" ", 1)[0] or str(event.tag)
            self.note(
                "SS113",
                span,
                f"the tag '{word}' has no meaning here",
                "delete it; if the text itself begins with '!', put it in quotes",
            )

    def _check_comment(self, span: Span) -> None:
        rest = self._line(span.end_line)[span.end_col - 1 :]
        word = rest.lstrip()
        if rest[:1] in (" ", "\t") and word[:1] == "#" and word[1:2] not in ("", " ", "#", "!"):
            col = span.end_col + len(rest) - len(word)
            self.note(
                "SS121",
                Span(span.end_line, col, span.end_line, col + len(word)),
                "from this '#' on the line is a comment and no part of the text",
                "put the text in quotes, or leave a space after the '#' of a comment",
                "warning",
            )


_PLAIN_KEY = "write 'key: value' with a word as the key"
_WRITE_OUT = "write the values out where they are needed"
_TWICE = "keep one of the two; the first is the one that is read"


def _span(event: Any, plain: bool = False) -> Span:
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1, plain)
