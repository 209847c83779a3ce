ask-question-key = 问渠道经理
ask-question-title = 问渠道经理
ask-question-words = 问题
ask-question-words-hint = 可附图片，例如 客户问 BAT32G135 能否用于 125℃
ask-further-key = 追问
ask-further-title = 追问
ask-further-words = 问题
ask-further-words-hint = 可附图片，例如 125℃ 下的寿命有数据吗
answer-question-key = 答复
answer-question-title = 答复
answer-question-words = 答复内容
answer-question-words-hint = 会发给提问人，可附图片，例如 支持 125℃，见数据手册 3.2
add-to-answer-key = 补充
add-to-answer-title = 补充答复
add-to-answer-words = 补充内容
add-to-answer-words-hint = 会发给提问人，可附图片
answered-by = 答复：{ $path }
answer-added = ✅ 已补充
question-title = 📋 提问 <b>{ $number }</b>
question-stands = { $title } · { $state }
question-state-open = ⏳ 待答复{ $days ->
    [0] { "" }
   *[other] { " " }{ $days } 天
}
question-state-answered = ✅ 已答复{ $days ->
   *[other] { "" }
}
question-state-withdrawn = 已撤回{ $days ->
   *[other] { "" }
}
question-asked = ✅ 已提交提问 <b>{ $number }</b>
question-asked-who = { $approvers } 一个工作日内答复。
question-due = { $at } 提问 · 请在 { $due } 前答复
question-reply-hint = 回复本条消息即可答复。
question-waits = ⏳ 待 { $approvers } 答复
question-look-key = 查看原记录
question-below = 📋 提问 { $number }：↓ 有新内容，请看下面最新的卡片。
notice-unanswered = ⏰ { $kind }超时未答复
decided-answer = ✅ 已答复 · { $by } · { $at }
approval-kind-question = 提问
petition-question-pending = ⏳ 待答复
petition-question-approved = ✅ 已答复
petition-question-rejected = ⛔ 未答复
petition-question-returned = ⚠ 未答复
petition-question-withdrawn = 已撤回
questions-entry = 我的提问
questions-key = 问答
questions-title = <b>我的提问</b>（待答复 { $count }）
questions-title-all = <b>问答</b>（{ $count }）
questions-none = 没有待答复的提问。在客户、跟进、项目或申请里点“问渠道经理”即可提问。
questions-all-key = 全部问答
to-answer-entry = 待答复
to-answer-title = <b>待答复</b>（{ $count }）
to-answer-none = 没有待答复的提问。
to-answer-waits = ⏳ { $days ->
    [0] 今天
   *[other] { $days } 天
}
to-answer-late = ⏰ { $days ->
    [0] 今天
   *[other] { $days } 天
}
home-answers = ⏳ { $count } 条提问待答复
question-goes-on = ⏳ 已有新的提问，您写的将作为对它的答复。
