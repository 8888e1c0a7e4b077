"""Declared settings, the person's profile, the office's policy overlay."""
