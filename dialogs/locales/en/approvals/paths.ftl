# 审批流程: approval paths
approval-paths-entry = Approval paths
approval-paths-title = <b>Approval paths</b> · contracts
approval-paths-row = { $index } { $unit }
    　{ $path }
approval-path-title = <b>{ $unit }</b> · approval path
approval-path-first = 1 The channel manager of the contract
approval-path-level = { $level } { $step } ({ $names })
approval-path-nobody = ⚠ { $level } { $step }: nobody at present, administrators decide{ $names }
approval-path-own = Set here; it holds over the policy file. Contracts on their way keep theirs.
approval-path-policy = As the policy file has it.
approval-path-edit-key = Edit
approval-path-reset-key = Back to the policy file
approval-path-set = ✅ The approval path of { $unit } is changed
approval-path-whole = { $path }
approval-path-set-toast = Changed
path-step-manager = Channel manager
path-step-head = Head of the unit
path-step-administrator = Administrator
path-step-named = Named approver
set-approval-path-title = Edit approval path
set-approval-path-steps = Further levels
set-approval-path-steps-hint = In this order, after the channel manager
approval-level-title = Level
approval-level-approver = Approver
refusal-unknown-approver = “{ $step }” is no active person of the vendor. Please choose another.
