"""SS486-SS489: what `--explain` says of the rules for links, times and headlines made for class."""

from generator.model.rule import Rule, rule

WEIGHED_RULES: tuple[Rule, ...] = (
    rule(
        "SS486",
        "Links that cannot be sorted",
        why="Students read one claim and sort lines of the reports: supports, background, contradicts, not "
        "relevant. For that the claim must stand there as a sentence (`statement`), there must be four lines "
        "or more of at least two kinds, and no words may be sorted twice, for the key would label them twice.",
        mend="add the `statement`, add lines of other kinds, or quote other words.",
        example="statement: The bridge is unsafe.\n"
        "links:\n"
        "  - {id: two-cracks, report: A, quote: cracks in two of its beams, bears: supports,\n"
        "     why: Cracked beams carry less.}\n"
        "  - {id: named-after, report: B, quote: named after a miller, bears: not-relevant,\n"
        "     why: The name says nothing about the beams.}",
    ),
    rule(
        "SS487",
        "A time that does not fit the reports that date it",
        why="On a timeline every number has one right event. So an event has a place (`order`) only if a report "
        "dates it, and `order: null` means that no report does. Two reports clash only if both date the event, "
        "and differently. An event that clashes keeps its `order` if both times give it the same place; if "
        "they would give it different places, write `order: null`.",
        mend="correct `order` or `clash`, or add or take out a report.",
        example="- {id: closure, event: the bridge was closed, order: 2, clash: true,\n"
        "   A: {quote: closed on Monday evening, when: Monday evening},\n"
        "   B: {quote: shut on Monday at noon, when: Monday at noon},\n"
        "   why: The hours differ; both are after the inspection and before Tuesday.}",
    ),
    rule(
        "SS488",
        "A time in words that the report does not have",
        why="The key prints the time beside the quote. Words that the quoted sentence does not have may be a slip "
        "or a guess; students then look for them in vain. And where two reports give different numbers for one "
        "event, that is mostly a clash.",
        mend="give `when` in the words of the report, or write `clash: true` where the times differ.",
        example="A: {quote: closed on Monday evening, when: Monday evening}     # not `when: 3 March`",
    ),
    rule(
        "SS489",
        "Headlines made for class that make no exercise",
        why="Students hold each headline against the reports. Fewer than four, or headlines that all fit the same "
        "reports, leave nothing to tell apart. A report's own headline is known at sight, and more than ten "
        "words make a sentence of it.",
        mend="write at least four short headlines; let some fit one report, some both and some neither.",
        example="headlines:\n"
        "  - {id: two-beams, text: Cracks found in two beams, fits: [A], why: B gives three beams.}\n"
        "  - {id: bridge-shut, text: Mill Lane footbridge shut, fits: [A, B], why: Both report the closure.}\n"
        "  - {id: collapse, text: Footbridge falls into river, fits: [], why: Nothing fell.}",
    ),
)
