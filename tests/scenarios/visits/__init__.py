"""下次拜访: stories of visits that are planned."""
