# 变更：表单、卡片、审批、通知
amend-key = 变更
amend-year-key = 变更 { $year } 财年
amend-contract-title = 变更合同
amend-contract-above = { $number } · { $year } 财年
amend-contract-how = 发要改的项目，例如 到站，或“到站：深圳北”；新的证照直接发文件。
amend-contract-meanwhile = ⚠ 期间已变更（{ $numbers }）：{ $labels }
amend-contract-submitted = ✅ 已提交变更 { $number } · { $contract }
amend-contract-holds = 批准前原合同继续有效
contract-section-why = 变更原因
contract-reason = 变更原因
contract-reason-hint = 给审批人看，例如 仓库搬迁
contract-document = { $kind } { $name }{ $count ->
    [1] {""}
   *[other] {" "}等 { $count } 页
}
contract-document-until = { $document }（至 { $until }）
contract-version = <b>第 { $number } 版</b>
contract-being-amended = 变更 { $number }　{ $state }
amendments-key = 变更记录（{ $count }）
amendments-title = { $number } · <b>变更记录</b> { $count }
amendments-none = 没有变更。
amendments-row = { $index } { $number }　{ $state } · { $at }
    　{ $labels }{ $more ->
    [0] {""}
   *[other] {" "}等 { $more } 项
}
amendments-first-key = 初始版本
amendment-title = 变更 <b>{ $number }</b> · { $contract } · { $state }
amendment-state-submitted = ⏳ 审批中
amendment-state-returned = ⚠ 退回修改
amendment-state-approved = ✅ 已批准
amendment-state-rejected = ⛔ 已驳回
amendment-state-withdrawn = 已撤回
amendment-version = { $at } 起生效，为合同第 { $number } 版
amendment-asked = { $at } { $by } 提交
amendment-all-key = 全部改动
amendment-again-key = 再次变更
amendment-withdraw-sure = ⚠ 撤回后不再审批，所填内容保留。
amendment-asking = 📋 合同变更 <b>{ $number }</b> · { $contract } · { $year } 财年
amendment-asked-about = 合同变更 { $number } · { $contract } · { $year } 财年
approval-kind-contract-amendment = 合同变更
notice-contract-amended = ✅ 变更通过 { $number }，合同 { $contract } 已更新
notice-amendment-rejected = ⛔ 变更未通过 { $number }，合同 { $contract } 照旧有效
notice-amendment-withdrawn = 变更 { $number } 已撤回，原合同照旧有效。
refusal-nothing-amended = { $number } 没有改动。发要改的项目，例如 到站。
refusal-amendment-open = { $number } 已有变更 { $amendment } { $state ->
    [returned] 退回修改，请先交回或撤回。
   *[other] 审批中，批准或撤回后才能再变更。
}
refusal-contract-over = { $number } 的 { $year } 财年已结束，不再变更；新财年请续签。
refusal-not-in-force = { $number } 尚未批准，直接修改即可，无需变更。
refusal-amendment-closed = { $number } 已不在审批中。{ $state ->
   *[other] {""}
}
