"""`make audit`: every page, in every state, through axe and html-validate; and everything on it pressed."""
