"""Documents written for other programs: Word and Hangul files."""
