"""Figures of lessons -> text for people and JSON for programs."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from generator.stress.summary import LIMIT, Finding, LaneFigures, Summary

WIDTH = 34


def as_json(summaries: Sequence[Summary], variants: int) -> str:
    """Every figure, rounded as it is printed, with two more digits."""
    data = {"variants": variants, "limit": LIMIT, "lessons": [_rounded(asdict(s)) for s in summaries]}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def as_text(summaries: Sequence[Summary]) -> str:
    """A block for each lesson, its findings last, and a line that sums up."""
    blocks = ["\n".join(_lesson(s)) for s in summaries]
    return "\n\n".join([*blocks, _end(summaries)]) + "\n" if blocks else ""


def _lesson(s: Summary) -> Iterator[str]:
    yield f"{s.lesson}: {s.sheets} sheets" + (f", {s.failed} more could not be made" if s.failed else "")
    for lane in s.lanes:
        yield _lane(lane)
    for size, shares in s.key_places.items():
        yield f"  key among {size} options: {' '.join(f'{share:.1f}' for share in shares)} %"
    if s.choice_items:
        yield (
            f"  key is the longest option in {s.key_longest:.1f} % of choice items, the shortest in "
            f"{s.key_shortest:.1f} % (by chance {s.key_length_chance:.1f} %)"
        )
    if s.scores:
        yield f"  guessing: {s.chance:.1f} % by chance, of {s.closed_points:.1f} marks a sheet"
    for score in s.scores:
        over = "  over the limit" if score.margin > LIMIT else ""
        yield f"    {score.solver:<{WIDTH}}{score.score:5.1f} %  {score.margin:+5.1f}{over}"
    yield from _notes(s)
    yield from _findings(s.findings)


def _lane(lane: LaneFigures) -> str:
    return (
        f"  {lane.lane}: {lane.forms} different forms ({lane.printed} as printed); "
        f"marks {_range(*lane.points)}, minutes {_range(*lane.minutes)}, "
        f"difficulty {lane.difficulty[0]:.2f}–{lane.difficulty[1]:.2f}; "
        f"{len(lane.same_in_all)} items the same in all"
    )


def _range(least: float, most: float) -> str:
    return f"{least:g}" if least == most else f"{least:g}–{most:g}"


def _notes(s: Summary) -> Iterator[str]:
    shares = sorted(s.notes.values())
    if shares:
        told = f"{len(shares)} asked about, the middle one on {shares[len(shares) // 2]:.0f} % of sheets"
        yield f"  notes: {told}; {len(s.unused)} never"


def _findings(findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        yield f"  ! {finding.where}: {finding.message}"


def _end(summaries: Sequence[Summary]) -> str:
    found = sum(len(s.findings) for s in summaries)
    lessons = f"{len(summaries)} lesson{'s' if len(summaries) != 1 else ''}"
    return f"{lessons}, {found or 'nothing'} over the limits"


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {str(key): _rounded(inner) for key, inner in value.items()}
    return [_rounded(inner) for inner in value] if isinstance(value, (list, tuple)) else value
