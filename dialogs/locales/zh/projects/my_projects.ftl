my-projects-entry = 我的项目
my-projects-title = <b>我的项目</b> · { $count }
my-projects-found = <b>我的项目</b> · { $by } · { $count }
my-projects-row = { $index } { $name }　{ $stage } · { $milestone } { $due }
    　{ $customer }{ $whose } · { $days ->
    [0] 今天更新
   *[other] { $days } 天未更新
}
my-projects-whose = {" · "}{ $who }
my-projects-none-found = 没有符合的项目，换几个字试试。
my-projects-search-hint = 输入项目、型号或客户的几个字可查找
my-projects-all-key = 全部项目
my-projects-table-key = 阶段 × 领域
my-projects-filter = <b>筛选项目</b>
my-projects-near = 30 天内节点
my-projects-passed = 节点已过
my-projects-silent = 长期未更新
my-projects-by-stage = 按项目状态
my-projects-by-domain = 按产品领域
my-projects-by-model = 按型号
my-projects-by-person = 按业务员
my-projects-by-agency = 按代理商
my-projects-table = <b>阶段 × 领域</b> · { $count }
my-projects-domain = <b>{ $domain }</b> { $count }
    　{ $stages }
my-projects-stage = { $stage } { $count }
my-projects-update-key = 更新项目
