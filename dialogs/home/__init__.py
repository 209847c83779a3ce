"""主页 and what a person sets for himself. Absent: anything that isn't everybody's."""
