"""SS490-SS495: what `--explain` says of the rules for headlines, figures, summaries and steps."""

from generator.model.rule import Rule, rule

CERTAINTY_RULES: tuple[Rule, ...] = (
    rule(
        "SS490",
        "A headline that does not fit, and no better one",
        why="Students compare a headline with the body and write one that fits. Where the notes say that the "
        "headline claims more, less or something else, the key needs a headline that does fit.",
        mend="add `rewrite:` with a headline of at most ten words, or write `fit: same` if the headline can stay.",
        example="headline:\n  fit: stronger\n  rewrite: Footbridge shut after cracks are found",
    ),
    rule(
        "SS491",
        "A headline for the key that is too long",
        why="The question allows ten words. A model headline with more would show students that the rule does not "
        "count, and a long headline fits more easily than a short one.",
        mend="say less. Leave out what a reader of the headline can wait for.",
        example="rewrite: Footbridge shut after cracks are found     # seven words",
    ),
    rule(
        "SS492",
        "A headline that cannot be compared",
        why="The note sets the headline beside words of the body. It needs a report with a headline, and words "
        "that stand under it.",
        mend="give the report its `title` or take the note out; in `body:` quote words from under the headline.",
        example="# courier.md:          title: Footbridge about to fall\n"
        "# courier.notes.yaml:  headline: {body: cracks in two of its beams, ...}",
    ),
    rule(
        "SS493",
        "A figure that is called exact beside a word that makes it vague",
        why="“About 400 homes” cannot be checked as it stands: 390 would fit, and 410 too. If a marker of kind "
        "`approximator` or `vague-quantity` stands in the figure or right before it, `exact` is the wrong answer.",
        mend="write `exactness: vague`, or quote another figure.",
        example="- {id: homes, text: about 400 homes, exactness: vague, why: “About” leaves room.}",
    ),
    rule(
        "SS494",
        "A summary whose key could not be marked",
        why="`keep` is the checklist: the markers and attributions of this report that a fair summary must keep. "
        "The samples show what keeps all of it and what loses it, so they must differ.",
        mend="name two to four notes of this report in `keep`, and let `upgraded` sound surer than the report.",
        example="summary:\n"
        "  keep: [likely-weeks, spokesman-closure]\n"
        "  sample: The bridge is shut, a spokesman said. It will probably reopen in May.\n"
        "  upgraded: The bridge is shut. It will reopen in May.",
    ),
    rule(
        "SS495",
        "A step that is called done beside a word that says otherwise",
        why="A promise is not a deed, and what is expected has not happened. If the clause holds a marker such as "
        "`prediction`, `modal` or `speech-act`, it does not support `done`, and a student who sees that would be "
        "marked wrong.",
        mend="choose the step that these words support, or quote only the words that tell what was done.",
        example="- {id: bridge, what: the new bridge, text: will be built, step: planned, why: Nothing is built.}",
    ),
)
