"""The site's words in a browser's forms, for an office that opens no text editor: `make edit`."""
