# 录入订单、销售记录
log-order-entry = 录入订单
log-orders-title = <b>录入订单</b> · 选择客户
log-orders-row = { $index } { $name }
    　{ $contact }
log-orders-row-lost = { $index } { $name }
    　已不在名下，只能补录之前的合同
log-orders-none = 还没有可录入订单的客户。
sale-headed = { $mark }<b>{ $number }</b>
log-order-title = 录入订单
log-order-lines = 明细
log-order-lines-hint = 一单可有几行，每行一个项目
log-order-day = 销售日期
log-order-day-hint = 合同签订那天，例如 昨天 或 11-20
log-order-reference = 合同号
log-order-reference-hint = 没有可跳过
order-line-title = 明细
order-line-project = 项目名称
order-line-project-hint = MCU型号和产品领域随项目带入
order-line-quantity = 数量
order-line-quantity-hint = 例如 5000 或 5k
order-line-price = 单价(元, 含税)
order-line-price-hint = 每片，例如 3.2；外币写 0.45 美元
order-line-maybe-price = 单价(元, 含税)
order-line-maybe-price-hint = 每片，例如 3.2；可跳过
order-line-batches = 批次号
order-line-batches-hint = 例如 A12 A13；知道各多少就写 A12:2000 A13:3000
order-line-shares = 每批数量
order-line-shares-hint = 批次多于一单所能记的，会拆成几张关联订单。按批次顺序写数量，例如 2000 2000 1000
sale-project = { $name } · { $mcu } · { $domain }
sale-project-not-there = 项目不在其中
sale-pieces = { $value } 片
sale-pieces-about = 数量以片为单位
sale-money = { $value } { $currency ->
    [CNY] 元
    [USD] 美元
    [HKD] 港元
   *[other] { $currency }
}
sale-batch-of = { $code }（{ $quantity }）
sale-evenly = 平均分
sale-evenly-key = 平均分
sale-not-a-batch = “{ $typed }”不像批次号。写批次号，中间空格，例如 A12 A13；数量写在冒号后，例如 A12:2000
sale-batch-twice = 批次 { $code } 写了两次
sale-batches-many = 一次最多写 { $most } 个批次
sale-not-shares = “{ $typed }”未识别。按批次顺序写数量，例如 2000 2000 1000
sale-shares-off = 共 { $batches } 个批次、{ $quantity } 片；您写了 { $count } 个数，合计 { $told }。请重写
sale-too-few-pieces = 只有 { $quantity } 片，分不到每个批次，请改数量或批次
sale-slip-quantity = ⚠ 数量 { $quantity }，以往最多一次 { $before }
sale-slip-price = ⚠ 单价 { $price }，上次 { $before }
sale-slip-right = 没错
sale-line-called = { $project } · { $mcu } · { $quantity } 片{ $priced ->
    [yes] {" "}× { $price }
   *[no] {""}
}{ $batched ->
    [yes] {" "}· 批次 { $batches }
   *[no] {""}
}
sale-of-contact = <b>{ $name }</b> · { $contact }
sale-until = 只能补录 { $until } 及之前的合同
sale-price-to-vendor-full = 单价：厂商可见
sale-price-to-vendor-average = 单价：厂商只见型号季度均价
sale-price-to-vendor-none = 单价：厂商不可见
sale-late-told = { $day } 那个月已结账，这单算补录，要公司主账户确认后才计入。
sale-logged = ✅ 已录入 <b>{ $number }</b> · { $day }
sale-logged-return = ✅ 已录入退货 <b>{ $number }</b> · { $day }
sale-logged-late = ⏳ 补录 <b>{ $number }</b> · { $day }
sale-waits-for-owner = 已请公司主账户确认，确认后计入当月。
sale-linked = 批次较多，拆成 { $count } 张关联订单。
log-another-key = 再录一单
log-same-key = 同客户再录
project-missing-title = <b>录入订单</b> · 还没有这个项目
project-missing-why = 订单要写明项目。可以请业务员 { $contact } 先添加，订单留作草稿。
project-missing-hint = 先把订单写下来也行，例如 BAT32G135 5000 片 3.2 元 批次 A12
project-ask-key = 请{ $contact }添加项目
project-asked = ✅ 已请 { $contact } 添加项目
project-asked-then = 订单已留作草稿，项目有了会通知您。

sale-row = ▪ { $project } · { $mcu }
sale-row-numbered = { $index } { $project } · { $mcu }
sale-row-batches = 　批次 { $batches }
sale-from-before = 上线前订单
sale-figures = 　{ $quantity } × { $price } = { $amount }
sale-figures-mean = 　{ $quantity }　季度均价 { $price }
sale-figures-plain = 　{ $quantity } 片
sale-total = 合计 { $amount }
sale-more-lines = 　… 还有 { $count } 行
sale-mark-void = ⛔ 已作废{" "}
sale-mark-waits = ⏳ 补录待确认{" "}
sale-mark-late = 补录{" "}
sale-mark-return = 退货{" "}
sale-mark-late-return = 退货 补录{" "}
sale-mark-none = {""}
sale-said = { $day } · { $author }
sale-said-by = { $day } · { $author } 录入 · 业务员 { $contact }
sale-agency = { $agency }
sale-reference-line = 合同号 { $reference }
sale-logged-at = 录入 { $at }
sale-linked-to = 关联订单 { $numbers }
sale-returned = 退货 { $day } { $quantity } 片（{ $number }）
sale-delivered = 发货 { $day } { $quantity } 片{ $batched ->
    [yes] {" "}· { $batches }
   *[no] {""}
}
sale-confirmed = 补录 { $at } 由{ $author }确认
sale-changed = 已更正 { $times } 次，最近 { $at } { $author }
sale-closed = { $on } 已结账，更正请找公司主账户。
sale-line-of = <b>{ $number }</b> 第 { $index } 行
sale-line-key = 第 { $index } 行
sale-batches-key = 加批次
sale-deliver-key = 发货
sale-return-key = 退货
sale-return-before-key = 上线前退货
sale-void-key = 作废
sale-void-sure = 作废 <b>{ $number }</b>？只用于没有成交的订单，记录会保留。
sale-void-yes = 确认作废
sale-versions-title = 更正记录 <b>{ $number }</b>
sale-version = 第 { $version } 版 · { $at } { $author } 更改（{ $why }）
sale-version-day = 合同日期 { $day }
sale-why-slip = 写错
sale-why-changed = 客户改单
sale-why-other = 其它
sale-why-batches = 加批次
sale-why-voided = 作废

sales-key = 销售记录
sales-title = <b>销售记录</b> · { $count }
sales-none = 还没有订单。
sales-none-found = 没有符合条件的订单。
sales-price-average = 单价为型号季度均价
sales-price-none = 单价不显示
sales-row = { $index } { $mark }{ $day } · { $facts }
sales-row-agency = { $agency } { $person }
sales-row-customer = 　{ $name }
sales-row-lines = 　{ $count } 行　{ $about }
sales-filter-title = 筛选订单
sales-all-key = 全部订单
sales-narrowed = 只看：{ $facts }
sales-period-month = 本月
sales-period-last-month = 上月
sales-period-quarter = 本季
sales-period-year = 今年
sales-by-project = 按项目
sales-by-model = 按型号
sales-by-author = 按录入人
batch-search-key = 查批次
batch-title = <b>查批次</b>
batch-hint = 写批次号，例如 A12
batch-found = <b>批次 { $code }</b> · { $count } 单
batch-none = 没有订单写过这个批次。
batch-another-key = 查别的批次
batch-look-key = 查看批次

correct-order-title = 更正订单
correct-order-day = 销售日期
correct-order-lines = 明细
correct-order-why = 更正原因
sale-correcting = 更正 { $number }，原内容会保留
sale-corrected = ✅ 已更正 <b>{ $number }</b>
add-batches-title = 加批次
add-batches-batches = 批次号
add-batches-batches-hint = 例如 A14；知道多少就写 A14:2000
sale-batches-added = ✅ 已记下批次 <b>{ $number }</b>
return-goods-title = 退货
return-goods-quantity = 退货数量
return-goods-day = 退货日期
return-goods-reference = 单号
return-goods-reference-hint = 没有可跳过
sale-left = 还可退 { $left } 片
return-from-before-title = 上线前退货
return-from-before-mcu = MCU型号
return-from-before-quantity = 退货数量
return-from-before-price = 单价(元, 含税)
return-from-before-price-hint = 当时每片的价格，例如 3.2
return-from-before-day = 退货日期
return-from-before-reference = 单号
return-from-before-reference-hint = 没有可跳过
return-from-before-why = 用于系统上线之前卖出的货
deliver-title = 发货
deliver-quantity = 发货数量
deliver-day = 发货日期
deliver-batches = 批次号
deliver-batches-hint = 例如 A12 A13，可跳过
sale-unshipped = 还有 { $left } 片没发
sale-more-than-unshipped = 发 { $quantity } 片太多，还有 { $left } 片没发
sale-before-contract = { $day } 在合同日期 { $since } 之前
sale-delivery-kept = ✅ 已记下发货 <b>{ $number }</b>

notice-batch-shared = ⚠ 批次 { $batch } 有两家代理商登记
notice-batch-shared-who = { $agencies }

refusal-no-lines = 订单里还没有明细，请加一行。
refusal-day-outside = { $day } 不行：合同日期应在 { $since } 至 { $until } 之间。
refusal-quantity-outside = 数量 { $quantity } 不行，应在 1 到 { $largest } 之间。
refusal-price-outside = 单价 { $price } 不行，应在 { $lowest } 到 { $highest } 之间，最多六位小数。
refusal-price-missing = 请填单价。
refusal-unknown-currency = 不支持 { $currency }，可用 { $known }。
refusal-batches-dont-add-up = { $missing ->
    [0] 各批数量合计 { $told }，与数量 { $quantity } 不符。
   *[other] 还有 { $missing } 个批次没写数量：要么都写，要么都不写。
}
refusal-bad-batch = “{ $code }”不像批次号。
refusal-project-without-model = 项目“{ $project }”还没有MCU型号，请业务员在跟进里补上。
refusal-agency-suspended = 贵公司目前暂停，不能录入订单，请联系渠道经理。
refusal-month-closed = 这个月已于 { $on } 结账，更正请找公司主账户。
refusal-already-void = { $number } 已作废。
refusal-nothing-changed = 没有改动。
refusal-returns-or-deliveries = { $number } 已有退货或发货，不能作废，也不能少于已退或已发的数量。
refusal-more-than-sold = { $quantity } 片太多，最多 { $left } 片。
refusal-too-many-batches = 一单最多 { $most } 个批次，多的请另录一单。
refusal-return-is-voided = { $number } 是退货单，写错请作废后重录。
refusal-not-late = { $number } 不用确认了。
refusal-no-salesperson = 这个客户目前没有业务员，无法请人添加项目。
refusal-nothing-ready = 还有没答的问题，暂不能确认。
refusal-card-changed = 刚有同事改过，内容已更新，请再核对。

job-export-orders = 导出销售记录
export-orders-file = 销售记录 { $day }.xlsx
export-orders-lines = 销售明细
export-orders-old = 旧表
export-orders-deliveries = 发货
export-orders-column-number = 系统订单号
export-orders-column-state = 状态
export-orders-column-day = 销售日期
export-orders-column-name = 客户
export-orders-column-agency = 代理商
export-orders-column-contact = 业务员
export-orders-column-project = 项目名称
export-orders-column-mcu = MCU型号
export-orders-column-written = 完整型号
export-orders-column-domain = 产品领域
export-orders-column-quantity = 数量
export-orders-column-price = 单价(含税)
export-orders-column-currency = 币种
export-orders-column-amount = 金额
export-orders-column-batches = 批次号
export-orders-column-reference = 合同号
export-orders-column-author = 录入人
export-orders-column-at = 录入时间
export-orders-column-of = 行
export-orders-column-batch-1 = 批次1
export-orders-column-batch-2 = 批次2
export-orders-column-batch-3 = 批次3
export-orders-column-delivered = 发货日期
export-orders-state-void = 已作废
export-orders-state-waits = 补录待确认
export-orders-state-order = 订单
export-orders-state-order-late = 补录
export-orders-state-return = 退货
export-orders-state-return-late = 退货（补录）
sales-summed = { $by ->
    [delivery] 按发货共 { $parts }
   *[contract] 共 { $parts }
}
sales-summed-late = 其中补录 { $pieces } 片
sales-in-yuan = 折合 { $amount }
sales-by-delivery-key = 按发货
sales-by-contract-key = 按签约
