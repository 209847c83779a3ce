## 下次拜访
visit-key = 下次拜访
visits-entry = 拜访安排
visits-title = 🗓 拜访安排 { $count }
visits-row = { $index } { $on } { $name } · { $person }{ $past ->
    [yes] （已过）
   *[no] { "" }
}
visits-none = 还没有安排拜访。在客户卡片上点“下次拜访”，或写跟进时填写
visit-title = 🗓 { $on } 拜访
visit-person = 跟进人 { $person }
visit-stands = 现定于 { $on }，可改期
visit-planned = ✅ 下次拜访 { $on }
visit-planned-how = 前一个工作日和当天早上提醒；当天起写了跟进，这次拜访就算完成
visit-move-key = 改期
visit-cancel-key = 取消拜访
visit-cancel-sure = 确定取消这次拜访？
visit-cancel-sure-key = 确定取消
visit-cancelled = 已取消
plan-visit-title = 下次拜访
plan-visit-on = 拜访日期
plan-visit-on-hint = 例如 下周三、12-08
customer-visit = 🗓 下次拜访 { $on }
customer-visit-past = 🗓 原定 { $on } 拜访，还没有写跟进
home-visits = 🗓 今天有 { $count } 家要拜访
follow-up-visit-next = 下次拜访 { $on }
follow-up-visit-moved = 下次拜访 { $before } → { $on }
visit-day-only = { $day }（只记日期，“{ $hour }”请自行记下）
visit-hour-not-kept = 下次拜访只记日期，“{ $hour }”留在正文里，提醒不带时间
visit-not-read = “{ $said }”读不出是哪一天，下次拜访没有安排；可点该项填写
whose-visit-title = 拜访哪个客户？
read-as-visit = 下次拜访 · { $name }
reminder-visit = 🗓 { $when ->
    [today] 今天
   *[later] { $on }{ " " }
}拜访 { $name }
reminder-visit-past = 🗓 { $on } 拜访了 { $name } 吗？还没有写跟进
notice-visit-set = 🗓 { $by } 安排了 { $on } 拜访 { $name }
notice-visit-cancelled = 🗓 { $by } 取消了 { $on } 对 { $name } 的拜访
notice-visit-handed-over = 🗓 { $name } 移交给您，{ $on } 的拜访也由您接手
refusal-visit-past = 请选今天起两年内的日期，{ $on } 不在其中
event-visit-set = 安排拜访
event-visit-ended = 拜访结束
event-visit-handed-over = 拜访移交
