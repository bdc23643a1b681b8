"""SS3xx: what `--explain` says of the rules for passages and quotes."""

from generator.model.rule import Rule, rule

PASSAGE_RULES: tuple[Rule, ...] = (
    rule(
        "SS301",
        "A report without front matter",
        why="A passage is printed with its outlet, date, licence and kind. They stand in front of the text, "
        "between two lines of three hyphens.",
        mend="write the front matter; `secondsource new report` makes it for you.",
        example="---\nschema: 1\ntitle: Footbridge shut after inspection\noutlet: Ellerby Courier\n"
        "published: 2025-03-04\nlicence: CC-BY-4.0\nkind: fictional\n---\nThe county has closed ...",
    ),
    rule(
        "SS302",
        "Front matter that never ends",
        why="Without the second line of hyphens nobody can tell where the front matter ends and the text begins.",
        mend="write '---' on a line of its own between the two.",
        example="kind: fictional\n---\nThe county has closed ...",
    ),
    rule(
        "SS303",
        "A report without a text",
        why="Below the front matter stands nothing but captions, credits or links, or nothing at all. Only body "
        "text has numbered lines and can be evidence.",
        mend="write the paragraphs of the report, with blank lines between them.",
        example="---\n...\n---\nThe county has closed the footbridge.\n\nIt may reopen in May.",
    ),
    rule(
        "SS304",
        "An unknown type of paragraph",
        why="A word in square brackets at the beginning of a paragraph says what it is, when it is not body text: "
        "caption, credit, related-link, url, subheading. Another word there is mostly a slip.",
        mend="correct the word. Where the text itself begins with a bracket, write [body] in front of it.",
        example="[caption] The footbridge in 2019.\n\n[body] [Later] the council said it had no comment.",
    ),
    rule(
        "SS305",
        "A typed paragraph without text",
        why="There is nothing to print behind the word in brackets. The text begins on the same line.",
        mend="write the text behind it, or delete the line.",
        example="[credit] Text: Ellerby Courier, CC BY 4.0",
    ),
    rule(
        "SS306",
        "Markdown or HTML in a passage",
        why="A passage is printed word for word, so that quotes and lines are exact. Signs of Markdown and HTML "
        "would be printed as they stand. This is a warning: if the source has these very signs, leave them.",
        mend="take the signs out; a subheading is a paragraph that opens with [subheading].",
        example="[subheading] What the inspector found",
    ),
    rule(
        "SS307",
        "A word that is longer than a line",
        why="Lines break at spaces alone. A word that is wider than the line, mostly an address, stands out into "
        "the margin where students make notes.",
        mend="shorten it, or give an address a paragraph of its own that opens with [url].",
        example="[url] https://example.org/footbridge",
    ),
    rule(
        "SS308",
        "A character that the passage font does not have",
        why="Another font will be used for it, which may look different on other machines and may make the line "
        "wider than it was counted.",
        mend="look at the printed page; if it looks wrong, write the character in another way.",
        example="The gap is about 5 cm.        # not a single sign for cm",
    ),
    rule(
        "SS310",
        "A quote that is not in the passage",
        why="Every key rests on words of the passage, so every quote in notes and lessons must stand there word "
        "for word. Kinds of quotation marks, dashes and white space count as the same; letters, capitals, "
        "punctuation and order do not.",
        mend="copy the words from the passage. The hint shows the words there that come nearest, and what "
        "differs. If the passage was changed since, change the notes as well.",
        example="content: two of its beams are cracked",
    ),
    rule(
        "SS311",
        "A quote that stands more than once",
        why="The key must name one line. Where the words stand several times, nobody can tell which is meant. (A "
        "source or cue that stands just once in the sentence, else in the paragraph, of its content needs "
        "nothing more.)",
        mend="quote more words, or say which one: `occurrence` counts in the order of the text, the headline "
        "first; `near` gives other words of the same paragraph.",
        example="source: {text: a council spokesman, occurrence: 2}\ncue: {text: said, near: on Tuesday}",
    ),
    rule(
        "SS312",
        "An occurrence that does not exist",
        why="The words stand less often in the passage than `occurrence` says. Captions, credits and links are "
        "not counted.",
        mend="count again, the headline first, or leave `occurrence` out where the words stand once.",
        example="cue: {text: said, occurrence: 2}",
    ),
    rule(
        "SS313",
        "A `near` that does not help",
        why="The words of `near` must stand in the same paragraph as the quote, and lie nearer to one of the "
        "places in question than to the others.",
        mend="take other or longer words for `near`, or use `occurrence`.",
        example="cue: {text: said, near: on Tuesday}",
    ),
    rule(
        "SS314",
        "A quote from a caption, credit or link",
        why="Captions and credits are often written by others than the report, and links lead to other reports. "
        "Only the headline and the body of a report are evidence.",
        mend="quote words of the body that say the same, or drop the note.",
        example="content: The footbridge has been closed     # not from '[caption] The footbridge in 2019'",
    ),
    rule(
        "SS315",
        "A quote over the end of a paragraph",
        why="A quote is a piece of one paragraph, so that its lines lie together in every edition.",
        mend="quote the words of one paragraph. What is said in two pieces is given as a list.",
        example="content:\n  - the bridge is safe\n  - it will reopen in May",
    ),
    rule(
        "SS316",
        "A quote that cuts a word",
        why="The letters stand in the passage only as a part of a longer word, which mostly means that the word "
        "there is another one: 'beam' is not 'beams'.",
        mend="quote whole words.",
        example="text: beams",
    ),
)
