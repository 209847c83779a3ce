"""Stories in the words of the business, lived by the cast (`tests.cast`) against the whole bot."""
