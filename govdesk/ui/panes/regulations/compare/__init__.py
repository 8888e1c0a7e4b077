"""신구대조: two editions of a statute side by side, in the place of the reading columns."""
