## 请核对订单
order-read-as = 录入订单
order-read-as-both = 录入订单，再写跟进
order-told-elsewhere = 这像是 { $names } 的订单。
order-told-elsewhere-keep = 记为{ LABEL($label) }
order-read-as-batch = 查批次 { $code }
order-read-as-correction = 改待核对订单 #{ $number }
order-cards-entry = 待核对订单
order-cards-title = <b>待核对订单</b> · { $count }
order-cards-row = { $index } { $author } { $at } · { $text }
order-cards-project = 　等 { $name } 补项目
order-card-title = <b>请核对订单</b> #{ $number }
order-card-title-of = <b>请核对订单</b> #{ $number } · { $author } { $at }
order-card-none = 没有待核对的订单。可直接写下一单。
order-another-key = 继续录入
order-write-next = 可直接写下一单。
order-card-empty = 订单已全部去掉。
order-card-dropped = 已取消，没有录入。
order-card-gone = 这张订单卡已被确认或取消，见销售记录。
order-not-understood = 未识别，订单没有变。可写：改6k、价格3.3、昨天的、批次 A14
order-no-such-row = 这张卡上只有 { $count } 行，没有第 { $row } 行，订单没有变
order-row = { $number ->
    [0] {""}
   *[other] { $number }{" "}
}<b>{ $customer }</b> · { $what }
order-row-who = { $number ->
    [0] {""}
   *[other] { $number }{" "}
}<b>{ $customer }</b>
order-customer-open = 客户？
order-unknown = ？
order-model = { $project } → { $mcu }
order-money = { $value } { $currency ->
    [CNY] 元
    [USD] 美元
    [HKD] 港元
   *[other] { $currency }
}
order-currency = { $currency ->
    [CNY] 人民币
    [USD] 美元
    [HKD] 港元
   *[other] { $currency }
}
order-pieces = { $count } 片
order-figures = 　{ $quantity } × { $price } = { $amount }
order-figures-open = 　{ $quantity } × { $price }
order-batch-of = { $code }（{ $count }）
order-batches = 批次 { $batches }
order-no-batches = 不是批次
order-day = 合同日期 { $day }
order-day-line = 　合同日期 { $day }
order-batches-and-day = 　批次 { $batches } · 合同日期 { $day }
order-without-tax = 　未税价，税率 { $percent }%
order-total = 总价 { $amount }
order-total-line = 　总价 { $amount }
order-reference = 　合同号 { $reference }
order-marks = 　{ $marks }
order-rest = 　未识别：{ $text }
order-slip-price = 　⚠ 上次单价 { $before }
order-slip-quantity = 　⚠ 以往最多 { $before }
order-day-outside = 　⚠ 合同日期应在 { $since } 至 { $until } 之间，可直接写，如 昨天
order-is-late = 　⚠ 补录：{ $month } 月已结账，公司主账户确认后计入
order-how-only-project = { $what }：唯一的
order-how-from-project = { $what }按项目
order-how-heading = { $what }按上一行
order-how-short = { $what }按简称
order-how-pinyin = { $what }按拼音
order-how-homophone = { $what }按同音
order-how-today = { $what }默认今天
order-how-total = { $what }按总价算出
order-how-likely-year = { $what }按最近年份
order-how-looks-so = { $what }按写法认作
order-how-again = { $what }同上一单
order-how-none-before = 没有上一单
order-how-sum = { $what }按批次合计
order-of-customer = 客户
order-of-project = 项目
order-of-mcu = 型号
order-of-quantity = 数量
order-of-price = 单价
order-of-day = 日期
order-of-batches = 批次
order-of-total = 总价
order-of-other = 内容
order-ask-customer = 　⚠ 哪个客户？
order-ask-project = 　⚠ 哪个项目？
order-ask-no-project = 　⚠ 客户还没有这个项目
order-ask-mcu = 　⚠ 型号与项目不符，是哪个？
order-ask-figures = 　⚠ 数量和单价，哪个是哪个？
order-ask-quantity = 　⚠ 数量是多少？可直接写，如 5k
order-ask-unit-price = 　⚠ 单价是多少？可直接写，如 3.2元
order-ask-total = 　⚠ 总价与数量、单价不符
order-ask-tax = 　⚠ 单价含税是多少？
order-ask-tax-currency = 　⚠ 什么币种，含税是多少？
order-ask-currency = 　⚠ 什么币种？
order-ask-date = 　⚠ 合同日期是哪天？可直接写，如 昨天
order-ask-batches = 　⚠ 批次是哪些？
order-ask-batch-quantities = 　⚠ 批次超过三个，将拆成几单：每批多少？
order-ask-return = 　⚠ 退的是哪一单？按该单单价计
order-ask-batch-each = 　⚠ 每批各多少？要么都写，要么都不写
order-ask-batch-sum = 　⚠ 各批合计 { $told }，与数量 { $quantity } 不符
order-evenly = 平均分，{ $batches } 批各 { $count } 片
order-wrong = 　⚠ { $why }
order-tax-added = 含税 { $price }
order-tax-already = { $price }已含税
order-reading = { $quantity } × { $price }
order-readings = { $parts }
order-reading-key = { $number ->
    [0] {""}
   *[other] { $number }{" "}
}{ $reading }
order-confirm = 确认
order-confirm-all = 确认全部 ({ $count })
order-insist-key = { $number ->
    [0] 数字无误
   *[other] { $number } 数字无误
}
order-apart-key = 分成 { $count } 单
order-together-key = 合为 { $count } 单
order-together = { $orders } 单 { $rows } 行
order-known = 已记 ({ $count })
order-known-key = 已记 ({ $count })
order-known-row = 　{ $index ->
    [0] {""}
   *[other] { $index }{" "}
}{ $customer } { $quantity } · { $number } { $author } { $at }
order-project-key = { $number ->
    [0] 请业务员补项目
   *[other] { $number } 请业务员补项目
}
order-add-project-key = 写跟进补项目
order-project-asked = 已请 { $name } 补项目。补好后通知助理，订单自动填好。
order-mend-key = 修改
order-drop-key = 取消
order-drop-row-key = 不要这一行
order-other-project-key = 换项目
order-field-quantity = 数量
order-field-price = 单价
order-field-day = 日期
order-field-batches = 批次
order-write = 直接写要改的：6k、3.3元、昨天、批次 A14
order-write-quantity = 写新的数量，如 6k
order-write-price = 写新的单价，如 3.3
order-write-day = 写合同日期，如 昨天、3月5日
order-write-batches = 写批次号，如 A14 A15
order-logged = ✅ 已录入 <b>{ $number }</b>
order-line = { $what }　{ $figures }
order-line-figures = { $quantity } × { $price }
order-batches-of = 批次 { $batches }
order-and-more = 另有 { $count } 单
order-waits-for-owner = ⚠ 补录：公司主账户确认后计入 { $month } 月
order-what-next = 可直接写下一单；回复本条可改（改6k、撤）、补批次（批次 A14）、记发货（发 2k）。
order-alias-learned = 以后“{ $name }”就是{ $meant }
order-forget-key = 不记“{ $name }”
order-alias-forgotten = 已不记“{ $name }”。
order-late-key = 确认补录 { $number }
order-late-confirm = 确认补录
order-late-confirmed = 已确认，计入当月
order-late-entry = 待确认补录
order-late-title = ⚠ <b>补录</b> { $month } 月 · { $author }
order-late-day = 合同日期 { $day } · { $number }
order-late-hint = 该月已结账。确认后计入当月，统计中标为补录。
order-late-is-logged = ✅ 已确认
order-late-is-void = 已作废
order-check-key = 核对订单
order-reply-done = ✅ 已更新
order-reply-which = 是哪一行？
order-reply-line = { $number } { $project }
order-shipped = 已发 { $count } 片 · { $day } { $batches }
notice-project-wanted = 📋 { $by } 有一单等您补项目
notice-project-wanted-why = 写跟进加入该项目后，订单自动填好。
notice-project-came = ✅ 项目已补上，订单可以核对了
notice-late-confirmed = ✅ 补录 { $number } 已由{ $by }确认，计入 { $month } 月
event-project-came = 订单的项目已补上
order-untaxed = { $added ->
    [yes] 　未税 { $price }，加税 { $percent }%
   *[no] 　写的是未税 { $price }，按已含税（税率 { $percent }%）
}
order-how-tax-habit = { $what }的税按该客户习惯
order-keeps = 　确认后客户保护至 { $until }
order-kept = 客户保护至 { $until }（有订单）
order-correcting = 更正 <b>{ $number }</b>？原内容会保留
order-was = 　原：{ $line } · { $day }
order-taken-away = 　去掉：{ $line }
order-why = 选原因即更正：
order-reply-keep = 不改
order-reply-gone = 订单已作废，或不在您名下。
order-reply-about = 关于 <b>{ $numbers }</b>
order-reply-hint = 可回复：改6k、单价3.3、昨天的、批次 A14、发 2k、退 500、撤
order-reply-unclear = 未识别：{ $text }。订单没有变。
order-reply-back = 退货 <b>{ $number }</b>？
order-reply-back-what = 　退 { $count } 片 · { $day }
order-reply-back-how-many = 退多少片？请再回复一次，如“退 500”
order-correct-key = 更正 { $number }
order-void-key = 作废 { $number }
order-void-which = 作废哪一单？只用于没有成交的订单，点了即作废，记录会保留。
order-edited-late = 消息改了，但 { $numbers } 已录入，没有随着变。
order-reply-back-when = 退货日期要在今天或之前。到时再回复，如“退 500 今天”
order-reply-back-too-many = ⚠ { $count } 片太多，最多退 { $left } 片，请再回复一次
order-reply-ship = 发货 <b>{ $number }</b>？
order-reply-ship-what = 　发 { $count } · { $day } { $batches }
order-reply-ship-all = 剩下的全部
order-reply-ship-when = ⚠ 还没有记下：发货日期要在今天或之前。发了再回复，如“发 2k 今天”
order-reply-ship-how-many = ⚠ 还没有记下：发了多少片？请再回复一次，如“发 2k”
order-change = { $row ->
    [0] { $what }
   *[other] 第 { $row } 行{ $what }
} { $before } → { $after }
order-change-away = { $row ->
    [0] 去掉 { $what }
   *[other] 去掉第 { $row } 行 { $what }
}
order-changed = ✓ 已改：{ $what }
order-unused = 未识别：{ $text }
order-edit-what = { $row ->
    [0] { $what }
   *[other] 第 { $row } 行{ $what }
}
order-edit-wins = 按改后的消息：{ $what }。之前另改的不算了。
order-edit-gone = 消息里去掉的 { $count } 行之前改过，卡上也去掉了。
order-ask-date-closed = 　⚠ { $month } 月已结账，合同日期是哪天？
order-day-late = 合同日期 { $day } · 补录
order-back = 　退货 { $quantity }
order-back-at = 　退货 { $quantity } × { $price }
order-back-of = 退 { $number } · { $day } · { $price }
order-back-other = 其它订单
order-back-none = 查看该客户订单
order-ask-return-quantity = 　⚠ 退多少片？可直接写，如 500
order-already = <b>{ $number }</b> 已是这样，不用改 · 合同日期 { $day }
order-no-day = 不是日期
order-another = { $index ->
    [0] 另是一单
   *[other] { $index } 另是一单
}
order-nothing-ready = 还有要回答的，暂不能确认。
order-brief = 　{ $customer } · { $what } · { $quantity } × { $price } · { $day }
order-brief-open = 　⚠ { $customer } · { $what } · { $quantity } × { $price } · { $day }
order-brief-known = 　已记 { $customer } · { $what } · { $quantity } × { $price } · { $day }
order-beside = 刚才写的另 { $count } 张：
order-confirm-with = 连同前面的确认全部 ({ $count })
order-drop-batch = 去掉 { $code }
