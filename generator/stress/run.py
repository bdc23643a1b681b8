"""Lessons -> tallies: draws many variants of each in every lane, over all cores."""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import reduce
from operator import add
from typing import Any, TypeVar

from generator.assemble import assemble
from generator.model.variants import name_of
from generator.model.vocabulary import Lane
from generator.stress.habits import Habits
from generator.stress.subjects import Subject
from generator.stress.tally import LaneTally, passages_of, solvers_with

LEARNT_FROM = 6
"""Variants of each other lesson, in every lane, from which the solver by habit has learnt."""

R = TypeVar("R")
Told = Callable[[int, int], None]
"""Told how many pieces of the work are done, of how many."""


@dataclass(frozen=True)
class Drawn:
    """What was counted for a lesson, lane by lane."""

    subject: Subject
    lanes: tuple[LaneTally, ...]


def draw(
    subjects: Sequence[Subject], others: Sequence[Subject], variants: int, jobs: int, told: Told
) -> list[Drawn]:
    """Tallies of the subjects, in their order; the same for any number of jobs.

    `others` are lessons that only serve the solver by habit. It learns from all lessons but those of the dossier
    at hand, whose answers it would know.
    """
    everyone = [*subjects, *others] if subjects else []
    every = [(n, lane) for n, subject in enumerate(everyone) for lane in subject.lesson.file.lanes]
    own = [(n, lane) for n, lane in every if n < len(subjects)]
    done = 0

    def counted(results: Iterable[R]) -> Iterator[R]:
        nonlocal done
        for result in results:
            done += 1
            told(done, len(every) + len(own))
            yield result

    with _workers(everyone, jobs) as each:
        learnt: list[Habits] = list(counted(each(_learn, every)))
        habits = [
            reduce(add, (h for (m, _), h in zip(every, learnt, strict=True) if _apart(everyone, n, m)), Habits())
            for n in range(len(subjects))
        ]
        tallies: list[LaneTally] = list(counted(each(_tally, [(n, lane, variants, habits[n]) for n, lane in own])))
    return [
        Drawn(subject, tuple(t for (m, _), t in zip(own, tallies, strict=True) if m == n))
        for n, subject in enumerate(subjects)
    ]


def _apart(everyone: Sequence[Subject], one: int, other: int) -> bool:
    return everyone[one].dossier != everyone[other].dossier


# -- workers ---------------------------------------------------------------------------------------

_everyone: Sequence[Subject] = ()
"""The lessons at work; forked processes find them here and need not be sent them."""


@contextmanager
def _workers(everyone: Sequence[Subject], jobs: int) -> Iterator[Callable[..., Iterable[Any]]]:
    """A `map` over processes, where there are several and forking is safe; results come in order."""
    global _everyone
    _everyone = everyone
    pool = None
    if jobs > 1 and sys.platform.startswith("linux"):
        try:
            pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("fork"))
        except OSError:
            # Some machines give no shared memory to their users.
            pool = None
    try:
        yield map if pool is None else pool.map
    finally:
        if pool is not None:
            pool.shutdown(cancel_futures=True)
        _everyone = ()


def _learn(task: tuple[int, Lane]) -> Habits:
    number, lane = task
    subject, habits = _everyone[number], Habits()
    for turn in range(LEARNT_FROM):
        made = assemble(subject.lesson, subject.stock, subject.prompts, lane, name_of(turn))
        for item in made.booklet.items if made.booklet else ():
            habits.learn(item)
    return habits


def _tally(task: tuple[int, Lane, int, Habits]) -> LaneTally:
    number, lane, variants, habits = task
    subject, tally, passages = _everyone[number], LaneTally(lane), ""
    solvers = solvers_with(habits.solve)
    for turn in range(variants):
        made = assemble(subject.lesson, subject.stock, subject.prompts, lane, name_of(turn))
        if made.booklet is None:
            tally.fail(name_of(turn), made.troubles)
            continue
        passages = passages or passages_of(made.booklet)
        tally.add(made.booklet, solvers, passages)
    return tally
