"""Checks the types of the site's scripts, which their comments say (JSDoc), by TypeScript."""
