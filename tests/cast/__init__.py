"""The cast: people with phones, who live the business's stories against the real bot.

    async def test_first_to_report_wins(li: Person, wang: Person, chen: Person) -> None:
        await li.reports("深圳星河科技有限公司")
        await wang.taps("报备客户")
        await wang.says("深圳星河科技有限公司")
        wang.sees("需人工核实")
        await chen.approves("深圳星河科技有限公司")
        li.sees("保护至")

Parts (fixtures of `tests.cast.fixtures`, each has opened the bot already): `li` 李明, `zhao` 赵工, `zhou` 周助理, `sun` 孙总 of
深圳南山电子; `wang` 王芳, `qian` 钱总 of 广州天河微电; `chen` 陈经理 (manager of both agencies), `liu` 刘经理 (head of 华南), `admin` 管理员;
`wu` 吴总, a stranger. `scene` is the stage itself; `empty_scene` one on which nobody has an account.

What a person does. Each verb is one act, and returns when the bot has answered it and everybody's phone is quiet:

    opens(start="")             presses Start, with a link's payload if given
    opens_link()                opens the bot's link that stands in a message on the own phone
    taps(label, on="", times=1) a button of the newest screens, or of the newest message that contains `on`; the label without
                                emoji and count, or the only one that contains it. The reply keyboard's keys too.
    picks(words)                an entry of a numbered list, wherever its page is
    says(text)                  writes
    edits(before, text)         the newest own message that says `before`
    sends(name, content)        a file; `sends_photo`, `sends_contact(of)`, `forwards_contact(name, phone)`, `sends_sticker()`
    button(label, on="")        a button to press later, when it is stale: `await li.presses(button)`, by anybody
    blocks() / comes back by opens()

What a person finds:

    sees("…", "…") / sees_not   on what came or changed since the own last act, and on the newest screen; toast and labels too
    finds("…") / finds_not      anywhere in the chat
    screen                      the newest screen as text, its buttons in brackets
    buttons                     the labels on it
    toast                       what the last tap's answer said
    acts                        how many taps and messages so far
    link                        the newest invitation link on the phone: its payload

Longer ones, made of these: `goes_home`, `reports(name, …)`, `approves(name)`, `rejects(name, reason)`,
`returns(name, fields, reason)`, `withdraws(name)`, `invites(…)`, `switches_to(…)`, `speaks("English")`.

The stage: `await scene.later(days=3)` moves the business's clock and does what became due; `async with scene.at_once():` lets several
act before the bot hears of any; `scene.db` and `scene.bot` are the real things. `scene.add("吴总")` is somebody new.

`@after(stocked)`: the story goes on from where that beginning ends (`tests.cast.beginnings`). A story takes place in process on SQLite. `@everywhere` plays it on PostgreSQL too (`make check`), `@wire` over HTTP with either
driver, each on a database of its own. At the end of each the stage is looked over: no refusal by Telegram, no dead letter, no update set aside, no error in the
log, and everybody has a way home.

Absent: anything that stands in for our own code. Only the clock is moved, and the chat is the sandbox, which refuses what
Telegram refuses.
"""

from tests.cast.beginnings import after
from tests.cast.marks import everywhere, wire
from tests.cast.person import Person
from tests.cast.scene import Scene

__all__ = ["Person", "Scene", "after", "everywhere", "wire"]
