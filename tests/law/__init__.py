"""The statute room."""
