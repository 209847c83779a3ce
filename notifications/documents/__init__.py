"""Documents that people take away: Excel files, PDF. Deliberately absent: what goes into them, and who may have them (the
domain's), how they reach anybody (the relay's), and fonts of the system: what is printed looks the same everywhere."""
