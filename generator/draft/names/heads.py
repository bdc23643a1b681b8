"""Names in headlines and titles, where a capital tells nothing: only those that the text itself has."""

from generator.draft.names.group import Bearer, Grouping, bare
from generator.draft.names.judge import Found
from generator.draft.names.lists import names
from generator.draft.names.runs import Run


def in_headlines(group: Grouping, heads: list[Run]) -> None:
    """Adds the mentions of known bearers in runs of headlines."""
    forms: dict[str, list[tuple[tuple[str, ...], Bearer]]] = {}
    for bearer in group.bearers:
        if bearer.rule == "surname-of-two":
            continue
        for form in bearer.forms:
            forms.setdefault(form[0], []).append((form, bearer))
    ordinary, given = names().ordinary, names().given
    alone = {b.forms[0][0]: b for b in group.bearers if b.kind in ("person", "unknown") and len(b.forms[0]) == 1}
    for rows in forms.values():
        rows.sort(key=lambda row: -len(row[0]))
    for run in heads:
        keys = [t.key for t in run]
        i = 0
        while i < len(run):
            taken = 1
            if keys[i] in given and i + 1 < len(run) and keys[i + 1] in alone:
                # The given name of one who is "Vell" in the body stands in the headline only.
                _name(alone[keys[i + 1]], run, i, given[keys[i]][0])
                i += 2
                continue
            for form, bearer in forms.get(keys[i], ()):
                size = len(form)
                if tuple(keys[i : i + size]) == form and (size > 1 or keys[i] not in ordinary):
                    _take(bearer, run, i, size)
                    taken = size
                    break
            else:
                fits = group.by_surname.get(bare(keys[i]), ())
                if len(fits) == 1 and keys[i] not in ordinary:
                    _take(fits[0], run, i, 1)
            i += taken


def _name(bearer: Bearer, run: Run, i: int, gender: str) -> None:
    if bearer.rule == "surname-of-two":
        return
    _take(bearer, run, i, 2)
    bearer.kind, bearer.gender = "person", gender
    if bearer.confidence < 0.85:
        bearer.confidence, bearer.rule = 0.85, "given-name-in-headline"


def _take(bearer: Bearer, run: Run, i: int, size: int) -> None:
    part = run[i : i + size]
    keys = tuple(t.key for t in part)
    bearer.take(Found(bearer.kind, part[0].start, part[-1].end, keys, "headline", 0.0))
