"""The panes. They never import each other."""
