projects-key = 项目
projects-title = <b>项目</b> · { $count }
projects-none = 还没有项目，写跟进时可添加。
projects-row = { $index } { $name }
    　{ $stages } · 年预期 { $yearly } · { $milestone } { $due }
project-of = { $customer } · { $domain } · { $mcu }
timeline-at = <b>{ $at } { $stage }</b> · { $by }
timeline-yearly = 　年预期 { $yearly }
timeline-milestone = 　节点 { $milestone } { $due } { $note }
timeline-progress = 　{ $text }
