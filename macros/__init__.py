"""The code of the online-safety site.

This file imports nothing, so that a command that needs only a part starts quickly.
The macros for authors are in `macros.site.author_macros`.
"""
