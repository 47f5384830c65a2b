"""A case in other languages: what can be translated, the translators' catalogues, and the case as they say it.

languages(case, folder)               the languages of a case
in_language(case, folder, language)   the case with every text in a language that has one
update, filled                        a catalogue in step with its case
"""

from scenarios.folder import Folder
from scenarios.model import Scenario
from scenarios.translation.catalogue import NotTranslatable, Report, compared, filled, report, update
from scenarios.translation.po import read_po
from scenarios.translation.texts import Text, texts, with_texts

__all__ = [
    "NotTranslatable",
    "Report",
    "Text",
    "filled",
    "in_language",
    "languages",
    "report",
    "texts",
    "update",
]


def languages(case: Scenario, folder: Folder) -> tuple[str, ...]:
    """The language that a case is written in, and those that it has a catalogue of."""
    return tuple(dict.fromkeys((case.language, *sorted(folder.catalogues()))))


def in_language(case: Scenario, folder: Folder, language: str) -> Scenario:
    """The case with its texts in a language; a text without a sound and current translation stays as it is written.

    Ids, numbers and order are the same, so that a record replays to the same session. Where the folder has no
    catalogue of the language, it is the case itself.
    """
    text = folder.catalogues().get(language)
    if text is None or language == case.language:
        return case
    said = compared(texts(case), read_po(text, f"{language}.po")).said
    return with_texts(case, said).model_copy(update={"language": language})
