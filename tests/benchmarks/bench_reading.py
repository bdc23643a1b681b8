"""How well raw articles are read: python tests/benchmarks/bench_reading.py [FOLDER]

FOLDER holds `data/` and `score/`, the public data sets and their scorer, which are not part of the project;
without it, `../shared` beside the project is tried. Runs the scorer over `annotate --jsonl` and
`compare --jsonl`, with and without the parser where one is installed, and at the gate that lets finds into
exercises, and prints the figures beside those of other programs and the targets. Planted changes are measured on
the project's own gold, which needs no data. Nothing here fails by a low figure or by speed; the exit code is 1
only where the scorer itself ends so.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
GATE, PARSED_GATE = 0.85, 0.8
ANNOTATE = ("annotate", "--jsonl", "--parser")
ROW = re.compile(r"^(.+?) +P ([\d.]+) +R ([\d.]+) +F1 ([\d.]+)")
DIRECT = re.compile(r"direct +recall ([\d.]+), with source ([\d.]+)")
SPEED = re.compile(r"words a second ([\d,]+)")


@dataclass(frozen=True)
class Line:
    """One line of the table: what is measured, what others reach, the target, what came."""

    what: str
    peer: str
    target: str
    ours: str = "-"
    parsed: str = "-"


def scored(scorer: Path, kind: str, gold: Path, command: Sequence[str]) -> str:
    """What the scorer prints. Raises CalledProcessError with its words where it fails."""
    words = [sys.executable, str(scorer), kind, str(gold), "--", sys.executable, "-m", "generator", *command]
    return subprocess.run(words, cwd=ROOT, check=True, text=True, capture_output=True).stdout


def figures(printed: str) -> dict[str, tuple[str, str, str]]:
    """The lines with precision, recall and F1 of the scorer, by what stands before them."""
    return {m[1].strip(): (m[2], m[3], m[4]) for m in map(ROW.match, printed.splitlines()) if m}


def direct(printed: str) -> str:
    match = DIRECT.search(printed)
    return f"{match[1]} / {match[2]}" if match else "-"


def speed(printed: str) -> str:
    match = SPEED.search(printed)
    return match[1] if match else "-"


def attribution_lines(scorer: Path, gold: Path, parser: bool) -> list[Line]:
    """Four lines of the table."""
    plain, rich = [*ANNOTATE, "off"], [*ANNOTATE, "on"]
    gate = ["--min-confidence", str(GATE)]
    free = scored(scorer, "attribution", gold, plain)
    gated = figures(scored(scorer, "attribution", gold, [*plain, *gate]))["content + source"]
    with_parser = scored(scorer, "attribution", gold, rich) if parser else ""
    open_ = ["--min-confidence", str(PARSED_GATE)]
    past = figures(scored(scorer, "attribution", gold, [*rich, *open_]))["content + source"] if parser else None
    f1 = figures(with_parser).get("content + source", ("", "", "-"))[2]
    return [
        Line("attribution, content + source F1", ".343", ".50 / .58", figures(free)["content + source"][2], f1),
        Line(
            "direct speech, recall / with source",
            ".58 / .46",
            ".90/.80, .92/.84",
            direct(free),
            direct(with_parser),
        ),
        Line(
            f"past the gate ({GATE}; parser {PARSED_GATE}), P at R",
            ".50",
            ".85 at .20, .88 at .30",
            f"{gated[0]} at {gated[1]}",
            f"{past[0]} at {past[1]}" if past else "-",
        ),
        Line("words a second", "2,200", "60,000 / 4,000", speed(free), speed(with_parser)),
    ]


def hedge_line(scorer: Path, gold: Path) -> Line:
    found = figures(scored(scorer, "hedges", gold, [*ANNOTATE, "off"]))
    ours = f"{found['hedge cue'][2]} / {found['hedged sentence'][2]}"
    return Line("hedge cue F1 / sentence F1", ".56 / .62", ".78 / .84", ours)


def alignment_line(scorer: Path, gold: Path) -> Line:
    found = figures(scored(scorer, "alignment", gold, ["compare", "--jsonl", "--parser", "off"]))
    return Line("aligned sentences F1", ".605", ".67", found["aligned sentences"][2])


def own_lines() -> list[Line]:
    """Planted changes in the pairs of reports of the own gold, and single changes in copies of its passages."""
    from tests.draft.gold_changes import changes, score_change
    from tests.draft.gold_compare import compared, score_pair
    from tests.draft.gold_reader import pairs, passages
    from tests.draft.gold_score import tallies

    to = tallies()
    for pair in pairs():
        score_pair(pair, compared(pair.a.passage.text, pair.b.passage.text), to)
    for passage in passages():
        for change in changes(passage):
            score_change(passage, change, to)
    return [
        Line(f"{what}, P / R", "none", ".90 / .85", f"{to[name].precision:.3f} / {to[name].recall:.3f}")
        for what, name in (
            ("planted changes, two reports", "planted differences"),
            ("planted changes, a copy", "single changes"),
        )
    ]


def measured(folder: Path, parser: bool) -> list[Line]:
    """The lines that need the public data; those whose file is missing are left out and named."""
    scorer = folder / "score" / "score_draft.py"
    if not scorer.is_file():
        print(f"No scorer in {folder}: only the own gold is measured. Name the folder of data/ and score/.")
        return []
    lines: list[Line] = []
    for name in ("polnear-dev", "hedges-wiki-dev", "ecbplus-dev"):
        gold = folder / "data" / f"{name}.jsonl"
        if not gold.is_file():
            print(f"{gold} is not there: its lines are left out.")
        elif name == "polnear-dev":
            lines += attribution_lines(scorer, gold, parser)
        elif name == "hedges-wiki-dev":
            lines.append(hedge_line(scorer, gold))
        else:
            lines.append(alignment_line(scorer, gold))
    return lines


def main() -> int:
    """Measures and prints."""
    from generator.draft import parser

    arguments = argparse.ArgumentParser(description="How well raw articles are read.")
    arguments.add_argument("folder", nargs="?", type=Path, default=ROOT.parent / "shared")
    folder = arguments.parse_args().folder.resolve()
    parsed = parser.available()
    if not parsed:
        print("No parser is installed: its column stays empty.")
    try:
        lines = measured(folder, parsed)
    except subprocess.CalledProcessError as error:
        print(f"The scorer ended with {error.returncode}:\n{error.stdout}{error.stderr}", file=sys.stderr)
        return 1
    lines += own_lines()
    print(f"{'':<38}{'best peer':<14}{'target':<24}{'rules':<18}with the parser")
    for line in lines:
        print(f"{line.what:<38}{line.peer:<14}{line.target:<24}{line.ours:<18}{line.parsed}")
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())
