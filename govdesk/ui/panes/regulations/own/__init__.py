"""The person's own bookmarks, highlights and notes in the regulation pane."""
