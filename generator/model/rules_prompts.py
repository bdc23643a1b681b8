"""SS6xx: what `--explain` says of the rules for wording in templates/prompts."""

from generator.model.rule import Rule, rule

PROMPT_RULES: tuple[Rule, ...] = (
    rule(
        "SS601",
        "No wording in this language",
        why="Prompts, keys and pages take every sentence from templates/prompts/LANGUAGE. There is no such folder "
        "for the language of the dossier, so English is used, which mixes two languages on a sheet.",
        mend="correct `language:` in the dossier, or translate the files of templates/prompts/en into a folder of "
        "that language.",
        example="language: en",
    ),
    rule(
        "SS602",
        "A prompt file that nothing uses",
        why="A prompt file of your own replaces wording of the file of the same name that comes with the program. "
        "No exercise type and no page has this name.",
        mend="rename the file; `secondsource list exercises` names the types.",
        example="templates/prompts/en/source_or_channel.yaml",
    ),
    rule(
        "SS603",
        "Wording that nothing uses",
        why="Nothing asks for the wording under this key, so what you wrote would never be printed.",
        mend="take the key from the file of the same name that comes with the program.",
        example="text:\n  prompt: Choose who says this.",
    ),
    rule(
        "SS604",
        "An unknown placeholder",
        why="{Words in braces} are filled in by the program. Only those that the file lists under `placeholders` "
        "have a value; any other would be printed as it stands or stop the build.",
        mend="take one of the placeholders in the hint; they are written in small letters without spaces.",
        example="placeholders:\n  source: the source as the passage names it\ntext:\n"
        '  stem: "What does {source} say?"',
    ),
    rule(
        "SS605",
        "Wording that is not translated",
        why="There is a folder for the language of the dossier, but it lacks this file, so its English wording "
        "is used, which mixes two languages on a sheet.",
        mend="copy the English file into the folder of the language and translate the texts; keys and "
        "{placeholders} stay as they are.",
        example="cp templates/prompts/en/source_or_channel.yaml templates/prompts/nl/",
    ),
    rule(
        "SS606",
        "Texts of a file that are not translated",
        why="The folder of the language has this file, but not all of its texts. English ones are used for the "
        "rest, which mixes two languages on a sheet.",
        mend="copy the texts that the hint names from the English file and translate them.",
        example='# templates/prompts/nl/common.yaml\ntext:\n  list.and: " en "',
    ),
    rule(
        "SS607",
        "A translation with other placeholders",
        why="{Words in braces} are filled in by the program. Where a translation leaves one out, something is "
        "missing on the sheet; where it has one more, there may be no value for it, and the build stops.",
        mend="use the placeholders of the English text, each at the place that the grammar of the language wants.",
        example='text:\n  place.line: "{passage}, regel {first}"     # in English: {passage}, line {first}',
    ),
)
