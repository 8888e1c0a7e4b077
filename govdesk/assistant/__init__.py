"""Question to evidence to answer, without a language model or with one."""
