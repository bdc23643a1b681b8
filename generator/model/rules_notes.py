"""SS401-SS419: what `--explain` says of the rules for reports, ids and attributions."""

from generator.model.rule import Rule, rule

NOTE_RULES: tuple[Rule, ...] = (
    rule(
        "SS401",
        "A label that stands for no report",
        why="A, B, C and D stand for the reports listed under `reports:`. A claim or an open question about "
        "a report that is not in the dossier would print an empty column.",
        mend="correct the letter, or add the report to `reports:`.",
        example="reports: {A: courier, B: valley-radio}\nB: {quote: three beams, standing: asserted}     # not C:",
    ),
    rule(
        "SS402",
        "Fewer than two reports",
        why="Every exercise here compares who says what in one report and in another. With a single report "
        "there is nothing to compare.",
        mend="add a second report on the same event and list it under `reports:`.",
        example="reports:\n  A: courier\n  B: valley-radio",
    ),
    rule(
        "SS403",
        "The same report under two labels",
        why="Printed as A and as B, one text would look like two sources that agree. That is the very "
        "mistake students should learn to notice.",
        mend="give each label a report of its own, and remove the double one.",
        example="reports: {A: courier, B: valley-radio}     # not {A: courier, B: courier}",
    ),
    rule(
        "SS404",
        "A claim or open question that leaves a report out",
        why="For every report the notes must say whether it makes a claim. Saying nothing could mean 'the "
        "report is silent' or 'I forgot to look', and the key would have to guess.",
        mend="add a line for the report. Where it says nothing, write `absent` (in claims) or "
        "`not-mentioned` (in open questions).",
        example="A: {quote: two of its beams, standing: asserted}\nB: absent",
    ),
    rule(
        "SS405",
        "Two notes with the same id",
        why="Lessons and other notes point at a note by its id. With two of the same name nobody could tell "
        "which one is meant.",
        mend="give one of them another name; short words joined by hyphens are fine.",
        example="- id: closure-date\n- id: closure-reason     # not closure-date again",
    ),
    rule(
        "SS406",
        "`said_by` names an attribution that does not exist",
        why="`said_by` says whose word a claim rests on in this report. It must be the id of an attribution "
        "in the notes of the report, or the key would have no source to show.",
        mend="correct the id, or add the attribution to the notes of the report.",
        example="A: {quote: two of its beams, standing: attributed, said_by: spokesman-closure}\n"
        "# courier.notes.yaml:  - id: spokesman-closure",
    ),
    rule(
        "SS407",
        "`said_by` names an attribution of another report",
        why="What somebody says in report A cannot be the source of a claim in report B. If B rests on A's "
        "report, that is a step between outlets and belongs under `origins:`.",
        mend="name an attribution from the notes of the report whose line this is.",
        example="A: {quote: two beams, standing: attributed, said_by: spokesman-closure}   # in A's notes\n"
        "B: {quote: three beams, standing: attributed, said_by: worker-count}      # in B's notes",
    ),
    rule(
        "SS408",
        "An origin that does not exist",
        why="`origin`, `speaker`, `via` and the two ends of an edge name people, offices, outlets or "
        "documents under `origins: nodes:`. A name that is not there would be missing from the story's "
        "family tree.",
        mend="correct the name, or add it to the nodes.",
        example="nodes: {spokesman: {label: the council spokesman, kind: person}}\n"
        "edges: [{from: spokesman, to: courier, how: told, basis: stated}]",
    ),
    rule(
        "SS409",
        "A claim that does not exist",
        why="A marker limits one claim of the dossier, a probe asks about one, and an open question may name the "
        "one that answers it. If that claim is not there, the exercise has nothing to point at.",
        mend="correct the id, or add the claim to dossier.yaml.",
        example="claims:\n"
        "  - id: reopening-date\n"
        "# notes:  {id: likely-weeks, text: likely, limits: reopening-date}",
    ),
    rule(
        "SS411",
        "A cue in another paragraph than what is said",
        why="The cue is the reporting word that belongs to this statement ('said', 'according to'). When it "
        "stands in another paragraph, mostly another 'said' was caught, and students would be sent to the "
        "wrong line. Only a quotation that runs on over paragraphs may have its cue next door (`form: "
        "direct`).",
        mend="quote the cue next to the statement. If the same word stands there more than once, say which: "
        "`near:` gives words close by, `occurrence:` counts.",
        example="content: the bridge is closed\ncue: {text: said, near: on Tuesday}",
    ),
    rule(
        "SS412",
        "A source in another paragraph than what is said",
        why="Students are asked to find the source next to the statement. If the passage only says 'he' "
        "there, 'he' is what they can find; the full name stands elsewhere.",
        mend="quote the words for the source in the same paragraph, and give the name with `called:`.",
        example="source: he\ncalled: the council spokesman",
    ),
    rule(
        "SS413",
        "No source is quoted, but the note speaks of one",
        why="Some statements hide who says so ('it was confirmed'). They are noted without `source:`, as "
        "agentless and of no kind, so that the exercises on missing sources find them.",
        mend="write `form: agentless` and `source_kind: none`, or quote the source.",
        example="cue: it was confirmed\nform: agentless\nsource_kind: none",
    ),
    rule(
        "SS414",
        "A source is quoted, but the note says there is none",
        why="'Agentless' and 'none' mean that the passage does not say who speaks. Together with a quoted "
        "source the key would contradict itself.",
        mend="choose the form and the kind of the source that is quoted, or take `source:` out. A source "
        "without a name ('an official') is of kind `unnamed`.",
        example="source: an official\nform: indirect\nsource_kind: unnamed",
    ),
    rule(
        "SS415",
        "Direct speech without quotation marks",
        why="Students learn that words inside quotation marks are a speaker's own, and all others are the "
        "writer's account of them. `form: direct` must not say otherwise.",
        mend="quote only the words inside the marks. If there are none, write `form: indirect`; if only some "
        "words stand inside, write `form: mixed`.",
        example="# “We closed it at once,” she said.\ncontent: We closed it at once     # form: direct",
    ),
    rule(
        "SS416",
        "Indirect speech inside quotation marks",
        why="If every word of the content stands inside quotation marks, these are the speaker's own words, "
        "and the exercises on exact words need to know it.",
        mend="write `form: direct`. If words outside the marks belong to the statement too, add them to the "
        "content and write `form: mixed`.",
        example="content: We closed it at once\nform: direct",
    ),
    rule(
        "SS417",
        "Mixed speech that is not mixed",
        why="`form: mixed` means that some of the words stand inside quotation marks and some do not. The "
        "line between them is what students look for.",
        mend="write `form: direct` where all words stand inside the marks, `form: indirect` where none do.",
        example="# The report described the bridge as “in fair condition”.\n"
        "content: the bridge as “in fair condition”     # form: mixed",
    ),
    rule(
        "SS418",
        "Source, cue and content share words",
        why="Students mark the three parts with three signs. A word cannot get two of them, and marking "
        "could not be scored.",
        mend="end each quote where the next part begins. If source and cue stand in the middle of the "
        "statement, give the content in two pieces.",
        example="# The bridge, the council said, is closed.\n"
        "source: the council\n"
        "cue: said\n"
        "content: [The bridge, is closed]",
    ),
    rule(
        "SS419",
        "The source is also listed as not the source",
        why="`not_source` gives wrong answers: people named nearby whom a hasty reader takes for the source. "
        "If the source itself is among them, the item has two right answers and the key calls one wrong.",
        mend="name somebody else, or leave `not_source` out.",
        example="source: a council spokesman\n"
        "not_source: [{text: an inspector, why: She found the cracks; she does not speak here.}]",
    ),
)
