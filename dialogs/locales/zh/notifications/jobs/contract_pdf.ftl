# 渠道签约：打印的合同
contract-pdf-number = 合同编号：{ $number }　　签约财年：{ $year }　　版本：第 { $version } 版
contract-pdf-approved = 批准日期：{ $day }
contract-pdf-day = { $year }年{ $month }月{ $day }日
contract-pdf-page = 第 { $page } 页，共 { $pages } 页
contract-pdf-mark-draft = 草稿
contract-pdf-mark-pending = 待审批
contract-pdf-mark-rejected = 未批准
contract-pdf-mark-withdrawn = 已撤回
contract-pdf-mark-ended = 已终止
contract-pdf-mark-superseded = 旧版（第 { $version } 版）
contract-pdf-state-draft = 草稿，未经批准，不具有合同效力
contract-pdf-state-pending = 待审批，批准前不具有合同效力
contract-pdf-state-rejected = 未获批准，不具有合同效力
contract-pdf-state-withdrawn = 已撤回，不具有合同效力
contract-pdf-state-ended = 已终止：双方合作已结束
contract-pdf-state-superseded = 旧版，已由第 { $by } 版取代
contract-pdf-party-vendor = 甲方
contract-pdf-party-agency = 乙方
contract-pdf-name = 名称
contract-pdf-code = 统一社会信用代码
contract-pdf-representative = 法定代表人
contract-pdf-general-manager = 总经理
contract-pdf-server-lead = 服务器负责人
contract-pdf-accepts-letter = 接受签约说明函
contract-pdf-phone = 电话
contract-pdf-address = 地址
contract-pdf-schedule = 附表{ $at ->
    [1] 一
    [2] 二
    [3] 三
   *[other] { $at }
}　{ $heading }
contract-pdf-continued = （续）
contract-pdf-label = { LABEL($label) }
contract-pdf-documents = 附件清单
contract-pdf-place = 序号
contract-pdf-document = 文件类型
contract-pdf-file = 名称
contract-pdf-pages = 页数
contract-pdf-until = 有效期至
contract-pdf-none = 无
contract-pdf-record = 审批记录
contract-pdf-level = 级别
contract-pdf-level-of = 第 { $level } 级
contract-pdf-decision = 决定
contract-pdf-by = 审批人
contract-pdf-at = 时间
contract-pdf-signing = 签署
contract-pdf-closing = 双方已阅读并理解合同{ $number }的全部条款、附表和附件，同意受其约束，现由双方法定代表人或者授权代表签字并加盖公章。
contract-pdf-signs-vendor = 甲方（盖章）：{ $name }
contract-pdf-signs-agency = 乙方（盖章）：{ $name }
contract-pdf-seal = （公司盖章处）
contract-pdf-signature = 法定代表人或授权代表（签字）：________________
contract-pdf-date = 签署日期：________年____月____日
contract-pdf-blank = ________
