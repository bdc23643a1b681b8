"""Values of a note -> YAML that every reader of YAML takes for the same text."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

INDENT = "  "
ROOM = 100
"""Lists and mappings that fit into so many characters stand on one line."""

_QUOTE = {"text", "occurrence", "near"}
_WORDS = re.compile(r"[^\W\d_][\w .,;’‘“”–—()/%€£$!?'+&*=-]*")
_READ_OTHERWISE = re.compile(r"y|n|yes|no|on|off|true|false|null|nan|inf", re.IGNORECASE)
_AWAY = re.compile(r"[^\t\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_ENDS = re.compile("[\t\x85\u2028\u2029\ufeff]")


def scalar(value: object, *, flow: bool = False) -> str:
    """A value on one line: as it is where that is safe, else between double quotation marks as JSON has them.

    `flow` is for values inside brackets, where a comma would end them, and where readers stumble over "?".
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    plain = _WORDS.fullmatch(text) and text == text.strip() and not _READ_OTHERWISE.fullmatch(text)
    if plain and not (flow and set(text) & set(",?")):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _LINE_ENDS.sub(_escaped, _AWAY.sub(_escaped, quoted))


def mapping_lines(value: Mapping[str, Any], indent: str = "") -> list[str]:
    """The lines of a mapping in block form. Keys whose value is None are written with null."""
    lines: list[str] = []
    for key, inner in value.items():
        head = f"{indent}{scalar(key)}:"
        short = flow(inner)
        if _is_scalar(inner) or len(head) + 1 + len(short) <= ROOM:
            lines.append(f"{head} {short}")
        elif isinstance(inner, Mapping):
            lines += [head, *mapping_lines(inner, indent + INDENT)]
        else:
            lines.append(head)
            for item in inner:
                lines += item_lines(item, indent + INDENT)
    return lines


def item_lines(value: Any, indent: str = "") -> list[str]:
    """The lines of one item of a list in block form; a quote stands on one line."""
    if isinstance(value, Mapping) and not value.keys() <= _QUOTE:
        lines = mapping_lines(value, indent + INDENT)
        return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]
    return [f"{indent}- {flow(value)}"]


def flow(value: Any) -> str:
    """The value on one line, brackets and all."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(k, flow=True)}: {_inner(v)}" for k, v in value.items()) + "}"
    if _is_scalar(value):
        return scalar(value)
    return "[" + ", ".join(_inner(v) for v in value) + "]"


def _inner(value: Any) -> str:
    return scalar(value, flow=True) if _is_scalar(value) else flow(value)


def _is_scalar(value: object) -> bool:
    return not isinstance(value, Mapping) and (isinstance(value, str) or not isinstance(value, Sequence))


def _escaped(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
