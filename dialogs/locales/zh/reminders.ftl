digest-title = ⏰ <b>今日提醒</b>{ $count ->
    [0] {""}
   *[other] {" "}({ $count })
}
digest-row = { $index } { $text }
digest-key = { $index } { $label }
digest-done = 都已处理。
missed-title = 📎 <b>未送达的提醒</b> ({ $count })
missed-seen-key = 知道了
missed-entry = 未送达的提醒
home-missed = 📎 { $count } 条提醒曾未送达
reminder-protection = { $name }　保护期{ $days ->
    [0] 今天到期
   *[other] 剩 { $days } 天（至 { $until }）
}{ $confirming ->
    [yes] ，阶段待确认
   *[no] {""}
}{ $person ->
    [none] {""}
   *[other] （{ $person }）
}
reminder-follow-up = { $name }　{ $days } 天未跟进
reminder-follow-ups-late = 逾期未跟进：{ $count } 个客户超过 { $limit } 天，最久 { $days } 天
reminder-follow-up-late = { $name }　{ $days } 天未跟进（{ $person }）
reminder-answer-late = { $name }　{ $kind }未批，已过期 { $days } 天（{ $approvers }）
reminder-approval = { $kind }　{ $name } · { $agency } · { $at } 提交
reminder-draft = 草稿没填完　{ $title }（{ $at }）
reminder-pool = 资源池新客户　{ $what }，{ $at } 起可申请
reminder-announcement = 公告未读　{ $title }
reminder-unreachable = { $name }（{ $company }）收不到消息，请提醒本人打开机器人
reminder-milestone = { $name }　{ $project }　{ $milestone }节点将到（{ $due }）
reminder-milestone-past = { $name }　{ $project }　{ $milestone }节点已过（{ $due }）
reminder-document = { $number } 的{ $documents }{ $when ->
    [passed] 已过期
    [both] 已过期或将到期
   *[coming] 将到期
}，请换新
reminder-contract = { $year } 财年合同到 { $until } 为止，请提交 { $next } 财年签约
digest-reply-hint = 回复本条消息即可写跟进
digest-reply-hint-several = 回复本条消息即可写跟进，以客户名开头
mail-unreachable = 聊天里的提醒发不到您：请打开机器人点“开始”。账户不见了，请开通账户的人重发邀请链接。
mail-open = 打开机器人：{ $link }
