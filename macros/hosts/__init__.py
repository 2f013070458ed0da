"""What web hosts are to send with the site's files, in the words of each host."""
