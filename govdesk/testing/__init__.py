"""Fakes that pass the contract suites of the real parts, and makers of small documents."""
