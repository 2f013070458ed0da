"""What is done to a built site, whatever built it."""
