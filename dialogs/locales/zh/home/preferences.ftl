language-title = <b>语言</b> · Language
language-set = 已切换为中文
accounts-title = <b>切换账户</b>
accounts-row = { $index } { $name } · { $company } · { $type }
accounts-row-now = { $index } { $name } · { $company } · { $type } ✅
accounts-of-reply = ⚠ 您回复的消息属于 { $name }（{ $type } · { $company }）。请切换账户后再回复；现在的账户什么也没有变。
accounts-of-order = ⚠ 这是 { $name }（{ $type } · { $company }）的客户。请切换账户后再发一次；现在的账户没有录入。
help-title = <b>帮助</b>
help-salesperson =
    接触新客户前先报备，批准前请勿报价。
    报备客户：逐项填写，或一条消息粘贴“客户名称：…”等多行。
    填到一半可随时离开，回来从原处继续。
    录订单：一句话，或直接发来 Excel、CSV。
help-owner =
    报备客户：可为本公司业务员报备。
    人员管理：生成一次性邀请链接，发给同事。
    我的客户：查看全公司在保客户。
    录订单：一句话，或直接发来 Excel、CSV。
help-engineer = 我的客户：查看指定给您的客户。
help-assistant =
    录入订单：一句话发来，如“大疆 云台 5k 3.2 昨天”；或把 Excel、CSV 直接发到这里，模板在 录入订单 › 用表格录入。
    我的客户：查看本公司在保客户。
help-manager =
    待审批：批准、驳回或退回修改；卡片会推送到本聊天。
    人员管理：新建代理商，邀请其公司主账户。
help-administrator =
    人员管理：新建省区与行业，邀请渠道经理。
    新部署从这里开始：管理员 → 渠道经理 → 代理商 → 业务员。
help-everybody =
    主页：输入框下方的“主页”键随时可用。
    更多 › 语言：中文或 English。
