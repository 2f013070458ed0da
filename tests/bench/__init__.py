"""Measures the site beside named peers: `make bench`. Nothing here is a test; figures drift, and are read by people."""
