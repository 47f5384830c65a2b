"""What is said of each kind of event, one module for each mechanism."""
