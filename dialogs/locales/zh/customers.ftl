customers-title = <b>我的客户</b> · { $count }
customers-found = <b>我的客户</b> · “{ $text }” { $count } 个
customers-none = 还没有在保客户。
customers-none-found = 没有符合的客户，换几个字试试。
customers-search-hint = 输入客户名称中的几个字可查找
customers-row = { $index } { $mark ->
    [red] 🔴{" "}
   *[none] {""}
}{ $name }
    　{ $ends } · { $person }
customers-until = 保护至 { $until }
customers-endless = 量产保护
customers-all-key = 全部客户
customer-stage = 项目状态　{ $stage }
customer-contact = { $agency } · { $person }
customer-protected = { $mark ->
    [red] 🔴{" "}
   *[none] {""}
}保护至 { $until }（剩 { $days } 天）
customer-protected-endless = 量产保护，不设到期日
