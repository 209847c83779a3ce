# Comments
comment-request-title = Comment
comment-request-text = Comment
comment-request-text-hint = Both sides read it, it doesn't affect the decision (you can add pictures), e.g. please say what the yearly volume is based on
answer-request-title = Answer
decided-comment = Commented · { $by } · { $at }

# Copies
copy-key = Send copy
copy-request-title = Send a copy
copy-request-to = To
copy-request-to-hint = Reads it and may comment, decides nothing; type a name, pinyin, unit or number to search
copy-request-reason = Remark
copy-request-reason-hint = Optional; the reader sees it
copy-sent = ✅ Sent. The reader hears what becomes of it.
copied-to-you = 📎 { $by } sent you a copy{ $reason ->
    [none] {""}
   *[other] : { $reason }
}
decided-copy = 📎 Copied · { $by } · { $at }
notice-copied-over = 📎 What you have a copy of is decided
notice-copied-lapsed = Withdrawn, or not to be decided any more
