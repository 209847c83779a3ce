customers-title = <b>我的客户</b> · { $count }
customers-found = <b>我的客户</b> · { $by } · { $count }
customers-none = 还没有在保客户。
customers-none-found = 没有符合的客户，换几个字试试。
customers-search-hint = 输入客户、项目、型号或人名的几个字可查找
customers-row = { $index } { $marks }{ $name }
    　{ $facts }
customers-at = { $agency } · { $person }
customers-deciding = { $kind ->
    [stage_confirmation] 阶段待确认
   *[extension] 延期待审批
}（原至 { $until }）
customers-found-by = 　▪ { $name }
customers-until = 保护至 { $until }
customers-endless = 量产保护
customers-all-key = 全部客户
customer-stage = 项目状态　{ $stage }
customer-contact = { $agency } · { $person }
customer-protected = { $mark ->
    [red] 🔴{" "}
   *[none] {""}
}保护至 { $until }（剩 { $days } 天）
customer-protected-past = 🔴 保护至 { $until }（已过期 { $days } 天，待审批）
customer-protected-endless = 量产保护，不设到期日
customer-contact-helped = { $agency } · { $person } · 技术 { $engineers }
customer-project = ▪ { $name }　{ $stage } · 年预期 { $yearly } · { $milestone } { $due }
customer-followed = 上次跟进　{ $at } { $who }：{ $text }
quoted = “{ $text }”
filter-key = 筛选
filter-title = <b>筛选客户</b>
filter-ending = { $days } 天内到期
filter-overdue = 逾期跟进
filter-silent = 长期未跟进
filter-without-project = 无项目
filter-agency = 按代理商
filter-agency-hint = 输入代理商名称的几个字可查找
filter-stage = 按项目状态
filter-domain = 按产品领域
filter-region = 按区域
filter-region-hint = 输入省市名称、拼音或首字母可查找
filter-person = 按业务员
filter-person-hint = 输入姓名的几个字可查找
