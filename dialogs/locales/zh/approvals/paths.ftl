# 审批流程
approval-paths-entry = 审批流程
approval-paths-title = <b>审批流程</b> · 渠道签约
approval-paths-row = { $index } { $unit }
    　{ $path }
approval-path-title = <b>{ $unit }</b> · 审批流程
approval-path-first = 1 签约渠道经理
approval-path-level = { $level } { $step }（{ $names }）
approval-path-nobody = ⚠ { $level } { $step }：目前无人，由管理员审批{ $names }
approval-path-own = 在此设定，优先于策略文件。审批中的合同不受影响。
approval-path-policy = 按策略文件。
approval-path-edit-key = 修改流程
approval-path-reset-key = 恢复策略文件
approval-path-set = ✅ { $unit }的审批流程已更新
approval-path-whole = { $path }
approval-path-set-toast = 已更新
path-step-manager = 签约渠道经理
path-step-head = 省区负责人
path-step-administrator = 管理员
path-step-named = 指定审批人
set-approval-path-title = 修改审批流程
set-approval-path-steps = 后续审批级别
set-approval-path-steps-hint = 签约渠道经理之后依次审批
approval-level-title = 审批级别
approval-level-approver = 审批人
refusal-unknown-approver = “{ $step }”不是在职的厂商人员，请另选。
