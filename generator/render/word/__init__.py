"""Papers -> Word files (.docx) in real named styles, which a teacher can change as any other document."""

from generator.model.booklet import AnswerKey, TeacherNotes, Worksheet
from generator.render.look import Look
from generator.render.pages import Pages


def word(
    pages: Pages, look: Look, sheet: Worksheet | None, key: AnswerKey | None, notes: TeacherNotes | None
) -> bytes:
    """The bytes of the file: a worksheet of `sheet` alone, a key of sheet and key, else the notes.

    Same papers, same bytes. Raises PageError where the styles of templates/word/styles.toml make no sense.
    """
    if sheet is not None and key is not None:
        from generator.render.word.key import answer_key

        return answer_key(pages, look, sheet, key)
    if sheet is not None:
        from generator.render.word.worksheet import worksheet

        return worksheet(pages, look, sheet)
    from generator.render.word.notes import teacher_notes

    assert notes is not None
    return teacher_notes(pages, look, notes)
