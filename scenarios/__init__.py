"""The written case: YAML in, a frozen Scenario or located Problems out."""
