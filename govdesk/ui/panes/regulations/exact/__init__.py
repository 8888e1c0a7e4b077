"""글자로 찾기: every place that contains the words, complete, with facets; in the place of the reading columns."""
