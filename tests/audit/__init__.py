"""`make audit`: every page, in every state, through axe and html-validate."""
