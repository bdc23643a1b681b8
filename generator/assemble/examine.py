"""Lesson -> diagnostics: assembles every lane and variant and says what stands in the way."""

from collections.abc import Iterable

from generator.assemble.quality import inspected
from generator.compose import Trouble
from generator.exercises.stock import stock_of
from generator.load.content import LoadedLesson
from generator.load.prompts import Prompts
from generator.model.diagnostic import Diagnostic
from generator.model.words import WordsError


def examine(loaded: LoadedLesson, prompts: Prompts) -> tuple[Diagnostic, ...]:
    """What is wrong with the lesson's items, each problem once, at its place in the lesson file.

    A lesson or dossier that could not be loaded yields nothing here; its own diagnostics say why.
    """
    if loaded.lesson is None or loaded.dossier is None or loaded.dossier.dossier is None:
        return ()
    stock = stock_of(loaded.lesson, loaded.dossier.dossier)
    troubles: list[Trouble] = []
    try:
        for lane in loaded.lesson.file.lanes:
            for variant in loaded.lesson.file.variants:
                troubles += inspected(loaded.lesson, stock, prompts, lane, variant)[1]
    except WordsError as error:
        troubles.append(missing_words(error))
    return placed(troubles, loaded)


def missing_words(error: WordsError) -> Trouble:
    """The trouble of a prompt file that lacks wording."""
    return Trouble("SS690", (), str(error), "Add the wording to the prompt file it names.")


def placed(troubles: Iterable[Trouble], loaded: LoadedLesson) -> tuple[Diagnostic, ...]:
    """Troubles as diagnostics at their places in the lesson file, one of a kind for each place."""
    first: dict[tuple[str, tuple[str | int, ...]], Trouble] = {}
    for trouble in troubles:
        first.setdefault((trouble.code, trouble.path), trouble)
    return tuple(
        Diagnostic(loaded.places.at(t.path), t.severity, t.code, t.message, t.hint) for t in first.values()
    )
