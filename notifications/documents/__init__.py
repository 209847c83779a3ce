"""Documents that people take away: Excel files. Deliberately absent: what goes into them, and who may have them (the
domain's), and how they reach anybody (the relay's)."""
