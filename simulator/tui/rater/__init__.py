"""What a rater sees and types: moments with tags, and the rubric with its anchors."""
