week-line = 本周　{ $facts }
week-moved = 7 天内 { $count } 个项目有更新
week-still = 7 天内没有项目更新
week-overdue = ⏰ { $count } 个客户跟进逾期{ $silent ->
    [0] {""}
   *[other] （{ $silent } 个长期未跟进）
}
week-ending = 🔴 { $count } 个客户 { $days } 天内到期
week-target = { $span } { $told }
week-calibrated = 校准预期 本月还有 { $this } 片，下月 { $next } 片（近三月均值 { $naive }）
week-standard = 标准预期 本月还有 { $this } 片，下月 { $next } 片（近三月均值 { $naive }）
week-standard-biased = 标准预期 本月还有 { $this } 片，下月 { $next } 片（近三月均值 { $naive }，标准历来偏差 { $bias }）
