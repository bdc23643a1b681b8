"""Items that suggested notes can carry -> a lesson that builds at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any

from generator.cli._starting_lesson import TALK, USUAL
from generator.model.vocabulary import Skill

if TYPE_CHECKING:
    from generator.cli._trial import Trial
    from generator.draft.suggest import Candidate
    from generator.load.prompts import Prompts

ORDER: tuple[Skill, ...] = ("attribution", "uncertainty", "differences", "corroboration")
"""From finding to judging: the order of the sheet."""
MOST_ITEMS = 4
"""Items of one skill at most, so that every skill gets its share of the time."""


@dataclass(frozen=True)
class Form:
    """The template of a lesson, its title, and how the program is called."""

    template: str
    name: str
    title: str
    prog: str


def drafted_lesson(
    tried: "Trial", form: Form, candidates: Sequence["Candidate"], live: Collection[str], prompts: "Prompts"
) -> str | None:
    """The text of the fullest lesson of a usual length that `check` has nothing against; None where there is none.

    The dossier must stand in the trial already. `live` are the ids of notes in use: items rest on no others.
    """
    wanted = [one for candidate in candidates if (one := _narrowed(candidate, live)) is not None]
    chosen = [one for skill in ORDER for one in [c for c in wanted if c[0] == skill][:MOST_ITEMS]]
    spare = [one for one in wanted if one not in chosen]
    while chosen:
        text, minutes = _lesson_text(tried, form, chosen, prompts)
        bad = _refused(tried, chosen, prompts)
        if not bad and (minutes <= USUAL or len(chosen) <= len({skill for skill, _ in chosen})):
            return text
        if not bad:
            # The last item of the longest part goes, so that no skill is lost for want of time.
            longest = max(ORDER, key=lambda skill: sum(1 for s, _ in chosen if s == skill))
            bad = {max(n for n, (skill, _) in enumerate(chosen) if skill == longest)}
            spare = []
        gone = {chosen[n][0] for n in bad}
        chosen = [one for n, one in enumerate(chosen) if n not in bad]
        more = [one for one in spare if one[0] in gone][: len(bad)]
        spare = [one for one in spare if one not in more]
        chosen = [one for skill in ORDER for one in [*chosen, *more] if one[0] == skill]
    return None


Wanted = tuple[str, Mapping[str, Any]]
"""A skill, and an item as the lesson's file has it."""


def _narrowed(candidate: "Candidate", live: Collection[str]) -> Wanted | None:
    """The item with those of its notes that are in use; None where it asked for some and has none left."""
    use = candidate.item.get("use")
    if use is None:
        return candidate.skill, candidate.item
    kept = [id_ for id_ in use if id_ in live]
    return (candidate.skill, {**candidate.item, "use": kept}) if kept else None


def _lesson_text(tried: "Trial", form: Form, chosen: Sequence[Wanted], prompts: "Prompts") -> tuple[str, float]:
    """The lesson with its times, written into the trial; and its minutes."""
    # Room enough to begin with: how long the items take is known once they are made.
    tried.put_lesson(_filled(form, chosen, prompts, 180, 10, 30))
    reading, working = _minutes(tried, prompts)
    before = TALK + ceil(reading)
    work = max(5, 5 * ceil((before + working) / 5) - before)
    text = _filled(form, chosen, prompts, before + work, ceil(reading), work)
    tried.put_lesson(text)
    return text, before + work


def _minutes(tried: "Trial", prompts: "Prompts") -> tuple[float, float]:
    """Minutes to read and to work; for items that cannot be made, those that can."""
    from generator.assemble import assemble
    from generator.assemble.booklet import reading_minutes
    from generator.exercises.stock import stock_of
    from generator.load.content import load_lesson
    from generator.model.words import WordsError

    loaded = load_lesson(tried.project, tried.name)
    if loaded.lesson is None or loaded.dossier is None or loaded.dossier.dossier is None:
        return 10, 30
    reading = reading_minutes(loaded.lesson, loaded.dossier.dossier)
    try:
        made = assemble(loaded.lesson, stock_of(loaded.lesson, loaded.dossier.dossier), prompts, "core", "A")
    except WordsError:
        return reading, 30
    return reading, sum(item.minutes for _, item in made.placed)


def _refused(tried: "Trial", chosen: Sequence[Wanted], prompts: "Prompts") -> set[int]:
    """Numbers of the items that `check` refuses; all of them where it refuses the lesson as a whole."""
    from generator.assemble import examine
    from generator.check import check_lesson
    from generator.load.content import load_lesson

    loaded = load_lesson(tried.project, tried.name)
    found = [*loaded.diagnostics, *check_lesson(loaded)]
    if not any(d.severity == "error" for d in found):
        found += examine(loaded, prompts)
    errors = [d for d in found if d.severity == "error"]
    lines = _item_lines(tried, chosen)
    bad = {n for n, (first, end) in enumerate(lines) for d in errors if first <= d.place.line < end}
    return bad or (set(range(len(chosen))) if errors else set())


def _item_lines(tried: "Trial", chosen: Sequence[Wanted]) -> list[tuple[int, int]]:
    """First line and line behind the last of each item in the file, counted from 1."""
    path = tried.project.root / "lessons" / f"{tried.name}.yaml"
    lines = path.read_text("utf-8").split("\n")
    below = next(n for n, line in enumerate(lines) if line.startswith("sections:"))
    starts = [n for n, line in enumerate(lines, start=1) if n > below and line.startswith("      - ")]
    starts = starts[: len(chosen)]
    return list(zip(starts, [*starts[1:], len(lines) + 1], strict=True))


def _filled(
    form: Form, chosen: Sequence[Wanted], prompts: "Prompts", minutes: int, reading: int, working: int
) -> str:
    from generator.draft.files.fill import filled
    from generator.draft.files.scalars import item_lines, scalar

    words = prompts.of("common")
    skills = [skill for skill in ORDER if any(s == skill for s, _ in chosen)]
    sections: list[str] = []
    for skill in skills:
        sections += [f"  - skill: {skill}", "    items:"]
        for other, item in chosen:
            if other == skill:
                sections += item_lines(item, "      ")
    told = ("step.open", "step.read", "step.work", "expect.misreading", "expect.ask", "discuss")
    return filled(
        form.template,
        {
            "name": form.name,
            "title": scalar(form.title),
            "dossier": scalar(form.name),
            "prog": form.prog,
            "minutes": str(minutes),
            "reading": str(reading),
            "working": str(working),
            "goals": "\n".join(f"  - {scalar(words.say(f'new.goal.{skill}'))}" for skill in skills),
            "sections": "\n".join(sections),
            **{key: scalar(words.say(f"new.{key}"), flow=True) for key in told},
        },
    )
