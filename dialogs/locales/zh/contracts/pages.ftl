# 渠道签约：列表、合同卡片、审批、文件
contracts-entry = 渠道签约
contracts-title = <b>渠道签约</b> · { $count }
contracts-found = <b>渠道签约</b> · “{ $text }” { $count }
contracts-none = 没有合同。
contracts-search-hint = 输入编号、代理商、类型、级别或状态可查找，例如 经销商 已批准
contracts-all-key = 全部合同
contracts-row = { $index } { $number } · { $year } 财年
    　{ $agency } · { $state }
contracts-row-own = { $index } { $year } 财年　{ $state }
    　{ $number }
contract-state-waits = ⏳ 待 { $approvers }
contract-start-key = 新建 { $year } 财年
contract-renew-key = 续签 { $year } 财年
contract-go-on-key = 继续 { $year } 财年
contracts-amending = 变更 { $state }
contracts-amendment-begun = 变更有草稿
contracts-half-filled = 有草稿
contracts-run-out = ⚠ 证件已过期
contract-state-draft = 草稿
contract-state-dropped = 草稿已删除
contract-state-submitted = ⏳ 审批中
contract-state-approved = ✅ 已批准
contract-state-returned = ⚠ 退回修改
contract-state-rejected = ⛔ 已驳回
contract-state-withdrawn = 已撤回
contract-card-title = 渠道签约 <b>{ $number }</b> · { $year } 财年 · { $state }
contract-kind = { $entity } · { $type } · { $level }
contract-bound = 绑定分销商　{ $who }
contract-path = 审批流程　{ $path }
contract-created = { $at } { $by } 创建
contract-changed = { LABEL($label) }：{ $before } → { $now }
contract-changes = <b>{ $since ->
    [withdrawn] 撤回后改动
   *[other] 退回后改动
}</b>
contract-against = { $same ->
    [yes] 与 { $number } 相同
    [further] <b>与 { $number } 的其它不同</b>
   *[no] <b>与 { $number } 不同</b>
}
contract-withdraw-sure = ⚠ 撤回后不再审批，内容保留。
contract-drop-key = 删除草稿
contract-hopeless = ⚠ { $why }
contract-drop-sure = ⚠ 删除该草稿？内容保留在记录中。
contract-drop-sure-key = 确认删除
contract-dropped-toast = 草稿已删除
contract-fill-key = 继续填写
contract-text-key = 全部内容
contract-files-key = 附件
contract-card-key = 签约卡片
contract-pdf-key = PDF 文件
contract-draft-pdf-key = PDF 草稿
contract-pdf-toast = 正在生成，完成后发来
contract-section = { $number } · <b>{ $heading }</b>
contract-files-title = { $number } · <b>附件</b> { $count }
contract-file-line = { $index } { $kind } { $at }/{ $of }　{ $name }
contract-with-sales = { $name } { $sales } 万元
contract-letter-title = <b>签约说明函</b>
contract-template-title = <b>下载模板</b>
contract-template-how = 生成 Excel 模板，已知内容会填好。在电脑上填写后把文件发回来，会自动填入。
contract-template-asked = ⏳ 正在生成，完成后发来。Excel 模板填好后把文件发回即可。
contract-template-pdf-key = 生成 PDF 草稿
contract-template-make-key = 生成 Excel 模板
contract-template-sheet = 渠道签约 { $number }：在 B 列填写，保存后把文件发回
contract-asking = 📋 渠道签约 <b>{ $number }</b> · { $year } 财年
contract-asked = 渠道签约 { $number } · { $year } 财年
contract-at-level = 第 { $level }/{ $of } 级审批
contract-rival = ⚠ 该财年已有批准的合同 { $number }
contract-other-name = ⚠ 合同写 { $written }，档案为 { $registered }
contract-other-manager = ⚠ 现由 { $present } 主管，批准后改由 { $named } 主管
contract-last-manager = 现由 { $present } 主管，{ $number } 签的是 { $last }
contract-expired = ⚠ 证件已过期：{ $documents }
contract-unbound = ⚠ 批准前须选定分销商和联系人
contract-bind-key = 选择分销商
contract-rebind-key = 改选分销商
contract-wished = 申请绑定　{ $who }
contract-no-distributor = ⚠ { $year } 财年还没有已批准的分销商合同
bind-distributor-title = 选择分销商
bind-distributor-distributor = 签约绑定分销商
bind-distributor-contact = 签约分销商联系人
approval-kind-contract = 渠道签约
notice-contract-advanced = ✅ { $by }已批准 { $number }
notice-contract-approved = ✅ 签约通过 { $number } · { $year } 财年
notice-contract-rejected = ⛔ 签约未通过 { $number }
job-contract-pdf = 合同 PDF
job-contract-template = 签约模板
verb-approve = 批准
verb-sign-before = 前加签
verb-sign-after = 后加签
verb-forward = 转交
verb-reject = 驳回
verb-return = 退回修改
verb-withdraw = 撤回
verb-resubmit = 交回
refusal-year-taken = { $year } 财年已有批准的合同 { $number }。
refusal-year-pending = { $year } 财年的 { $number } 还在审批中，要改请先撤回它。
refusal-year-not-open = { $year } 财年目前不能签约。
refusal-contract-not-open = { $number } 已不在可修改状态。{ $state ->
   *[other] {""}
}
refusal-agency-cannot-sign = { $agency }目前不能签约，请联系渠道经理。
refusal-distributor-wanted = { $number } 为经销商合同，请先选择分销商和联系人。
refusal-nothing-filled-in = { $number } 还没有提交过内容，填写并提交后才能生成 PDF。
contract-overtaken = ⛔ 该财年合同 { $number } 已获批准，本合同不再审批
notice-contract-overtaken = ⛔ { $by } 已获批准，同一财年的 { $number } 不再审批。
contract-template-item = { $part }{ $number }{ $label }
