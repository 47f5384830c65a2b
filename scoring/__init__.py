"""What a session was worth: outcome, process and relationship, each finding with its evidence."""
