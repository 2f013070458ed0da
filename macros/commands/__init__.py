"""What a person asks of the content on the command line: each command in a module of its own."""
