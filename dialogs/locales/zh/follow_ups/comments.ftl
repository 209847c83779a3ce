comment-key = 点评
answer-key = 回复
ask-correction-key = 要求更正
read-comments-key = 🟢 查看点评
comments-unread = 🟢 有新点评
comment-line = { $mark ->
    [asks] ⚠ 请更正 ·{" "}
   *[none] {""}
}<b>{ $by }</b> { $at }：{ $text }{ $files ->
    [0] { "" }
   *[other] 　📎 { $files }
}
comment-title = 点评
comment-text = 点评内容
comment-text-hint = 会马上告知业务员，可附图片，例如 请补充竞品价格
answer-comment-title = 回复点评
answer-comment-text = 回复内容
answer-comment-text-hint = 会马上告知对方，可附图片，例如 已约周三拜访
comment-about = { $number } · { $name }
comment-asks = ⚠ 请更正这份跟进
comment-sent = ✅ 已发送，对方马上收到。
comment-card-title = { $mark ->
    [green] 🟢{" "}
   *[none] {""}
}<b>{ $by }</b> 点评 { $number }
comment-card-answer = { $mark ->
    [green] 🟢{" "}
   *[none] {""}
}<b>{ $by }</b> 回复 { $number }
