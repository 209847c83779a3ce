"""What a durable step costs: the real bot's against those who keep less.

    step        an update as Telegram's JSON → parsed by the driver's models → stored → the report form's step → committed
    all         and its screen sent by the relay, over HTTP to a Bot API in another process
    peers       aiogram with an empty handler; aiogram-dialog's form of five questions, in memory and durable

The measure is this process's processor time, all threads: walls tell more of the machine's neighbours. The peers render their
window and "send" it into nothing. Sixteen people, each waits for the own step (and with the relay, for the screen); rounds
alternate, so that a noisy machine is noisy for all. Quotas, fsync and secure_delete are as in life. Then how a step's cost grows
with the number of customers (`growth`), and how long steps take beside other work (`beside`).
"""

from benchmarks.steps.run import main, ratio

__all__ = ["main", "ratio"]
