"""Other languages: nothing that the program says stays in English, and a switch loses nothing."""

from tests.pseudo import foreign, not_said, said, strange


def test_a_sentence_comes_out_in_other_letters_and_its_values_as_they_are() -> None:
    assert said("{name} has the floor.", name="Ana") == "Ana хас тхе флоорр."
    assert foreign("{n} of {{all}}") == "{n} оф {{алл}}"


def test_what_was_not_translated_is_found_with_its_line() -> None:
    assert not_said(" Тхе флоор  ~ Pause ") == ["Pause: Тхе флоор  ~ Pause"]
    assert not_said("Omar Tills…", allowed=("Omar", "Tillsand")) == []


def test_a_scenario_in_greek_letters_keeps_its_names_of_things() -> None:
    assert '"title": "Τηε Ϝελλ"' in strange("id: well\nversion: '1.0'\ntitle: The Well\nkind: head-of-side\n")
    assert '"kind": "head-of-side"' in strange("id: well\nkind: head-of-side\n")
