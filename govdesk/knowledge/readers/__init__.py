"""One file in, one `ParsedDocument` out; `registry.read` chooses the reader by content."""
