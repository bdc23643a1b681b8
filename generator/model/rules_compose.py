"""SS55x: what `--explain` says of the rules that need the exercise types."""

from generator.model.rule import Rule, rule

COMPOSE_RULES: tuple[Rule, ...] = (
    rule(
        "SS551",
        "Unknown exercise type",
        why="A lesson names exercise types by their exact names; an unknown one would leave a hole in the sheet.",
        mend="Use a name that `secondsource list exercises` shows, or `type: own` for an item of your own.",
        example="- {type: source_or_channel}",
    ),
    rule(
        "SS552",
        "Exercise type of another skill",
        why="A section is headed by its skill, so every item in it must practise that skill.",
        mend="Move the item to the section of its own skill, or choose another type.",
        example="- skill: attribution\n  items:\n    - {type: who_said_it}",
    ),
    rule(
        "SS553",
        "Unknown note",
        why="`use:` names notes of the dossier by their ids; without the note there is nothing to ask about.",
        mend="Correct the id, or add the note to the dossier.",
        example="- {type: source_or_channel, use: [spokesman-closure]}",
    ),
    rule(
        "SS554",
        "Note that this exercise type cannot use",
        why="Each type needs certain things of a note: a source and somebody who could be mistaken for it, two "
        "reports that differ, an effect. Without them it could make only a weak or wrong key, so it makes none.",
        mend="Name another note, or add to the note what the message says is missing.",
        example="not_source:\n  - {text: an inspector, why: The inspector found the cracks and is not quoted.}",
    ),
    rule(
        "SS555",
        "Too few notes for this exercise type",
        why="The notes do not carry this item: a table of one row, or a choice without real misreadings, "
        "is no exercise.",
        mend="Add notes, name others with `use:`, or choose another type.",
        example="- {type: claim_grid}   # wants at least three claims that both reports make",
    ),
    rule(
        "SS556",
        "Too few items for a pick",
        why="`pick` chooses from what the notes can make; it cannot choose more than there is.",
        mend="Ask for fewer items, allow more types, or add notes.",
        example="pick: {items: 2}",
    ),
    rule(
        "SS557",
        "Items that answer each other",
        why="If one item says what another asks, or both ask the same thing, marks are given away.",
        mend="Let one of them use other notes, or take one out. The message names the facts in question.",
        example="- {type: real_difference, use: [opening-date]}   # and no claim_grid row on opening-date",
    ),
    rule(
        "SS558",
        "No notes left for an item",
        why="The other items of the sheet already ask about every note that this item could use.",
        mend="Name notes with `use:` for the items that should have them, add notes, or take the item out.",
        example="- {type: who_said_it, rows: 3}",
    ),
    rule(
        "SS559",
        "Pick that cannot be filled",
        why="Picked items may not repeat or answer other items and must fit the minutes of the pick.",
        mend="Ask for fewer items, give more minutes, allow more types, or add notes.",
        example="pick: {items: 2, minutes: 10}",
    ),
    rule(
        "SS560",
        "Items that do not fit the minutes",
        why="A sheet that cannot be finished in its lesson punishes slow and careful readers.",
        mend="Take items out, ask for fewer rows, or give the lesson more minutes. Reading time counts too.",
        example="minutes: 45",
    ),
    rule(
        "SS561",
        "Two items of one name",
        why="Keys, marks and exports find an item by its name, so it may stand on a sheet only once.",
        mend="Give one of them an `id` of its own.",
        example="- {type: synthesis, id: synthesis-weather}",
    ),
    rule(
        "SS570",
        "An instruction of more than twenty words",
        why="An instruction that must be read twice is followed by half of the class. Say what to do; what "
        "it is about stands in the stem.",
        mend="shorten `prompt:` in the lesson, or the text in the prompt file.",
        example="prompt: Tick the person who says this.",
    ),
    rule(
        "SS571",
        "A question that prints its answer",
        why="Where the words of the right answer stand in the question, and no wrong answer's do, students "
        "tick what they have just read.",
        mend="ask in other words, or let the other options stand in the question, too.",
        example="stem: Who closed the bridge?     # not: Who, if not a council spokesman, ...",
    ),
    rule(
        "SS572",
        "Silence that may not be written",
        why="Some answer is 'not stated', for the report is silent. Students who are not told that this may "
        "be an answer make something up.",
        mend="say in the stem that 'not stated' may be written, or put it into the word bank.",
        example="stem: Write **not stated** where the report does not tell.",
    ),
    rule(
        "SS573",
        "Instructions that are hard to read",
        why="Instructions should be easier than the texts they are about, up to grade 8. A formula over all "
        "instructions of the sheet says that these are not.",
        mend="use shorter words and sentences in `prompt:` of the items written here, or in your prompt files.",
        example="prompt: Choose the source.",
    ),
    rule(
        "SS574",
        "A sheet that begins with its hardest item",
        why="The first item decides whether a slow reader goes on. Items go from finding (1) over explaining "
        "(2) to judging (3).",
        mend="put an easier item or section first.",
        example="sections: [{skill: attribution, items: [{type: source_or_channel}]}, ...]",
    ),
    rule(
        "SS575",
        "Marks that do not go with the minutes",
        why="About a mark for each minute of work is what students and colleagues expect. Far more or far "
        "less makes single items worth too much or nothing.",
        mend="change `points:` or `minutes:` of the items.",
        example="points: 3\nminutes: 3",
    ),
    rule(
        "SS576",
        "Nothing to rely on",
        why="A sheet that only finds faults teaches that nothing can be believed. Every full lesson shows at "
        "least once what the reports support together.",
        mend="add an item such as what_can_we_rely_on to the part on corroboration.",
        example="- {type: what_can_we_rely_on}",
    ),
    rule(
        "SS690",
        "Wording that is missing",
        why="An exercise type asks for wording, or for a value in it, that the prompt files do not have.",
        mend="Add the key to the prompt file that the message names; the bundled file shows every key it needs.",
        example='text:\n  prompt: "Choose the source of this statement."',
    ),
)
