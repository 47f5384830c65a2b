"""What the console's panes say: pure functions from a view to rows and details."""
