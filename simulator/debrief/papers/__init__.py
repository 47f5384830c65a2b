"""The papers of a session: for the room, for each trainee, for the mediation team, for the trainer."""
