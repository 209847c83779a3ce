help-title = <b>帮助</b>
help-guest =
    代理商注册：备好营业执照上的全称和统一社会信用代码，约 15 项，可随时暂存。
    提交后由所在省区的渠道经理审批，结果在这里通知。
    同事已在使用的公司：请公司主账户发邀请链接。
help-salesperson =
    接触新客户前先报备，批准前请勿报价。
    报备客户：逐项填写，或一条消息粘贴“客户名称：…”等多行。
    填到一半可随时离开，回来从原处继续。
    录订单：一句话，或直接发来 Excel、CSV。
    问渠道经理：在客户、跟进、项目、申请里点一下即可提问，可附图片。
help-owner =
    报备客户：可为本公司业务员报备。
    人员管理：生成一次性邀请链接，发给同事。
    我的客户：查看全公司在保客户。
    录订单：一句话，或直接发来 Excel、CSV。
    问渠道经理：在客户、申请、合同里点一下即可提问，可附图片。
help-engineer =
    我的客户：查看指定给您的客户。
    写跟进：协助业务员写报告、更新项目。
    问渠道经理：在客户、跟进、项目里点一下即可提问，可附图片。
help-assistant =
    录入订单：一句话发来，如“大疆 云台 5k 3.2 昨天”；或把 Excel、CSV 直接发到这里，模板在 录入订单 › 用表格录入。
    我的客户：查看本公司在保客户。
    问渠道经理：在客户、项目里点一下即可提问，可附图片。
help-manager =
    待审批：批准、驳回或退回修改；卡片会推送到本聊天。
    待答复：代理商的提问，回复卡片即可答复。
    资料下载：发布资料，查看谁下载了。
    人员管理：新建代理商，邀请其公司主账户。
help-administrator =
    人员管理：新建省区与行业，邀请渠道经理。
    反馈：大家的问题会推送到本聊天，回复卡片即可答复。
    新部署从这里开始：管理员 → 渠道经理 → 代理商 → 业务员。
help-everybody =
    主页：输入框下方的“主页”键随时可用。
    菜单：输入框旁的“菜单”列出常用功能，点一下即可打开。
    反馈：遇到问题请附截图，管理员会在这里答复。
    更多 › 语言：中文或 English。
help-words-key = 返回帮助
picture-register-key = 图示：注册
picture-register = 注册：一问一答，可点按钮，也可直接输入。
picture-join-key = 图示：加入
picture-join = 加入：点开同事发来的链接，核对后确认。
picture-report-key = 图示：报备
picture-report = 报备客户：一问一答，答过的变成一行记录。
picture-result-key = 图示：审批结果
picture-result = 结果会推送到本聊天，保护期从批准起算。
picture-invite-key = 图示：邀请同事
picture-invite = 邀请同事：把这条链接转发给本人，只能用一次。
picture-order-key = 图示：录订单
picture-order = 录订单：一句话发来，核对后点“确认”。
picture-follow-up-key = 图示：写跟进
picture-follow-up = 写跟进：动态和项目进展可写在一条消息里。
picture-decide-key = 图示：审批
picture-decide = 审批：卡片推送到本聊天，点一下即可批准。
picture-answer-key = 图示：答复提问
picture-answer = 答复提问：直接回复卡片，核对后点“答复”。
picture-administration-key = 图示：管理
picture-administration = 管理：主页 › 管理，设置和记录都在这里。
