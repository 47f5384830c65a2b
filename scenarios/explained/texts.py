"""What the codes of files, YAML, form, names and translations mean to an author."""

from collections.abc import Mapping
from types import MappingProxyType

from scenarios.texts import mark

TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "FILE-UNREADABLE": (
            mark(
                "A scenario is a plain file, so that it can be copied, sent and kept; a device or a pipe could "
                "stall the program."
            ),
            mark("Check the name and the permissions. For a folder, its `scenario.yaml` must be in it."),
        ),
        "FILE-SIZE": (
            mark("No exercise needs half a megabyte of text, and a file that large would slow every screen."),
            mark("Shorten the texts, put background into the handouts of the course, or name the right file."),
        ),
        "FILE-ENCODING": (
            mark("Every editor must show the same letters, in every language; only UTF-8 promises that."),
            mark("Save the file as UTF-8; every editor offers it under “save with encoding”."),
        ),
        "FILE-PROBLEMS": (
            mark("One slip near the top often causes hundreds of messages; more than 200 help nobody."),
            mark("Mend the first ones and check again."),
        ),
        "FILE-OUTSIDE": (
            mark(
                "A scenario is passed on as a folder. A name that leads out of it works on one machine only, and "
                "could read somebody's private files."
            ),
            mark("Move the piece into the scenario's folder, and name it from there: `pieces/people.yaml`."),
        ),
        "FILE-CIRCLE": (
            mark("A piece that extends itself, directly or by way of others, has no end."),
            mark("Take one of the names out of `extends`; four steps from the scenario are the most."),
        ),
        "FILE-TWICE": (
            mark("If two pieces write the same thing, nobody can tell which one counts."),
            mark("Write it in one piece, or in the scenario itself, which counts before its pieces."),
        ),
        "FILE-FOLDER": (
            mark("A record keeps the whole case, so that it can be replayed for ever; what it keeps must be sound."),
            mark("Use the record as it was exported, or export it anew with this program."),
        ),
        "YAML-TAB": (
            mark("Editors show tabs at different widths, so that a line can look right and stand wrong."),
            mark("Use spaces, two for each step in. Most editors can turn tabs into spaces for the whole file."),
        ),
        "YAML-CHARACTER": (
            mark("A character that nobody sees can hide words, turn the writing around, or send orders to a terminal."),
            mark("Delete it. If it came with copied text, paste it again as plain text."),
        ),
        "YAML-WORD": (
            mark(
                "`no`, `12:30` or `0755` are a truth, a number of minutes or an octal number to some programs, "
                "and texts to others."
            ),
            mark("Put the word in quotes if it is a text; write `true`, `false` or a whole number if it is not."),
        ),
        "YAML-NUMBER": (
            mark("All numbers of a scenario are whole: sums stay exact, and ties are ties."),
            mark("Write a whole number, or put it in quotes if it is a text, such as a version: `'1.0'`."),
        ),
        "YAML-DUPLICATE": (
            mark("Most programs silently keep the last of two equal keys, and the first text is lost."),
            mark("Keep one of the two, or give one of them another name."),
        ),
        "YAML-KEY": (
            mark("Keys are what everything else refers to, so they have to be short and plain."),
            mark(
                "Write `name: value`, with a name of letters, digits and hyphens; a longer text stands behind the "
                "colon."
            ),
        ),
        "YAML-MERGE": (
            mark("Merged keys are not where one looks for them, and few editors follow them."),
            mark("Write the keys out where they are needed, or put them into a piece with `extends`."),
        ),
        "YAML-ANCHOR": (
            mark("Anchors and aliases copy parts of a file out of sight; a few lines of them can fill all memory."),
            mark("Write the value out. A text that begins with `&` or `*` needs quotes."),
        ),
        "YAML-TAG": (
            mark("Tags ask a program to make something else of a value; a scenario holds plain texts and numbers."),
            mark("Remove the word with `!`, or put the text in quotes."),
        ),
        "YAML-DIRECTIVE": (
            mark("Directives change how the file is read, and a scenario must mean the same everywhere."),
            mark("Remove the line that starts with `%`."),
        ),
        "YAML-DOCUMENTS": (
            mark("One file is one scenario; what stands after `---` would be overlooked."),
            mark("Remove the line `---`, or put the second part into a file of its own."),
        ),
        "YAML-DEPTH": (
            mark("No part of a scenario is that deep; usually brackets or dashes were not closed."),
            mark("Look above this place for a bracket that was opened and not closed."),
        ),
        "YAML-SIZE": (
            mark("No exercise can use so many values, and counting further would only cost time."),
            mark("Make the scenario smaller, or divide it into two cases."),
        ),
        "YAML-QUOTE": (
            mark("The parser reads on to the next quote, wherever it is, and understands nothing in between."),
            mark(
                "Close the quote on the same line. A text with quotes inside stands best as a block: `|` and "
                "indented lines."
            ),
        ),
        "YAML-COLON": (
            mark("A colon with a space behind it means “here comes a value”, also in the middle of a sentence."),
            mark(
                "Put the whole text in quotes, or write it as a block: `|` and indented lines. Or add the missing "
                "colon."
            ),
        ),
        "YAML-START": (
            mark("Some characters mean something to YAML when they come first: `@`, `%`, `>`, `-` and others."),
            mark("Put the whole text in quotes."),
        ),
        "YAML-ESCAPE": (
            mark("In double quotes a backslash begins a code, and this code does not exist."),
            mark("Use single quotes, or write the backslash twice."),
        ),
        "YAML-BRACKET": (
            mark("A list in `[…]` or a mapping in `{…}` goes on until its bracket is closed."),
            mark("Close it, and separate the values with commas. Texts with commas inside need quotes."),
        ),
        "YAML-INDENT": (
            mark("What belongs together is seen by the spaces at the beginning of the lines."),
            mark("Give all keys of one part the same number of spaces, two more than the key above them."),
        ),
        "YAML-EMPTY": (
            mark("There is nothing to read."),
            mark("Begin with `goodoffices new my-case`, which writes a small complete case."),
        ),
        "YAML-TOP": (
            mark("A scenario is a mapping of keys: `format`, `id`, `title` and so on."),
            mark("Start with `format: 1` and write one `key: value` a line."),
        ),
        "YAML-SYNTAX": (
            mark("The parser cannot go on here, and nothing after this place was looked at."),
            mark(
                "Compare this line and the one above it with a shipped scenario: a colon, quote or space is "
                "missing, usually."
            ),
        ),
        "FORM-UNKNOWN-KEY": (
            mark("A key that nobody reads is usually a slip of the pen, and what stands behind it would be lost."),
            mark("Take the nearest known key, or remove it. The reference lists all keys: docs/scenario-format.md."),
        ),
        "FORM-MISSING": (
            mark("Without this key the exercise cannot be run, told or scored."),
            mark("Add the key; the message says what it means."),
        ),
        "FORM-EMPTY": (
            mark("A key without a value says neither yes nor no."),
            mark("Write its value, or remove the key to take what holds without it."),
        ),
        "FORM-TYPE": (
            mark(
                "A text where a number should be cannot be counted, and a list where a text should be cannot be shown."
            ),
            mark("Write what the message asks for. A number in quotes is a text."),
        ),
        "FORM-CHOICE": (
            mark("Only these words mean something to the rules at this place."),
            mark("Take one of the words that are listed."),
        ),
        "FORM-RANGE": (
            mark("The number would make no sense in an exercise, or would break its screens."),
            mark("Write a number within the limits that are told."),
        ),
        "FORM-LENGTH": (
            mark("Every text has its place on a screen or on paper, and every list is read by people."),
            mark("Shorten it, or add what is missing."),
        ),
        "FORM-ID": (
            mark("Ids are written into records and must not change; they are made of letters that every keyboard has."),
            mark(
                "Use lower-case letters a-z and digits, with single hyphens between words: `joint-commission`. "
                "Names for people stand under `name` or `label`."
            ),
        ),
        "FORM-PATTERN": (
            mark("This key is written in one way only, so that programs can rely on it."),
            mark("Write it as the message says."),
        ),
        "FORM-VALUE": (
            mark("Each value is possible, and together they are not."),
            mark("Change one of them until the sentence of the message holds."),
        ),
        "PO-SYNTAX": (
            mark("Translators' tools and this program have to read the same file."),
            mark("Open the file with a translators' tool and save it again, or mend the line by hand."),
        ),
        "PO-SIZE": (
            mark("No case has so many texts; this may be another project's file."),
            mark("Check that it is the right file."),
        ),
        "PO-TWICE": (
            mark("If a text has two translations, nobody can tell which one counts."),
            mark("Remove one of the two entries."),
        ),
        "PO-LENGTH": (
            mark("A translation stands in the same place as its text, on a screen or on paper."),
            mark("Shorten the translation. The comment above the entry says how long it may be."),
        ),
        "PO-LINES": (
            mark("The text is a name or a sentence on one line, and has room for no more."),
            mark("Write the translation on one line."),
        ),
        "PO-CHARACTER": (
            mark("A character that nobody sees can hide words or send orders to a terminal, also in a translation."),
            mark("Delete it, and paste the text again as plain text."),
        ),
        "PO-LANGUAGE": (
            mark("The name of the file says in which language people will read the case."),
            mark("Name the file by its language, `fr.po`, or mend the line `Language:` in its header."),
        ),
        "PO-UNKNOWN": (
            mark("The case has changed, and this entry translates a text that is not there any more."),
            mark("Run `goodoffices translate`, which keeps such entries apart as obsolete."),
        ),
        "REF-UNKNOWN": (
            mark("A name that leads nowhere would fail in the middle of the exercise."),
            mark("Take the nearest known name, or write what is missing."),
        ),
        "REF-TWICE": (
            mark("A name that stands in a list twice is a slip: it counts once."),
            mark("Remove one of the two, or write the one that was meant."),
        ),
        "REF-AMBIGUOUS": (
            mark("What is sent to this name would reach one or the other."),
            mark("Give one of the two another id."),
        ),
        "REF-FILE": (
            mark("Archetypes are found by the names of their files."),
            mark("Rename the file or the id."),
        ),
    }
)
"""Why each matters, and what to do about it."""
