"""A quiz for other services: one module for each form, each a pure function from a quiz in plain words to a file."""
