"""Files that come from people, and files that are made for them."""
