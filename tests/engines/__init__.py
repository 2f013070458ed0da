"""Opens the built site in other engines than the one that the tests drive, and does there what readers come for."""
