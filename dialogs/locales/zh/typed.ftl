## 在主页直接输入
read-as-title = 这是什么？
read-as-follow-up = 写跟进 · { $name }
read-as-protection = 保护期 · { $name }
read-as-agency = 代理商 { $name }
read-as-person = 人员 { $name }
read-as-search = 查找客户
read-as-no-number = 没有找到 { $number }，或您无权查看
read-as-nobodys-order = 没有可录单的客户“{ $name }”。换个写法（全称、简称、拼音）再发一次，或输入几个字查找。
read-as-nobodys-order-report = 新客户请先报备。
read-as-people = 像是通讯录：人员不在这里录入，同事由公司主账户在“人员管理”里邀请。
read-as-nothing = 未识别，也没有找到。可输入：
read-as-nothing-search = 　客户名称的几个字，查找客户
read-as-nothing-agency = 　代理商名称、信用代码，或渠道经理的姓名、工号
read-as-nothing-report = 　“客户名称：…”等多行资料，填写报备
read-as-nothing-follow-up = 　“客户 项目 状态 进展”，写跟进
read-as-nothing-order = 　“客户 型号 数量 单价”，录订单

## 发来的文件没有要它的地方
file-sent = 📎 没有收下，这里不收这类文件
file-sent-contract = 合同附件：打开合同，在“附件”里发
file-sent-orders = 订单表格：直接发 Excel 或 CSV
file-sent-customers = 客户清单、直供客户名单：直接发 Excel 或 CSV
file-sent-announcement = 公告附件：写公告时发
file-sent-text = 其余内容请写成文字，例如跟进、客户名称
file-sent-read-key = 读这段文字
file-sent-people = 同事的通讯录、人员名单不从文件导入：在“人员管理”里邀请
contact-shared = 📇 收到名片 { $name } { $phone }，没有保存
contact-shared-own = 问到您自己的手机号码时可以这样分享
contact-shared-invite = 是本公司的同事，可以直接邀请；邀请时再问账户类型和邮箱
contact-shared-invite-key = 邀请 { $name }
contact-shared-vendor = 要邀请的人：代理商的主账户、渠道经理在“人员管理”里邀请
contact-shared-ask-owner = 要加入的同事由公司主账户在“人员管理”里邀请
contact-shared-follow-up = 是客户那边的人，可以写进跟进

## 主页各项的其他叫法，用顿号隔开
also-report = 报备、报备新客户、客户报备、新客户、新客户报备、报客户、报一个客户、登记客户、填报备、做报备
also-follow-up = 跟进、写跟进、客户跟进、跟进报告、写跟进报告、写日报、填跟进、拜访、拜访记录
also-log-order = 录单、下单、录订单、订单录入、订单、记订单、报订单、出货、记出货
also-board = 看板、总览、谁手上有什么、团队、业务员看板、代理商看板
also-customers = 客户、客户列表、我的客户、客户名单、保护期、保护期查询、保护
also-projects = 项目、我的项目、项目列表
also-approvals = 审批、待审批、待办、待处理、要审批的、批报备
also-requests = 申请、我的申请、申请进度、进度、审批进度、撤回
also-pool = 资源池、公海、公海客户
also-contracts = 合同、签约、签合同、渠道合同、续签
also-people = 人员、同事、员工、邀请、邀请同事、人员管理
also-announcements = 公告、通知、公告列表
also-drafts = 草稿、草稿箱、没填完的、暂存
also-sales = 销售记录、订单记录、历史订单、出货记录、订单列表、查订单
also-help = 帮助、怎么用、使用说明、使用帮助、教程
also-language = 语言、换语言、切换语言、英文、english
also-accounts = 换账户、切换账户、切换身份、换身份
also-contact-us = 联系我们、联系方式、联系经理、联系渠道经理、渠道经理、我的渠道经理、主管经理、经理电话、渠道经理电话、热线、热线电话、电话、客服、客服电话、人工、人工客服、找谁、找谁问、问谁、该找谁、有问题找谁、厂家电话、原厂电话
also-questions = 提问、我的问题、问答、问渠道经理、问经理
also-to-answer = 待答、待回复、答复、提问、问答
also-feedback = 意见、建议、意见反馈、问题反馈、投诉、报错、有问题、用不了、写反馈
also-publications = 资料、下载资料、资料中心、文档、文件下载、下载、价格表、数据手册、规格书
