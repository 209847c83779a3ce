# 用表格录入订单：模板、核对卡片、名称、结果文件
orders-list-entry = 用表格录入
orders-list-title = <b>用表格录入订单</b>
orders-list-how = 把 Excel 或 CSV 直接发到这里：ERP 出货单、月度台账、自己的表都可以。先核对，您确认后才录入。
orders-list-how-template = 模板里有本公司的客户、项目、型号可选。
orders-list-template-key = 模板
orders-list-template-name = 订单模板
orders-list-template-asked = 模板马上发来，填好后发到这里。
job-orders-template = 订单模板
job-import-orders = 录入订单表格
job-take-back-orders = 撤回订单表格
job-count-late-orders = 确认补录
list-sent-what = 这是什么清单？
import-checking = 正在检查，结果见下方卡片；您确认后才会生效。
orders-list-list = 订单
orders-list-catalogue = 可选
orders-list-units = 片 K 万片
orders-list-taxed = 含税
orders-list-untaxed = 未税
orders-list-choose = 请从列表中选择。

## 列名
orders-list-column-day = 销售日期
orders-list-column-customer = 客户名称
orders-list-column-project = 项目名称
orders-list-column-mcu = MCU型号
orders-list-column-quantity = 数量
orders-list-column-unit = 单位
orders-list-column-price = 单价（每片）
orders-list-column-net-price = 未税单价
orders-list-column-tax = 含税
orders-list-column-currency = 币种
orders-list-column-amount = 金额
orders-list-column-batches = 批次号
orders-list-column-batch-2 = 批次号2
orders-list-column-batch-3 = 批次号3
orders-list-column-reference = 合同号
orders-list-column-kind = 类型
orders-list-sample-day = 2026-11-05
orders-list-sample-customer = 深圳市星河联创电子有限公司
orders-list-sample-project = 变频空调主控
orders-list-sample-mcu = BAT32G139
orders-list-sample-quantity = 5000
orders-list-sample-unit = 片
orders-list-sample-price = 3.2
orders-list-sample-tax = 含税
orders-list-sample-currency = CNY
orders-list-sample-batches = A12、A13
orders-list-sample-reference = HT2026-0305
orders-list-note-day = 必填，合同签订的日期
orders-list-note-customer = 必填，可从列表选，也可写简称
orders-list-note-project = 客户只有一个项目或型号对得上时可不填
orders-list-note-mcu = 有项目名称时可不填
orders-list-note-quantity = 必填；退货写负数
orders-list-note-unit = 不填就是片
orders-list-note-price = 一片的价格
orders-list-note-tax = 不填就是含税；未税的按税率换算
orders-list-note-currency = 不填就是人民币
orders-list-note-batches = 多个用、隔开；超过三个要写数量，如 A12:2000、A13:3000
orders-list-note-reference = 同一客户同一天，合同号相同的算一单

## 核对卡片
orders-list-foreseen = 共 { $total } 行，可录入 { $count } 行
orders-list-asks = 尚未录入，确认后开始。
orders-list-cancelled = 已取消，没有录入任何订单。
orders-list-month = { $month }　{ $rows } 行 { $pieces } 片 { $amounts }
orders-list-month-plain = { $month }　{ $rows } 行 { $pieces } 片
orders-list-months-more = 更早 { $count } 个月　{ $rows } 行
orders-list-count-returns = ↩ 退货 { $count } 行：冲减同项目最近的订单，找不到的记为上线前订单
orders-list-count-late = ⏳ 补录 { $count } 行：当月已结账，公司主账户确认后计入
orders-list-count-known = 已记 { $count } 行，不重复录入
orders-list-count-refused = ⚠ 需修改 { $count } 行
orders-list-count-left = 按您的选择不录入 { $count } 行
orders-list-asked = ❓ 待确认的名称 { $count } 个，共 { $rows } 行
orders-list-meant-customer = “{ $typed }”认作 { $meant }（{ $count } 行）
orders-list-meant-project = 项目“{ $typed }”认作 { $meant }（{ $count } 行）
orders-list-meant-more = 另 { $count } 个简称也认出了
orders-list-told-merged = 客户名称有合并单元格：第 { $rows } 行{ $more ->
    [0] {""}
   *[other] {" "}等
}，各行都算该客户
import-told-unit-pieces = “{ $title }”按 { $unit } 读，换算成片
orders-list-phase-read = 读取表格
orders-list-phase-foresee = 检查各行
orders-list-phase-take = 录入各行
orders-list-phase-tell = 通知相关人员
orders-list-phase-result = 生成结果文件
orders-list-outcome = ✅ 录入 { $rows } 行，{ $count } 单
orders-list-outcome-late = ⏳ 其中补录 { $count } 单，待公司主账户确认
orders-list-nothing = 没有录入新的订单
orders-list-names-key = 确认名称 ({ $count })

## 名称
orders-list-name-title = <b>名称</b> { $index }/{ $count }
orders-list-name-customer = 是哪个客户？第 { $row } 行起，共 { $count } 行
orders-list-name-project = 是哪个项目？第 { $row } 行起，共 { $count } 行
orders-list-name-hint = 输入几个字可查找客户；选好后本公司以后都认得。
orders-list-name-none = 没有找到“{ $text }”。换几个字试试。
orders-list-name-out-key = 不录入这 { $count } 行
orders-list-name-later-key = 以后再说
orders-list-names-said = 正在重新核对，结果见下方卡片。
orders-list-names-over = 这张表已经处理，请看最新的卡片。

## 撤回、补录
orders-list-back-sure = 撤回这张表录入的全部订单？它们将作废；已更正、退货、发货或确认补录的不动。
orders-list-back-done = ✅ 已撤回 { $count } 单
orders-list-back-kept = ⚠ { $count } 单期间已有改动，未撤回
orders-list-counted = ✅ { $count } 单计入各自的月份
orders-list-late-title = ⚠ <b>补录</b> · { $by } 的表格
orders-list-late-month = { $month }　{ $count } 单
orders-list-late-none = ✅ 没有待确认的了
orders-list-late-key = 确认补录 ({ $count })
orders-list-late-begun = 正在计入
notice-orders-brought = 📥 { $by } 用表格录入了您客户的 { $count } 单
notice-late-counted = ✅ { $by } 确认了您表格里的补录，{ $count } 单计入各自的月份
notice-batches-shared = ⚠ { $count } 个批次不止一家代理商登记，例如 { $batches }
refusal-nothing-to-take-back = 没有可以撤回的订单了。
refusal-nothing-late = 没有待确认的补录了。

## 结果文件
orders-list-look = 核对
orders-list-result = 结果
orders-list-head-row = 行号
orders-list-head-customer = 客户
orders-list-head-fate = 结果
orders-list-head-column = 列
orders-list-head-why = 说明
orders-list-head-order = 订单
orders-list-fate-logged = 已录入
orders-list-fate-remark = 可录入，请核对
orders-list-fate-known = 已记，未重复录入
orders-list-fate-refused = 未录入，需修改
orders-list-fate-left = 未录入
orders-list-known = 已有相同的订单
orders-list-left = 您选择不录入
orders-list-return-of = 退自 { $number }
orders-list-return-before = 记为上线前订单

## 一格里的问题
orders-list-wrong-missing = 必填，不能为空
orders-list-wrong-formula = 是公式，文件里没有保存结果，请在 Excel 里打开并保存
orders-list-wrong-error = 是出错的单元格（如 #N/A），请填写
orders-list-wrong-long = 太长，最多 { $hint } 个字
orders-list-wrong-merged = 合并单元格的数不知道是几行的，请拆开填写
orders-list-wrong-subtotal = “{ $typed }”像是小计，不录入
orders-list-wrong-not-a-day = “{ $typed }”不是日期，例如 { $hint }
orders-list-wrong-day-month = “{ $typed }”只有年月，请写到日
orders-list-wrong-day-several = “{ $typed }”不止一种读法：{ $hint }
orders-list-wrong-day-future = { $typed } 还没到，请写合同签订的日期
orders-list-wrong-day-outside = { $typed } 不在本公司的保护期内（{ $hint }）
orders-list-wrong-unit = 单位“{ $typed }”不知道是多少片，请换算成片
orders-list-wrong-units = 数量“{ $hint }”自带单位，与单位列“{ $typed }”重复
orders-list-wrong-quantity = “{ $typed }”不是确切的整数
orders-list-wrong-zero = 数量不能是 0
orders-list-wrong-quantity-outside = { $typed } 太大，最多 { $hint }
orders-list-wrong-price-unit = 单价是一片的还是一{ $hint }的？请加上金额列，或把单价写成一片的
orders-list-wrong-price-inexact = 没有单价，{ $hint } 除不尽，请填单价
orders-list-wrong-price-outside = 单价 { $typed } 不在 { $hint } 之内
orders-list-wrong-amount = 金额“{ $typed }”对不上：{ $hint }
orders-list-wrong-money = “{ $typed }”不是金额
orders-list-wrong-free = 单价 0 的不是订单，样品请不要录入
orders-list-wrong-tax = “{ $typed }”看不出含税还是未税
orders-list-wrong-currency = 不认识币种“{ $typed }”，可用 { $hint }
orders-list-wrong-currencies = 币种不一致：{ $hint }
orders-list-wrong-batch = 批次号“{ $hint }”写法不对
orders-list-wrong-batches = 批次超过 { $hint } 个时各批要写数量，加起来等于总数，如 A12:2000、A13:3000
orders-list-wrong-no-order = “{ $typed }”不是订单，不录入
orders-list-wrong-customer-unknown = 没有找到客户“{ $typed }”，请确认名称或先报备
orders-list-wrong-customer-like = “{ $typed }”是不是 { $hint }？请确认
orders-list-wrong-customer-several = “{ $typed }”可能是 { $hint }，请确认
orders-list-wrong-not-yours = “{ $typed }”不是本公司的客户
orders-list-wrong-no-project = 这个客户还没有带型号的项目，请业务员在跟进里添加
orders-list-wrong-project-like = 没有叫“{ $typed }”的项目，是不是 { $hint }？请确认
orders-list-wrong-project-several = “{ $typed }”对得上几个项目：{ $hint }，请确认
orders-list-wrong-mcu-other = 项目的型号不是“{ $typed }”：{ $hint }
orders-list-wrong-mcu-none = 没有用“{ $typed }”的项目，现有 { $hint }

## 这样读入的单元格
orders-list-remark-day-serial = { $typed } 按日期 { $hint } 读
orders-list-remark-day-year = “{ $typed }”没有写年份，按 { $hint } 读
orders-list-remark-own-unit = “{ $typed }”与列名的单位不同，按 { $hint } 片读
orders-list-remark-net = 未税单价按税率换算成含税：{ $hint }
orders-list-remark-price-digits = “{ $typed }”取六位小数：{ $hint }
orders-list-remark-price-of-amount = 没有单价，由金额得出 { $hint }
orders-list-remark-kind = 类型“{ $typed }”按订单读
orders-list-remark-slip-price = 单价 { $typed } 与上次 { $hint } 相差较大
orders-list-remark-slip-quantity = 数量 { $typed } 远大于以往最多的 { $hint }
orders-list-remark-twin = 与第 { $hint } 行完全相同，请核对是否两单
