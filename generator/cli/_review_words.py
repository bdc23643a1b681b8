"""A note -> what it says, in words that teachers use."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.draft.files.sheet import Entry

_VOICES = {"writer": "the writer’s words", "quoted": "a quoted speaker’s words"}


def told(entry: Entry, names: Mapping[str, str]) -> list[str]:
    """What the note says, a line each. `names` are what origins are called, by their ids."""
    if entry.where == "edges":
        return list(_edge(entry.note, names))
    return list(_PLAIN[entry.where](entry.note)) if entry.where in _PLAIN else []


def _words(value: Any) -> str:
    """Quoted words for people."""
    if isinstance(value, Mapping):
        value = value.get("text", "")
    if isinstance(value, list):
        return " … ".join(_words(one) for one in value)
    return f"“{value}”"


def _attribution(note: Mapping[str, Any]) -> Iterator[str]:
    source = note.get("source")
    who = _words(source) if source is not None else "nobody who is named"
    called = f", that is {note['called']}" if note.get("called") else ""
    role = f", {note['role']}" if note.get("role") else ""
    yield f"Who says it:  {who}{called} ({note.get('source_kind')}{role})"
    yield f"What:         {note.get('says')}"
    cue = f"{_words(note['cue'])}, {note.get('strength', 'no strength given')}" if note.get("cue") else "none"
    told = f"; told {_words(note['recipient'])}" if note.get("recipient") else ""
    yield f"How:          {note.get('form')}; reporting words {cue}{told}; basis {note.get('basis')}"
    for other in note.get("not_source") or []:
        if isinstance(other, Mapping):
            yield f"Not said by:  {_words(other.get('text'))}: {other.get('why')}"


def _marker(note: Mapping[str, Any]) -> Iterator[str]:
    scope = f" {_words(note['scope'])}" if note.get("scope") else " what the sentence says"
    yield f"{_words(note.get('text'))} ({note.get('kind')}) limits or raises how sure it is:{scope}"
    if note.get("limits"):
        yield f"Claim:   {note['limits']}"
    yield f"Effect:  {note.get('effect', 'no sentence yet')}"


def _loaded(note: Mapping[str, Any]) -> Iterator[str]:
    neutral = note.get("neutral") or []
    instead = ", ".join(_words(one) for one in neutral) if neutral else "none given"
    out = "; the sentence stands without them" if note.get("may_leave_out") == "true" else ""
    voice = _VOICES.get(str(note.get("voice")), "whose words is not clear")
    doubt = "; careful readers may disagree" if note.get("arguable") == "true" else ""
    yield f"{_words(note.get('text'))}: loaded, {voice}{doubt}"
    yield f"Instead: {instead}{out}"
    yield f"Effect:  {note.get('effect', 'no sentence yet')}"


def _figure(note: Mapping[str, Any]) -> Iterator[str]:
    yield f"{_words(note.get('text'))}: {note.get('exactness')}. {note.get('why', '')}"


def _claim(note: Mapping[str, Any]) -> Iterator[str]:
    yield f"About:   {note.get('topic')} ({note.get('slot')})"
    if note.get("statement"):
        yield f"Claim:   {note['statement']}"
    for label in "ABCD":
        side = note.get(label)
        if isinstance(side, Mapping):
            value = f", gives “{side['value']}”" if side.get("value") else ""
            by = f", said by {side['said_by']}" if side.get("said_by") else ""
            yield f"{label}:       {side.get('standing')}{value}{by}"
        elif side is not None:
            yield f"{label}:       {side}"
    relation = note.get("relation")
    shown = ", ".join(f"{k} {v}" for k, v in relation.items()) if isinstance(relation, Mapping) else relation
    yield f"So:      {shown}. {note.get('explain', '')}".rstrip()


def _entity(note: Mapping[str, Any]) -> Iterator[str]:
    yield f"One and the same: {note.get('name')} ({note.get('sure')}). {note.get('why', '')}".rstrip()


def _node(note: Mapping[str, Any]) -> Iterator[str]:
    of = f", which published report {note['report']}" if note.get("report") else ""
    yield f"Information comes from, or goes through: {note.get('label')} ({note.get('kind')}){of}"


def _edge(note: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    ends = [names.get(str(note.get(end)), str(note.get(end))) for end in ("from", "to")]
    yield f"From {ends[0]} to {ends[1]}: {note.get('how')}, {note.get('basis')}"


_PLAIN = {
    "attributions": _attribution,
    "markers": _marker,
    "wording": _loaded,
    "figures": _figure,
    "claims": _claim,
    "entities": _entity,
    "nodes": _node,
}
