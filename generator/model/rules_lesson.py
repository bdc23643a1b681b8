"""SS520-SS549: what `--explain` says of the rules for lessons and for items written by hand."""

from generator.model.rule import Rule, rule

LESSON_RULES: tuple[Rule, ...] = (
    rule(
        "SS520",
        "A report that the lesson does not print",
        why="A lesson prints the reports of its dossier, or only those it lists under `reports:`. An item "
        "about any other would ask for lines that students do not have.",
        mend="correct the letter, or add the report to the lesson or its dossier.",
        example="reports: [A, B]\nevidence: {B: three damaged beams}",
    ),
    rule(
        "SS521",
        "Two items with the same id",
        why="The key finds the answer of an item by its id, and so do marks that are read in again later.",
        mend="give one of them another name, and keep it from then on.",
        example="- {type: own, id: why-two-counts, ...}\n- {type: own, id: what-would-settle-it, ...}",
    ),
    rule(
        "SS522",
        "A section without items",
        why="The section would print a heading with nothing below it.",
        mend="list items, or let the program pick some from the notes.",
        example="- skill: attribution\n  pick: {items: 3}",
    ),
    rule(
        "SS523",
        "A lesson without sections",
        why="Sections say which skills are practised, and with which items. Without one there is no worksheet.",
        mend="add at least one section.",
        example="sections:\n  - {skill: attribution, pick: {items: 3}}",
    ),
    rule(
        "SS524",
        "Two sections on one skill",
        why="The sheet and the key sum up marks by skill, under one heading each. Two headings of the same "
        "name confuse students and whoever adds up.",
        mend="put the items of both into one section.",
        example="- skill: attribution\n  items: [{type: source_or_channel}, {type: source_table}]",
    ),
    rule(
        "SS525",
        "Steps that do not fill the lesson",
        why="The teacher notes print the plan of the lesson. Its steps should take as long as the lesson says.",
        mend="change the minutes of a step or of the lesson. Reading and discussing are steps too.",
        example="minutes: 45\n"
        "steps: [{minutes: 10, does: Read A and B.}, {minutes: 35, does: Work through the sheet.}]",
    ),
    rule(
        "SS526",
        "A variant, lane or report listed twice, or none",
        why="Each variant and lane is printed once. Naming one twice is a slip, and one meant may be missing.",
        mend="name each once. Leave the whole line out for variant A and lane core alone.",
        example="variants: [A, B]\nlanes: [support, core]",
    ),
    rule(
        "SS527",
        "Grades that cannot be read",
        why="Grades are printed on the sheet and compared when you look for a lesson, so they are written in "
        "one way.",
        mend="write one grade or a span, K to 13. Where schools count in years or forms, add `ages:`.",
        example="level: {grades: 7-9, ages: 12-15}",
    ),
    rule(
        "SS528",
        "A standard that is not in the list",
        why="Teachers look for lessons by the codes of their standards. A code with a slip in it is never found, "
        "and the notes would print it as if it meant something.",
        mend="correct the code, or add it with a paraphrase of your own to templates/standards.yaml.",
        example="standards: [CCSS.ELA-LITERACY.RI.8.9, C3.D3.3.6-8]",
    ),
    rule(
        "SS529",
        "A standard that the lesson does not practise",
        why="The notes say that a lesson supports a standard. It does so only with an item of a type that "
        "practises it, for the grades that it is made for.",
        mend="take the code out, or add an item of one of the types that templates/standards.yaml names for it.",
        example="standards: [C3.D3.3.6-8]\n- {type: what_can_we_rely_on}",
    ),
    rule(
        "SS530",
        "A choice without exactly one right option",
        why="The sheet says 'choose one'. With no right option, or with two, careful students cannot get the "
        "mark.",
        mend="mark one option with `right: true`. If several are right, write `kind: multi-choice`.",
        example="options:\n"
        "  - {text: a council spokesman, right: true}\n"
        "  - {text: the Courier, why: The Courier only passed the words on.}",
    ),
    rule(
        "SS531",
        "Several choices, all right or all wrong",
        why="Ticking everything, or nothing, would earn full marks without reading.",
        mend="mark the right options with `right: true`, and keep at least one wrong one that tempts a hasty "
        "reader.",
        example="options:\n"
        "  - {text: reportedly, right: true}\n"
        "  - {text: on Tuesday, why: It says when and not how sure.}",
    ),
    rule(
        "SS532",
        "A wrong option without a reason",
        why="A wrong answer shows how a student has read. The key tells the teacher which misreading it is, "
        "so that it can be talked about.",
        mend="add `why:` with a whole sentence.",
        example="- {text: the Courier, why: The Courier only passed the words on.}",
    ),
    rule(
        "SS533",
        "An answer that is not among the columns",
        why="Students can only choose from what is printed. The answer of each row must be one of the "
        "columns, letter for letter.",
        mend="correct the spelling, or add the column.",
        example="columns: [agree, conflict]\nrows: [{text: number of beams, answer: conflict}]",
    ),
    rule(
        "SS534",
        "Fewer than three to put in order",
        why="Two things are put in the right order by every second student who guesses.",
        mend="add a piece, or ask with a choice.",
        example="order: [planned, promised, done]",
    ),
    rule(
        "SS535",
        "A rubric with too few or too many levels",
        why="With two levels an answer is only right or wrong; with five, two teachers rarely agree on the mark.",
        mend="describe three levels by what the reasoning names. Long comparisons may have four.",
        example="rubric:\n"
        "  - {level: Proficient, points: 3, names: ..., sample: ...}\n"
        "  - {level: Emergent, points: 2, names: ..., sample: ...}\n"
        "  - {level: Basic, points: 1, names: ..., sample: ...}",
    ),
    rule(
        "SS536",
        "Rubric points that do not fall from the item's points",
        why="The best level earns all the marks that are printed beside the item, and each level below earns "
        "less. Otherwise full marks cannot be reached, or two levels mean the same.",
        mend="give the first level the points of the item, and each further level fewer.",
        example="points: 3\nrubric: [{level: Proficient, points: 3, ...}, {level: Emergent, points: 2, ...}]",
    ),
    rule(
        "SS537",
        "An item that lacks what its kind needs",
        why="Choices are made of options, a grid of rows and columns, an open question of a rubric. Without "
        "them there is nothing to answer or nothing to mark by.",
        mend="add what is missing, or choose the kind that fits what you have.",
        example="kind: grid\ncolumns: [writer, someone else]\nrows: [{text: The bridge is shut., answer: writer}]",
    ),
    rule(
        "SS538",
        "An item without evidence",
        why="Every key shows the words that it rests on and their line. That is what students should learn "
        "to ask for.",
        mend="quote words of a passage under its label. For an answer such as 'not stated', quote the place "
        "where a reader would expect it.",
        example="evidence: {A: cracks in two of its beams}",
    ),
    rule(
        "SS539",
        "An item with parts of another kind",
        why="They would be left out without a word, and you would miss them on the sheet.",
        mend="take them out, or choose the kind they belong to.",
        example="kind: order\norder: [planned, promised, done]     # no options",
    ),
    rule(
        "SS540",
        "The same thing twice in one item",
        why="Two options that read the same cannot be told apart: one would be marked right and the other wrong.",
        mend="change or remove one of them.",
        example="options: [{text: a spokesman, right: true}, {text: the inspector, why: She found the cracks.}]",
    ),
    rule(
        "SS545",
        "All of the above, none of the above",
        why="Options stand in another order in each variant, so 'above' points at something else in each. "
        "Such options also reward guessing.",
        mend="say in words what the option means. If several options are right, use `kind: multi-choice`.",
        example="- {text: not stated in the report, why: Line 4 states it.}",
    ),
    rule(
        "SS546",
        "A 'not' that is easily overlooked",
        why="Students who have read the passage well lose the mark because they missed one small word. In "
        "print it must stand out.",
        mend="set it in bold with two stars on each side, or turn the question around.",
        example="stem: Which of these does report A **not** say?",
    ),
    rule(
        "SS547",
        "The right option is the longest",
        why="Who writes items makes the right answer exact and the wrong ones short. Students learn quickly "
        "to tick the longest one.",
        mend="shorten the right option, or make the wrong ones as exact.",
        example="options: [{text: a spokesman of the council, right: true}, {text: an inspector of the "
        "county, why: ...}]",
    ),
    rule(
        "SS548",
        "Always or never in an option",
        why="Hardly anything is always so. Students rule such options out without reading the passage.",
        mend="say it without the word. If the passage itself uses it, put it in quotation marks.",
        example="- {text: The bridge is inspected every year., why: ...}",
    ),
    rule(
        "SS549",
        "An instruction of more than twenty words",
        why="An instruction is read once, often in a noisy room. One command in a short sentence is "
        "followed; a paragraph is not.",
        mend="say what to do in at most twenty words. What the question is about goes into the stem.",
        example="prompt: Choose the source of this statement.",
    ),
)
