## 在主页直接输入
read-as-title = 这是什么？
read-as-follow-up = 写跟进 · { $name }
read-as-protection = 保护期 · { $name }
read-as-search = 查找客户
read-as-no-number = 没有找到 { $number }，或您无权查看
read-as-nobodys-order = 没有可录单的客户“{ $name }”。换个写法（全称、简称、拼音）再发一次，或输入几个字查找。
read-as-nobodys-order-report = 新客户请先报备。
read-as-people = 像是通讯录：人员不在这里录入，同事由公司主账户在“人员管理”里邀请。
read-as-nothing = 未识别，也没有找到。可输入：
read-as-nothing-search = 　客户名称的几个字，查找客户
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
