# 订单预期、准确度、缺口
forecast-entry = 订单预期
forecast-title = <b>订单预期 { $span }</b>
forecast-total = 标准 <b>{ $standard } 片</b> · 校准 { $calibrated } 片
    按近三月均值 { $naive } 片
    未折算 { $volume } 片 · { $projects } 个项目
forecast-total-alone = 标准 <b>{ $standard } 片</b>
    按近三月均值 { $naive } 片
    未折算 { $volume } 片 · { $projects } 个项目
forecast-amount = 标准约 { $amount } 元（按近三月均价）
forecast-layers = { $parts }
forecast-layer = { $name } { $pieces }
forecast-layer-running = 稳供
forecast-layer-ramp = 爬坡
forecast-layer-pipeline = 储备
forecast-few-cases = 校准：样本不足，按标准概率
forecast-frozen = 校准按 { $day } 所知，月初定稿
forecast-bias-high = 近 { $months } 个月：标准偏高 { $bias }；误差 标准 { $standard }，校准 { $calibrated }，均值 { $naive }
forecast-bias-low = 近 { $months } 个月：标准偏低 { $bias }；误差 标准 { $standard }，校准 { $calibrated }，均值 { $naive }
forecast-unmeasured = 还没有关账的预期月份，误差未知
forecast-none = 这段时间没有预期
forecast-row = { $index }. { $name }　<b>{ $standard }</b> 片
    校准 { $calibrated } · 均值 { $naive } · 未折算 { $volume } · { $projects } 项
forecast-project = { $index }. { $name }　<b>{ $standard }</b> 片（{ $facts }）
    校准 { $calibrated } · 均值 { $naive } · 未折算 { $volume }
forecast-row-alone = { $index }. { $name }　<b>{ $standard }</b> 片
    均值 { $naive } · 未折算 { $volume } · { $projects } 项
forecast-project-alone = { $index }. { $name }　<b>{ $standard }</b> 片（{ $facts }）
    均值 { $naive } · 未折算 { $volume }
forecast-passed = ⚠ 节点已过
forecast-from = { $day } 起
forecast-by-project = 按项目
forecast-projects-key = 看项目
forecast-span-title = 看哪段时间？
forecast-span-hint = 也可直接输入，例如 下季度，明年Q2 BAT32G135 按客户
forecast-span-next-month = 下月
forecast-span-next-quarter = 下季度
forecast-span-three = 未来 3 个月
forecast-span-year = 未来 12 个月
refusal-too-many-projects = 项目太多（超过 { $projects } 个），一时算不完。选一家代理商，或输入省区、客户、型号
forecast-too-many-away = 全部的可用图表或 Excel 看，算好自动发来
forecast-narrower = { $index }. { $name }　{ $projects } 个项目
accuracy-key = 准确度
accuracy-title = <b>预期准确度 · { $horizon ->
    [1] 当月
   *[other] 提前 { $horizon } 个月
} · { $by }</b>
accuracy-months = 最近 { $months } 个已关账月份
accuracy-total = 全部
accuracy-row = { $name }
    误差 标准 { $standard } · 校准 { $calibrated } · 均值 { $naive }
    标准偏差 { $bias } · 校准比均值 { $gain }
accuracy-hint = 误差 = 各型号×代理商的差额合计 ÷ 实际
accuracy-ahead-key = { $horizon ->
    [1] 看当月
   *[other] 看提前 { $horizon } 个月
}
gaps-key = 缺口
gaps-title = <b>预期缺口（{ $count }）</b>
gaps-none = ✅ 没有缺口
gaps-row = { $index }. { $customer } · { $project }
    { $why } · 年预期 { $yearly } 片
gaps-kind-key = { $name } { $count }
gaps-silent = 久未下单
gaps-behind = 低于预期
gaps-passed = 节点已过
gaps-unrevised = 预期过旧
gaps-why-never = ⚠ 量产后没有订单
gaps-why-silent = ⚠ { $days } 天没有订单
gaps-why-behind = ⚠ 上季度只到预期的 { $days }%
gaps-why-passed = ⚠ 节点过了 { $days } 天
gaps-why-unrevised = 年预期 { $days } 天没更新
forecast-other-time = 不能预期“{ $said }”。预期从本月到 { $last }，可输入 下月、Q1、明年Q2、今年、未来 6 个月
forecast-outside = ⚠ 预期从本月到 { $last }，问的时间不在其中
gaps-title-alone = <b>预期缺口</b>
reach-key = 目标差距
reach-title = <b>目标差距</b>
reach-none = 本季度和下季度还没定目标
reach-row = { $index }. { $name }　{ $told }
reach-short = ⚠ { $span } 还差 { $lacking }
    目标 { $target }，已售 { $sold }，{ $column }预期 { $expected }
reach-nearly = { $span } 还差 { $lacking }
    目标 { $target }，已售 { $sold }，{ $column }预期 { $expected }
reach-enough = ✅ { $span } 超出 { $lacking }
    目标 { $target }，已售 { $sold }，{ $column }预期 { $expected }
reach-pieces = { WAN($value) }片
reach-amount = { WAN($value) }元
draw-outlook-begun = 正在画图
export-outlook-begun = 正在导出，完成后自动发来
