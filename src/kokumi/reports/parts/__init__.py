"""What several reports share: steps, what counts as a visitor, groups, and the sessions behind a number."""
