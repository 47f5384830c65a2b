"""Good Offices line by line: for screen readers, braille lines, dumb terminals and scripts."""
