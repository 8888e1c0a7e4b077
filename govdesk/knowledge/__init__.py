"""Documents in, evidence out: readers, passages, the LanceDB index, ranking, search."""
