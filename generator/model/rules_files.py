"""SS1xx: what `--explain` says of the rules for files and YAML."""

from generator.model.rule import Rule, rule

FILE_RULES: tuple[Rule, ...] = (
    rule(
        "SS101",
        "A file that cannot be read",
        why="Something of this name is there, but it cannot be opened: a folder, a broken link, or a file that "
        "you may not read.",
        mend="see that it is an ordinary text file and that you may read it.",
        example="ls -l source_texts/footbridge\nchmod u+r source_texts/footbridge/courier.md",
    ),
    rule(
        "SS102",
        "Text that is not UTF-8",
        why="Files hold text in the encoding UTF-8. In another one, letters with accents, dashes and curly "
        "quotation marks would come out wrong, so the file is not read. The message names the first byte that "
        "does not fit and the line it stands on.",
        mend="open the file in your editor and save it with the encoding UTF-8.",
        example="iconv -f WINDOWS-1252 -t UTF-8 old.md > new.md",
    ),
    rule(
        "SS103",
        "A NUL byte in a text",
        why="No text holds a byte of zero. One of them comes from a slip in copying; many of them mean that the "
        "file is damaged, is no text, or is saved as UTF-16.",
        mend="delete the byte, or save the file as UTF-8 text.",
        example="tr -d '\\000' < old.md > new.md",
    ),
    rule(
        "SS104",
        "An invisible control character",
        why="Control characters come along when text is copied from a terminal or a PDF. They are not seen on "
        "screen, but break quotes and pages.",
        mend="delete the words around the place and type them again.",
        example="title: Footbridge shut after inspection",
    ),
    rule(
        "SS105",
        "A file that is too large",
        why="Reports, notes and lessons are a few pages long. A file above the limit is most likely something "
        "else, and reading it could take all memory.",
        mend="split it up, or take out what does not belong there.",
        example="source_texts/footbridge/courier.md       3 KB\nsource_texts/footbridge/courier.notes.yaml 8 KB",
    ),
    rule(
        "SS106",
        "A path that leaves the project",
        why="Everything that goes into a worksheet must stand inside the project's folder. A link to a file "
        "elsewhere could print something private, and would be missing on every other machine.",
        mend="put the file itself there instead of a link to it.",
        example="rm source_texts/footbridge/courier.md\ncp ~/texts/courier.md source_texts/footbridge/",
    ),
    rule(
        "SS107",
        "A lesson or dossier that is not there",
        why="A lesson is a file lessons/NAME.yaml, a dossier is a folder source_texts/NAME with a dossier.yaml "
        "in it. Nothing of this name was found in your folder or among what comes with the program.",
        mend="correct the name; `secondsource list` shows those that are there.",
        example="dossier: footbridge     # the folder source_texts/footbridge",
    ),
    rule(
        "SS108",
        "A file that the dossier names and that is missing",
        why="For every report under `reports:` a dossier's folder holds two files: NAME.md with its text and "
        "NAME.notes.yaml with the notes.",
        mend="correct the name, or make the files with `secondsource new report`.",
        example="reports: {A: courier}\n# source_texts/footbridge/courier.md\n"
        "# source_texts/footbridge/courier.notes.yaml",
    ),
    rule(
        "SS109",
        "A file or folder name that cannot be used",
        why="The name becomes part of form ids, file names and addresses in learning platforms, so it is made "
        "of small letters, digits and single hyphens.",
        mend="rename the file or folder.",
        example="lessons/who-says-so.yaml",
    ),
    rule(
        "SS110",
        "Broken YAML",
        why="YAML is strict about a few signs: a space after every colon and dash, indentation by spaces, and "
        "quotation marks around text that begins with a special sign or holds a colon with a space. Where one "
        "is wrong, the rest of the file cannot be understood, so later problems show only after this is mended.",
        mend="do what the hint says at the place that is shown; it may also lie one line above.",
        example='title: "Bridge shut: cracks found"\ngoals:\n  - Tell a source from a channel.',
    ),
    rule(
        "SS111",
        "A key that stands twice",
        why="Most programs silently keep the last of the two, so one of your values would be lost.",
        mend="keep one of them.",
        example="minutes: 45\n# not once more: minutes: 50",
    ),
    rule(
        "SS112",
        "Aliases that repeat too much",
        why="An alias (*name) repeats a value marked before (&name). Aliases of aliases grow so fast that a few "
        "lines could fill the memory, and one inside its own value would never end.",
        mend="write the values out; notes hardly ever need aliases.",
        example="A: {standing: absent}\nB: {standing: absent}",
    ),
    rule(
        "SS113",
        "A YAML feature that is not used here",
        why="Tags (!name), merges (<<) and names that nobody defined (*name) have no meaning in these files. "
        "Mostly the text itself begins with such a sign.",
        mend="put the text in quotes, or take the sign out.",
        example='stem: "*Who* says so?"',
    ),
    rule(
        "SS114",
        "More than one document in a file",
        why="Three hyphens on a line of their own begin a new document, and everything behind them would be lost.",
        mend="delete the line, or move what follows into a file of its own.",
        example="schema: 1\ntitle: The footbridge closure",
    ),
    rule(
        "SS115",
        "A key that is no plain text",
        why="Every key is a word. A list, a mapping or nothing at all cannot be looked up.",
        mend="write a word in front of the colon.",
        example="footbridge: a bridge for people on foot",
    ),
    rule(
        "SS116",
        "Values nested too deep",
        why="No file needs more than about eight levels; far deeper ones come from a slip or from somebody who "
        "wants to break the program.",
        mend="check the brackets and the indentation.",
        example="claims:\n  - id: number-of-beams\n    A: {standing: absent}",
    ),
    rule(
        "SS120",
        "Text that other programs take for something else",
        why="Here yes, no, 12:30 and 3 stay the text that you see wherever text is wanted. Other YAML programs, "
        "your editor's checker among them, read them as true, false or a number. In quotes they are text "
        "everywhere. This is a warning; the file works as it is.",
        mend="put the value in quotes.",
        example='value: "3"\ntime: "12:30"\nglossary: {"no": a word of refusal}',
    ),
    rule(
        "SS121",
        "Text cut off by a comment",
        why="In YAML a '#' behind a space begins a comment: the rest of the line is not part of the text.",
        mend="put the text in quotes; where it is a comment, leave a space after the '#'.",
        example='says: "the bridge is #1 on the list"\nminutes: 45   # reading included',
    ),
)
