home-who = <b>{ $name }</b> · { $place } · { $type }
home-approvals = 📋 { $count } 条待审批
home-ending = 🔴 { $count } 个客户 { $days } 天内到期
report-entry = 报备客户
customers-entry = 我的客户
requests-entry = 申请处理
approvals-entry = 待审批
people-entry = 人员管理
home-left-key = 继续：“{ $text }”
link-label = { $english ->
   *[other] { $label }
}
more-entry = 更多
more-title = 更多
drafts-entry = 草稿
language-entry = 语言
accounts-entry = 切换账户
help-entry = 帮助
home-overdue = ⏰ { $count } 个客户跟进逾期
home-unread = 🟢 { $count } 条新点评
