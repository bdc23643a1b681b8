"""SS2xx: what `--explain` says of the rules for structure and values."""

from generator.model.rule import Rule, rule

STRUCTURE_RULES: tuple[Rule, ...] = (
    rule(
        "SS201",
        "A file without keys and values",
        why="Lessons, dossiers, notes and the front matter of reports are made of 'key: value' lines. This file "
        "is empty, or is a list or a lone text.",
        mend="start from a scaffold: `secondsource new lesson`, `new dossier` or `new report`.",
        example="schema: 1\ntitle: Who says the bridge is unsafe?",
    ),
    rule(
        "SS202",
        "No version of the file format",
        why="Every file says which version of its format it is written in, so that an old file is never "
        "misunderstood by a newer program.",
        mend="write it as the first line.",
        example="schema: 1",
    ),
    rule(
        "SS203",
        "A file format that is too new",
        why="The file was written for a later version of the program. Reading it with this one could leave out "
        "parts without a word, so it is not read at all.",
        mend="update secondsource. If the number was a slip, correct it.",
        example="schema: 1",
    ),
    rule(
        "SS204",
        "A file format that is too old",
        why="The file is of a version that this program no longer reads.",
        mend="bring it up to date as the change log says, then write the new number.",
        example="schema: 1",
    ),
    rule(
        "SS210",
        "An unknown key",
        why="The key has no meaning at this place. Mostly it is a slip of the keyboard, a key of another file, or "
        "a line that is indented too far or not far enough. Passed over in silence, what you wrote would be lost.",
        mend="take the key that the hint suggests, or check the indentation. `secondsource schema` describes all "
        "keys, and editors complete them.",
        example="licence: CC-BY-4.0      # not license",
    ),
    rule(
        "SS211",
        "A missing key",
        why="Without it the file cannot be used. Where a report does not give something, the key is still there "
        "and says null: so everybody sees that it was looked for and not forgotten.",
        mend="add the key.",
        example="published: null         # the source gives no date",
    ),
    rule(
        "SS212",
        "A value of the wrong kind",
        why="A text, a list (lines with '- ') and a mapping (lines with 'key: ') are three different things.",
        mend="write the value in the form that the hint shows.",
        example="title: The footbridge closure\ngoals:\n  - Tell a source from a channel.\nlevel:\n  grades: 7-9",
    ),
    rule(
        "SS213",
        "No value",
        why="Nothing stands behind this key, or only empty quotation marks.",
        mend="write the value. Where a report does not give it, write null; where it is optional, delete the key.",
        example="byline: null",
    ),
    rule(
        "SS214",
        "A word that is not on the list",
        why="Only certain words have a meaning here: the vocabulary that notes, exercises and keys share.",
        mend="take one of the words in the hint.",
        example="relation: differ-in-detail",
    ),
    rule(
        "SS215",
        "A number that does not fit",
        why="A number in digits is wanted here, and it must lie between sensible limits: a lesson lasts at least "
        "five minutes, an item is worth at least one mark.",
        mend="write the number alone, without unit, within the limits of the message.",
        example="minutes: 45\npoints: 3",
    ),
    rule(
        "SS216",
        "A name in the wrong form",
        why="Ids and file names are made of small letters, digits and single hyphens, so that they can stand in "
        "addresses and file names everywhere. Reports are labelled A, B, C and D; a language has two letters.",
        mend="write it as the hint suggests.",
        example="id: number-of-beams\nreports: {A: courier, B: valley-radio}\nlanguage: en",
    ),
    rule(
        "SS217",
        "A name that is too long",
        why="Ids and names become parts of file names and addresses, which have limits.",
        mend="shorten it; a few words are enough.",
        example="id: reopening-date",
    ),
    rule(
        "SS218",
        "A date in another form",
        why="04/03/2025 is the 4th of March to one reader and the 3rd of April to another. Only year, month and "
        "day in this order are clear to everybody, and nothing is guessed.",
        mend="write the date as YYYY-MM-DD; null where the source gives none.",
        example="published: 2025-03-04",
    ),
    rule(
        "SS219",
        "An id used by two kinds of notes",
        why="Lessons name attributions, markers, wording, claims, probes, gaps and entities by their bare id. So "
        "an id must mean one thing in the whole dossier: in dossier.yaml and in the notes of all its reports.",
        mend="rename one of the two, and what refers to it.",
        example="claims:\n  - id: reopening-date\nmarkers:\n  - id: likely-weeks     # not reopening-date again",
    ),
)
