"""All that knows MkDocs or a browser: hooks, macros for authors, generated pages, the preview and its server."""
