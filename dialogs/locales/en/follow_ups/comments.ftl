comment-key = Comment
answer-key = Answer
ask-correction-key = Ask to correct
read-comments-key = 🟢 Open comments
comments-unread = 🟢 A new comment
comment-line = { $mark ->
    [asks] ⚠ please correct ·{" "}
   *[none] {""}
}<b>{ $by }</b> { $at }: { $text }{ $files ->
    [0] { "" }
   *[other] {" "}📎 { $files }
}
comment-title = Comment
comment-text = Comment
comment-text-hint = The salesperson hears of it at once (you can add pictures), e.g. please add the competitor's price
answer-comment-title = Answer
answer-comment-text = Answer
answer-comment-text-hint = They hear of it at once; pictures too, e.g. visiting on Wednesday
comment-about = { $number } · { $name }
comment-asks = ⚠ Please correct this report
comment-sent = ✅ Sent.
comment-card-title = { $mark ->
    [green] 🟢{" "}
   *[none] {""}
}<b>{ $by }</b> on { $number }
comment-card-answer = { $mark ->
    [green] 🟢{" "}
   *[none] {""}
}<b>{ $by }</b> answered { $number }
