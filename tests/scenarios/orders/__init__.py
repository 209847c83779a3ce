"""Stories of orders."""
