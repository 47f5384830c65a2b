"""The screens at which trainers, trainees, raters and designers sit."""
