"""What the trainer does at the console, chapter by chapter."""
