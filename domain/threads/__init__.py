"""Threads: what is asked and answered in words, with pictures, for whichever matter. Absent: whom a matter asks and who may
answer (`domain.questions`)."""
