"""The person's own work in one SQLite file."""
