"""Takes pictures of the site for people to look at: `make look`. Nothing here is a test."""
