"""Lesson -> diagnostics: assembles every lane and variant and says what stands in the way."""

from generator.assemble.booklet import assemble
from generator.compose import Trouble
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
    found: dict[tuple[str, tuple[str | int, ...]], Trouble] = {}
    try:
        for lane in loaded.lesson.file.lanes:
            for variant in loaded.lesson.file.variants:
                result = assemble(loaded.lesson, loaded.dossier.dossier, prompts, lane, variant)
                for trouble in result.troubles:
                    found.setdefault((trouble.code, trouble.path), trouble)
    except WordsError as error:
        found[("SS690", ())] = Trouble("SS690", (), str(error), "Add the wording to the prompt file it names.")
    return tuple(Diagnostic(loaded.places.at(t.path), "error", t.code, t.message, t.hint) for t in found.values())
