"""SS650-SS652: what `--explain` says of the rules for templates/theme.yaml."""

from generator.model.rule import Rule, rule

THEME_RULES: tuple[Rule, ...] = (
    rule(
        "SS650",
        "A colour too pale to read",
        why="Words in a pale colour are lost on a photocopy and to readers with weak sight. The accessibility "
        "guidelines (WCAG 2.2) ask for a contrast of 4.5:1 with the paper.",
        mend="choose a darker shade of the colour.",
        example='colours:\n  uncertainty: "#8a4300"    # contrast 7.3:1',
    ),
    rule(
        "SS651",
        "A logo that cannot be used",
        why="The logo stands at the head of every paper, and it is put into every file, so it must be there, be "
        "a picture that every reader shows, and be small.",
        mend="put a PNG or JPEG file of at most 400 kB beside theme.yaml and name it by its path there.",
        example="logo: logo.png",
    ),
    rule(
        "SS652",
        "A logo without words",
        why="Who listens to a paper instead of seeing it hears the words of `logo_alt:` in the logo's place.",
        mend="say in a few words what the logo shows.",
        example="logo: logo.png\nlogo_alt: Crest of Hillside School",
    ),
)
