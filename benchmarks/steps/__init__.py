"""How many durable steps a second, and how long one takes: the real bot's against those who keep nothing.

    step        an update as Telegram's JSON → parsed by aiogram's models → stored → the report form's step → committed
    peers       aiogram with an empty handler; aiogram-dialog, a form of five questions, all in memory

Ours is measured up to the COMMIT that also holds the new screen: what is sent afterwards is the same work for all. Theirs
renders the window and "sends" it into nothing, for that lies inside of their step. Sixteen people, each waits for the own
step; rounds alternate, so that a noisy machine is noisy for all.
"""

from benchmarks.steps.run import main

__all__ = ["main"]
