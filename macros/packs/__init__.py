"""A lesson to carry away: files for the programs that teachers have. Only `make packs` needs what is imported here."""
