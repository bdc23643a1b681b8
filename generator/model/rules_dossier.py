"""SS440-SS473: what `--explain` says of the rules for origins, open questions, licences and style."""

from generator.model.rule import Rule, rule

DOSSIER_RULES: tuple[Rule, ...] = (
    rule(
        "SS440",
        "Information that runs in a circle",
        why="The notes say that two origins have their information from each other, and at least one step is "
        "only inferred. 'Circular reporting' is a strong word; it is used only where the texts themselves "
        "show the circle.",
        mend="take out the step that no text states, or quote the words that state it (`basis: stated`).",
        example="edges:\n"
        "  - {from: courier, to: valley-radio, how: cites, basis: stated, evidence: {B: the "
        "Courier reported}}",
    ),
    rule(
        "SS441",
        "A step that leads nowhere or stands there twice",
        why="A step says who had information from whom. Nobody is their own source, and a step drawn twice "
        "would look like two sources.",
        mend="correct one end of the step, or take it out.",
        example="- {from: spokesman, to: courier, how: told, basis: stated, evidence: {A: a spokesman said}}",
    ),
    rule(
        "SS442",
        "A stated step without the words that state it",
        why="`basis: stated` tells students that a text says so. The key then shows the words and the line.",
        mend="quote the words under `evidence:`, by report. If you worked the step out yourself, it is "
        "`inferred`; if you know it from elsewhere, it is `outside`.",
        example="- {from: courier, to: valley-radio, how: cites, basis: stated,\n"
        "   evidence: {B: the Courier reported}}",
    ),
    rule(
        "SS443",
        "An origin that is connected to nothing",
        why="In the story's family tree it would float beside the others, and students would wonder what it "
        "is for.",
        mend="add an edge that says who had information from it, or take it out.",
        example="nodes: {inspector: {label: the inspector, kind: person}}\n"
        "edges: [{from: inspector, to: courier, how: told, basis: inferred}]",
    ),
    rule(
        "SS444",
        "A report whose outlet is not among the origins",
        why="To see whether two reports rest on one source, each chain must end at the outlet that published "
        "the report. Without it the report is missing from the family tree.",
        mend="add a node of kind `outlet` with the label of the report.",
        example="nodes:\n  courier: {label: the Ellerby Courier, kind: outlet, report: A}",
    ),
    rule(
        "SS445",
        "Two outlets for one report",
        why="A report is published by one outlet. If another one reprinted it or had it from an agency, that "
        "is a step between two origins.",
        mend="keep `report:` at the outlet that students read, and join the other one by an edge.",
        example="nodes:\n"
        "  agency: {label: a news agency, kind: outlet}\n"
        "  courier: {label: the Courier, kind: outlet, report: A}",
    ),
    rule(
        "SS446",
        "A report published by something that is no outlet",
        why="The node with `report:` is drawn as the outlet that the chain ends at. A person or a document "
        "further up the chain is a node of its own.",
        mend="write `kind: outlet`, or move `report:` to the outlet.",
        example="courier: {label: the Ellerby Courier, kind: outlet, report: A}",
    ),
    rule(
        "SS447",
        "No chain from a source to the report that quotes it",
        why="The notes say that somebody speaks in a report, but no chain of steps leads from that person to "
        "its outlet. Exercises that count independent sources would miss them.",
        mend="add the missing step. If the text does not say how the information came there, the step is "
        "`inferred`.",
        example="edges:\n  - {from: spokesman, to: courier, how: told, basis: inferred}",
    ),
    rule(
        "SS450",
        "An open question answered without words",
        why="'Known' and 'the source does not know' are things a report says, so the key shows where.",
        mend="add `quote:` with the words. If the report says nothing, write `not-mentioned`.",
        example="A: {state: source-does-not-know, quote: does not yet know what caused the cracks}\n"
        "B: not-mentioned",
    ),
    rule(
        "SS451",
        "Silence with a quote",
        why="'Not mentioned' means that the report has no words on the question. A source who says that it "
        "does not know is something else, and the difference is what students practise.",
        mend="write `not-mentioned` alone, or choose `known` or `source-does-not-know`.",
        example="B: {state: source-does-not-know, quote: the cause is not known}",
    ),
    rule(
        "SS452",
        "The same wording twice for one person",
        why="Students list every different label that a report uses for somebody. A label given twice would "
        "count double.",
        mend="keep one of the two.",
        example="labels: {A: [Ruth Adeyemi, an inspector], B: [the council's inspector]}",
    ),
    rule(
        "SS453",
        "A glossary word that nobody reads",
        why="The glossary is printed with the passages. A word that stands in none of them is a spelling "
        "slip, or was left from an earlier version.",
        mend="write the word as the passage has it, or take it out.",
        example="glossary:\n  beams: long strong bars that carry a bridge",
    ),
    rule(
        "SS460",
        "A report without a licence",
        why="Whoever prints or shares a worksheet must know that they may. A text without a licence cannot "
        "be passed on, however short it is.",
        mend="write the licence. If you do not know it, write `kind: user-supplied`: then the text stays on "
        "your own machine, for your own class.",
        example="kind: cc\nlicence: CC-BY-4.0",
    ),
    rule(
        "SS461",
        "A text for your own class only",
        why="This report is your own copy and its licence is not known. You can make worksheets for your "
        "class as the law of your country allows, but exports meant for publishing leave its text out.",
        mend="there is nothing to mend if that is what you want. If you learn the licence, add it.",
        example="kind: user-supplied\nlicence: CC-BY-SA-4.0",
    ),
    rule(
        "SS462",
        "Invented or rewritten news that does not say so",
        why="A worksheet leaves the classroom in a school bag. A reader who finds it should not take an "
        "invented or shortened report for real or current news.",
        mend="add a sentence as `context_note:` to dossier.yaml; it is printed with the passages.",
        example="context_note: This is fiction; no real bridge, place or person is meant.",
    ),
    rule(
        "SS463",
        "Reviewed, but on no day",
        why="`reviewed_by` takes the word 'draft' off every page. Whoever uses the key later should see when "
        "somebody last held the notes against the passage.",
        mend="add `reviewed_on:` with the day. While the notes are not reviewed, write `reviewed_by: null`.",
        example="reviewed_by: M. Okafor\nreviewed_on: 2025-03-10",
    ),
    rule(
        "SS464",
        "Notes that name another report",
        why="Notes belong to the report whose file name they share. Often this is what is left when a file "
        "is copied; then the quotes are those of the other report too.",
        mend="write the name of the report without `.md`, or rename the file.",
        example="# courier.notes.yaml\nreport: courier",
    ),
    rule(
        "SS465",
        "A complete list with nothing in it",
        why="`complete` promises that every case in the passage is listed, and 'find all' exercises are made "
        "from it. With an empty list they would ask for something that is not there.",
        mend="list the cases, or take the word out of `complete`.",
        example="complete: [markers]\nmarkers:\n  - {id: likely-weeks, text: likely, kind: probability}",
    ),
    rule(
        "SS466",
        "Changed since it was reviewed",
        why="A review speaks for the words that were read, and for no others. The passage or the notes are not "
        "the same as on that day, so a key made from them may be wrong in a place that nobody has read. Every "
        "page of the key says 'draft' until somebody has read it again.",
        mend="read the passage and the notes once more, then run `secondsource sign DOSSIER --by NAME`.",
        example="secondsource sign footbridge --by 'M. Okafor'",
    ),
    rule(
        "SS467",
        "A review without a fingerprint",
        why="`reviewed_hash` is a short code made from the passage and the notes. Only with it can the program "
        "see later whether what was read is still what stands there, so a review without it does not count.",
        mend="run `secondsource sign DOSSIER`; it writes the code.",
        example="reviewed_by: M. Okafor\nreviewed_on: 2025-03-10\nreviewed_hash: p3f9a0c12de-n77b1e2a904",
    ),
    rule(
        "SS468",
        "A report whose outlet is not known",
        why="The first question about a report is who published it. On paper this one is called by its letter "
        "alone, so students cannot weigh its outlet. This is a warning: nothing is guessed from an address.",
        mend="look at the page that the text comes from and write its name. If nobody knows, leave it at null.",
        example="outlet: Ellerby Courier",
    ),
    rule(
        "SS470",
        "A topic that does not fit into a table",
        why="Topics are printed as row heads and inside sentences ('On the number of damaged beams, A says ...').",
        mend="write a short phrase with a small first letter and no full stop. Names keep their capitals.",
        example="topic: number of damaged beams     # not: Number of damaged beams.",
    ),
    rule(
        "SS471",
        "A statement that does not fit into a question",
        why="`says` is printed in questions such as 'Who is the source of the statement that ...?'.",
        mend="write a clause with a small first letter, without 'that' in front and without a full stop.",
        example="says: the bridge was closed because two beams are cracked",
    ),
    rule(
        "SS472",
        "A sentence without a full stop",
        why="Explanations are printed in the key as sentences, one after the other. Without full stops they "
        "run together.",
        mend="write a whole sentence that starts with a capital letter and ends with a full stop.",
        example="explain: Both reports give the same date.",
    ),
    rule(
        "SS473",
        "A question without a question mark",
        why="Open questions are printed on the sheet as they stand here.",
        mend="end it with a question mark.",
        example="asks: When will the bridge reopen?",
    ),
)
