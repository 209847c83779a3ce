follow-ups-key = 跟进记录
follow-ups-title = <b>跟进记录</b> · { $count }
follow-ups-title-days = <b>跟进记录</b> · 近 { $days } 天 { $count }
follow-ups-none = 还没有跟进记录。
follow-ups-row = { $index } { $mark ->
    [green] 🟢{" "}
   *[none] {""}
}{ $at } · { $who }{ $files ->
    [0] { "" }
   *[other] {" "}📎 { $files }
}
follow-ups-dynamics = 　{ $text }
follow-ups-move = 　▪ { $name }　{ $stages }
follow-up-who-helped = { $person }（技术 { $helpers }）
former-holder = 原代理商
days-key = 近 { $days } 天
all-time-key = 全部时间
follow-up-report-title = 客户跟进 <b>{ $number }</b>
follow-up-report-who = { $at } · { $who }
follow-up-report-corrected = 已更正 { $times } 次，最近 { $at }
follow-up-project = ▪ <b>{ $name }</b>　{ $stages } · { $mcu }
    　年预期 { $yearly } · { $milestone } { $due }
follow-up-project-progress = 　{ $text }
project-is-new = { $stage }（新项目）
stage-moved = { $before } → { $after }
changed-number = { $before } → { $after }
corrections-key = 更正记录
corrections-title = 更正记录 <b>{ $number }</b>
corrections-version = 第 { $version } 版 · { $at } · { $by }
difference = 　{ $label }：{ $before } → { $after }
difference-project = 　{ $project } · { $label }：{ $before } → { $after }
difference-added = 　加入项目 { $project }
difference-removed = 　去掉项目 { $project }
