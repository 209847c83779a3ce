# 订单预期的图
job-draw-outlook = 订单预期图
outlook-picture-file = 订单预期 { $day }.png
outlook-finding = { $span }预期（{ $column }）{ WAN($value) }片{ $change }
outlook-finding-of = { $who } { $span }预期（{ $column }）{ WAN($value) }片{ $change }
outlook-than-naive = 近三月均值
outlook-about = 预期订单（片） · { $by }
outlook-series-standard = 标准
outlook-series-calibrated = 校准
outlook-series-naive = 近三月均值
outlook-standard = 标准 { WAN($value) }片
outlook-calibrated = 校准 { WAN($value) }片
outlook-standard-key = 看标准
outlook-calibrated-key = 看校准
