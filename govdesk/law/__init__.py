"""Statutes: the model, the Markdown reader, references typed by a person, names and timeline."""
