"""The designer's panes: one module a pane, and what they know of a case while it is written."""
