# What a rule's no says to the person
refusal-not-allowed = 没有权限：{ $action ->
    [report_customer] 由业务员或公司主账户报备
    [write_follow_up] 由业务员、公司主账户或协助的技术填写
    [assign_engineers] 由业务员或公司主账户指派
    [keep_counterparts] 由客户所属代理商填写
    [comment] 由渠道经理点评
    [decide] 由渠道经理审批
    [manage_agency_people] 由公司主账户或渠道经理管理
    [manage_owners] 由渠道经理或管理员管理
    [manage_vendor_people] 由渠道经理或管理员管理
    [manage_agencies] 由渠道经理或管理员管理
    [manage_units] 由管理员管理
    [grant_administrator] 由管理员授予
   *[other] 请联系管理员
}
refusal-not-found = 没有找到，可能已被处理。
refusal-already-decided = { $how ->
    [lapsed] 申请已失效，无需审批。
   *[other] 已由{ $by }于 { $at } 处理：{ $how ->
        [answered] 已答复
        [approved] 已批准
        [rejected] 已驳回
        [returned] 已退回修改
        [withdrawn] 已撤回
       *[other] 已结束
    }。
}
refusal-holder-changed = { $name } 已不由申请方持有，不能批准，请驳回。
refusal-not-yours = 没有权限：由{ $approvers }审批。
refusal-same-held = 同名或同代码的客户“{ $name }”已由 { $agency } 持有：请驳回，或由管理员合并。
refusal-not-open = 该客户目前不开放报备。
refusal-contract-needed = { $agency } { $year } 财年还没有获批的渠道签约，暂不能报备客户，请公司主账户先完成签约。
refusal-agency-not-active = { $agency }目前不能新增报备，请联系渠道经理。
refusal-not-a-contact = { $name }不在本公司的业务员中，请另选联系人。
refusal-not-this-contact = { $name }目前不能作为该客户的联系人，请另选联系人。
refusal-not-mendable = { $number } 已不在待修改状态。
refusal-not-first = { $number } 目前不在待批准状态：在排队、待修改或已结束。
refusal-held-by-another = 该客户已由{ $agency }持有，不能批准；可驳回。
refusal-reserved = 申诉已成立：{ $until } 前仅限申诉方报备，其间不能批准其他代理商。
refusal-correction-first = 更正 { $number } 申请在先，由 { $approvers } 决定后再处理；可先驳回或退回。
refusal-name-wanted = “{ $name }”或其代码已属于另一客户，或正在报备中，不能批准更正；可驳回。
refusal-nothing-named = 请至少选一项要修改的内容。
refusal-invitation-invalid = ⛔ 邀请链接无效或已过期，请联系邀请人重新发送。
refusal-already-in-agency = { $name }已在使用该账户。
refusal-name-taken = “{ $name }”已存在。
refusal-hoarding = ⛔ 本公司在审报备与未进入研发的在保客户已达 { $limit } 个上限，请先推进或放弃部分客户。
refusal-quota-used = 今日查询次数已用完（{ $limit } 次），明日可继续。
refusal-nothing-to-appeal = 该客户目前没有可申诉的决定，可以直接报备。
refusal-appeal-open = 本公司对该客户的申诉 { $number } 正在处理。
refusal-name-of-another = “{ $name }”是另一客户的名称；如为同一家，请由管理员合并。
refusal-correction-open = 该客户的更正 { $number } 正在审批，请等结果；要改可先在 申请处理 撤回。
refusal-same-customer = 不能与自身或已合并的客户合并。
refusal-two-codes = { $gone } 与 { $into } 的统一社会信用代码不同，是两家公司；若有一个填错，请先更正。
refusal-told-twice = “{ $name }”在这份跟进里出现了两次，请去掉一个。
refusal-not-your-report = { $number } 由填写人或协助的技术更正。
refusal-not-an-engineer = { $name } 不是本公司的技术，请另选。
refusal-extension-pending = 已有延期申请 { $number } 在审。
refusal-nothing-to-extend = 该客户没有到期日，无需延期。
refusal-protection-over = 保护期已于 { $until } 结束，不能再申请延期。
refusal-not-pending = { $number } 已处理，不能撤回。
refusal-claims-used = { $whose ->
    [agency] 今日申请次数已用完（每家公司 { $limit } 次）。
   *[person] 今日申请次数已用完（每人 { $limit } 次）。
}
refusal-details-used = 今日详情已看完（每人 { $limit } 个）。
refusal-nothing-such = 没有这个选项。
refusal-nobody-there = 所选范围内没有人。
refusal-project-name-taken = 该客户已有项目“{ $name }”，请换个名称或带入已有项目。
