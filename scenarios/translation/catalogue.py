"""The catalogue of a case in a language: kept in step with the case, and how complete it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Protocol

from scenarios.folder import Folder
from scenarios.model import Scenario
from scenarios.problems import Place, Problem
from scenarios.texts import number, tr, trn
from scenarios.translation.po import Catalogue, Entry, read_po, renewed, sound
from scenarios.translation.texts import Text, texts

WIDTH = 130
"""Columns of a line in the file."""

_OWN = ("Project-Id-Version", "Language", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Plural-Forms")


class Read(Protocol):
    """What a catalogue is made of: a case that was read."""

    @property
    def scenario(self) -> Scenario | None: ...
    @property
    def positions(self) -> Mapping[str, Place]: ...
    @property
    def folder(self) -> Folder: ...


class NotTranslatable(Exception):
    """No catalogue can be made or kept in step; `problems` says where the old one is wrong, if it is."""

    def __init__(self, message: str, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message)
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Report:
    """How complete a translation is."""

    texts: int
    translated: int
    fuzzy: int
    """Translations of texts that have changed since."""
    wrong: int
    """Translations that are too long, or cannot be used for another reason."""
    missing: int
    words: int
    """Words of all texts, in the language of the case."""
    words_to_do: int
    printed: int
    """Texts that are printed for participants."""
    printed_to_do: int
    obsolete: int

    @property
    def complete(self) -> bool:
        """Whether the whole exercise is said in the language."""
        return self.translated == self.texts

    def __str__(self) -> str:
        """The report as one sentence."""
        return tr(
            "{texts}: {done} translated, {fuzzy} to look at again, {wrong} not usable, {missing} missing. "
            "To translate: {words}.",
            texts=trn("{n} text", "{n} texts", self.texts),
            done=number(self.translated),
            fuzzy=number(self.fuzzy),
            wrong=number(self.wrong),
            missing=number(self.missing),
            words=trn("{n} word", "{n} words", self.words_to_do),
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """A catalogue beside the texts of its case."""

    said: Mapping[str, str]
    """The translations that can be used, by path."""
    stale: tuple[Entry, ...]
    wrong: tuple[Problem, ...]
    """What is wrong with translations, at their lines."""
    missing: tuple[Text, ...]
    """The texts without a translation that can be used, the stale and the wrong ones among them."""
    unknown: tuple[Entry, ...]
    """Entries of no text in the case."""


def compared(found: Iterable[Text], catalogue: Catalogue) -> Comparison:
    """What of a case is said in a catalogue."""
    said: dict[str, str] = {}
    stale: list[Entry] = []
    wrong: list[Problem] = []
    missing: list[Text] = []
    rest = dict(catalogue.entries)
    for text in found:
        entry = rest.pop(text.path, None)
        if entry is None or not entry.said:
            missing.append(text)
        elif entry.fuzzy or entry.source != text.text:
            stale.append(entry)
            missing.append(text)
        elif (problem := _fault(catalogue, entry, text)) is not None:
            wrong.append(problem)
            missing.append(text)
        else:
            said[text.path] = entry.said
    return Comparison(said, tuple(stale), tuple(wrong), tuple(missing), tuple(rest.values()))


def report(found: tuple[Text, ...], catalogue: Catalogue) -> Report:
    """How complete a catalogue is."""
    beside = compared(found, catalogue)
    return Report(
        texts=len(found),
        translated=len(beside.said),
        fuzzy=len(beside.stale),
        wrong=len(beside.wrong),
        missing=len(beside.missing) - len(beside.stale) - len(beside.wrong),
        words=_words(found),
        words_to_do=_words(beside.missing),
        printed=sum(text.printed for text in found),
        printed_to_do=sum(text.printed for text in beside.missing),
        obsolete=len(catalogue.obsolete),
    )


def update(read: Read, language: str) -> tuple[str, Report]:
    """The catalogue of a language, in step with the case: new texts without a translation, changed ones marked to be
    looked at again, those that are gone kept as obsolete. Raises NotTranslatable."""
    return filled(read, language, {})


def filled(read: Read, language: str, translations: Mapping[str, str]) -> tuple[str, Report]:
    """The catalogue of a language in step with the case, with translations of the texts at some paths put in.

    Raises NotTranslatable where the case or the old catalogue cannot be read, for an unknown language or path, and for
    a translation that its text cannot have.
    """
    case = read.scenario
    if case is None:
        raise NotTranslatable(tr("the scenario has errors; mend them first"))
    if language == case.language:
        raise NotTranslatable(tr("the scenario is written in this language"))
    name = f"{language}.po"
    old = read_po(read.folder.files.get(name, ""), name)
    if old.problems:
        raise NotTranslatable(tr("{name} cannot be read; mend it first", name=name), tuple(old.problems))
    found = texts(case, read.positions)
    unknown = [path for path in translations if path not in {text.path for text in found}]
    if unknown:
        raise NotTranslatable(tr("there is no text `{path}`", path=unknown[0]))
    made = _in_step(old, found)
    for path, said in translations.items():
        made.entries[path] = replace(made.entries[path], said=said.strip(), fuzzy=False, previous=None)
    text = written(made, case, language, found)
    again = read_po(text, name)
    given = [problem for problem in compared(found, again).wrong if problem.path in translations]
    if given:
        raise NotTranslatable(tr("`{path}`: {message}", path=given[0].path, message=given[0].message), tuple(given))
    return text, report(found, again)


def written(catalogue: Catalogue, case: Scenario, language: str, found: tuple[Text, ...]) -> str:
    """A catalogue as the text of its file: in the order of the case, and the same whenever it is written."""
    from babel.messages.catalog import Catalog, Message
    from babel.messages.pofile import write_po

    made = Catalog(charset="utf-8")
    for text in found:
        entry = catalogue.entries[text.path]
        about = f"{text.where} At most {text.limit:,} characters{', on one line' if text.one_line else ''}."
        message = made.add(
            text.text,
            entry.said,
            auto_comments=[about],
            user_comments=entry.comments,
            previous_id=entry.previous or "",
            context=text.path,
        )
        # A case has no formats, and "10 % for" is none; tools would warn of it.
        message.flags = {"fuzzy"} if entry.fuzzy else set()
    for entry in catalogue.obsolete:
        gone = Message(entry.source, entry.said, user_comments=entry.comments, context=entry.context)
        made.obsolete[entry.source, entry.context] = gone
    body = BytesIO()
    write_po(body, made, width=WIDTH, omit_header=True, include_previous=True)
    return f"{_header(catalogue, case, language)}\n{body.getvalue().decode('utf-8').strip()}\n"


def _in_step(old: Catalogue, found: tuple[Text, ...]) -> Catalogue:
    """The old entries beside the texts of today."""
    gone = {entry.context: entry for entry in old.obsolete}
    made = Catalogue(old.name, header=old.header, comments=old.comments)
    for text in found:
        before = old.entries.get(text.path) or gone.pop(text.path, None)
        blank = Entry(text.path, text.text, "")
        made.entries[text.path] = replace(renewed(before, text.text), obsolete=False) if before is not None else blank
    left = [entry for path, entry in old.entries.items() if path not in made.entries and entry.said]
    kept = {entry.context: entry for entry in [*gone.values(), *left]}
    made.obsolete = [kept[path] for path in sorted(kept)]
    return made


def _header(old: Catalogue, case: Scenario, language: str) -> str:
    """The header: what the program says, and what translators' programs had written beside it."""
    said = {
        "Project-Id-Version": f"{case.id} {case.version}",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plural_forms(language),
    }
    said |= {key: value for key, value in old.header.items() if key not in _OWN}
    title = (
        f"{case.title}: what the case says in another language. Lines with `#.` tell what a text is and who reads it."
    )
    comments = old.comments or (title,)
    lines = [f"# {comment}".rstrip() for comment in comments]
    lines += ['msgid ""', 'msgstr ""']
    lines += [f'"{_escaped(key)}: {_escaped(value)}\\n"' for key, value in said.items()]
    return "\n".join(lines) + "\n"


def plural_forms(language: str) -> str:
    """How a language counts, as gettext writes it. Raises NotTranslatable for a language that there is not."""
    from babel.core import Locale, UnknownLocaleError
    from babel.messages.plurals import get_plural

    try:
        return str(get_plural(Locale.parse(language)).plural_forms)
    except (UnknownLocaleError, ValueError) as error:
        raise NotTranslatable(tr("there is no language `{code}`", code=language[:20])) from error


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _fault(catalogue: Catalogue, entry: Entry, text: Text) -> Problem | None:
    """Why a translation cannot stand where its text stands."""
    length = len(entry.said)
    if length > text.limit:
        return catalogue.problem(
            "PO-LENGTH",
            "error",
            tr("this translation has {n} characters, more than {limit}", n=number(length), limit=number(text.limit)),
            tr("Shorten it."),
            entry.said_line,
            path=text.path,
        )
    if length < text.least:
        return catalogue.problem(
            "PO-LENGTH",
            "error",
            tr("this translation has too few characters"),
            tr("Write at least {n}.", n=text.least),
            entry.said_line,
            path=text.path,
        )
    if text.one_line and "\n" in entry.said:
        return catalogue.problem(
            "PO-LINES",
            "error",
            tr("this translation has several lines, and its text has one"),
            tr("Write it on one line."),
            entry.said_line,
            path=text.path,
        )
    return sound(catalogue, entry)


def _words(found: Iterable[Text]) -> int:
    return sum(len(text.text.split()) for text in found)
