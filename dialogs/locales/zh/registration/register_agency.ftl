guest-register = 尚未合作的公司：在此注册，审批通过后即可使用。
guest-register-key = 代理商注册
guest-file = 这里不用发文件，请点下面的按钮
captcha-title = <b>验证码</b>
captcha-hint = 请输入图中的 5 个字符，不分大小写
captcha-other-key = 换一张
captcha-over = ⚠ 验证码输错次数过多。
captcha-again-key = 重新开始
terms-title = <b>服务条款和隐私政策</b>

register-agency-title = 代理商注册
register-agency-submit = 提交注册
register-agency-name = 公司名称
register-agency-name-hint = 营业执照上的全称
register-agency-credit-code = 统一社会信用代码
register-agency-credit-code-hint = 18 位，例如 91440300708461136T
register-agency-organisation-code = 组织机构代码证号
register-agency-organisation-code-hint = 9 位，三证合一后即信用代码第 9–17 位
register-agency-tax-number = 税务登记证号
register-agency-tax-number-hint = 三证合一后与统一社会信用代码相同
register-agency-region = 所在地
register-agency-region-hint = 输入城市名、拼音或首字母可查找，例如 深圳、sz
register-agency-address = 地址
register-agency-address-hint = 例如 南山区科技园科苑路 15 号 3 楼
register-agency-contact = 联系人
register-agency-contact-hint = 审批通过后为公司主账户
register-agency-position = 职务
register-agency-position-hint = 例如 总经理
register-agency-mobile = 手机号码
register-agency-mobile-hint = 可用下方按键分享本人号码，或输入 13800138000
register-agency-phone = 联系电话
register-agency-phone-hint = 例如 0755-83765566
register-agency-fax = 传真
register-agency-fax-hint = 例如 0755-83765567
register-agency-email = 邮箱
register-agency-email-hint = 例如 wu@example.com
register-agency-entity = 签约主体
register-agency-entity-hint = 与我司哪家公司签约
register-agency-products = 合作产品
register-agency-products-hint = 可选多项
register-agency-terms = 已阅读并同意服务条款和隐私政策
register-agency-reply = 回复审批人
register-agency-reply-hint = 交回时一并给退回的人看
register-agency-done = ✅ 已提交注册 <b>{ $number }</b>
register-agency-done-who = { $approvers } 审批，结果会在这里通知。
register-agency-known = ⛔ 该公司已注册
register-agency-known-why = 请向贵公司主账户索取邀请链接，点开即可加入。

registration-title = 📋 代理商注册 <b>{ $number }</b>
registration-place = { $region } · { $address }
registration-contact = { $name } · { $position } · { $email }
registration-mobile = ⚠ 手机 { $mobile }（手动输入，未验证）
registration-mobile-shared = ✅ 手机 { $mobile }（本人分享）
registration-no-mobile = ⚠ 未留手机号码
registration-wants = { $entity } · { $products }
registration-namesakes = ⚠ 同名或相近的代理商：{ $names }
registration-pending = ⏳ 注册审批中 <b>{ $number }</b>
registration-returned = ⚠ 注册退回修改 <b>{ $number }</b>
registration-approved = ✅ 注册已通过 { $number }
registration-rejected = ⛔ 注册被驳回 { $number }
registration-withdrawn = 注册已撤回
registration-withdraw-warning = ⚠ 撤回后需重新填写，确定撤回？
registration-withdraw-sure = 确认撤回
notice-registered = ✅ 注册通过 <b>{ $number }</b>
notice-registered-next = 您已是公司主账户，渠道经理 { $manager }。下一步：邀请业务员。
approval-kind-agency-registration = 代理商注册
refusal-registration-open = { $number } 正在办理，请等结果。
refusal-too-many-beginnings = ⛔ 今日注册次数已用完（{ $limit } 次），请明日再来。
refusal-wrong-answer = { $left ->
    [0] ⛔ 验证码不对，请重新开始。
   *[other] ⚠ 验证码不对，已换一张，还可试 { $left } 次。
}
refusal-picture-expired = ⏰ 验证码已过期，已换一张。
refusal-too-many-pictures = ⚠ 最多换 { $limit } 次，请按现在这张输入。
refusal-agency-known = ⛔ 该公司已注册，请向公司主账户索取邀请链接。
refusal-too-many-at-the-door = ⛔ 现在申请注册的人太多，请 { $minutes } 分钟后再试。
register-again-key = 重新填写
register-agency-rejected-because = 上次被驳回 · { $by }：{ $reason }
guest-draft = 草稿：{ $title }（{ $at }）
guest-draft-key = 继续填写
help-guest =
    代理商注册：备好营业执照上的全称和统一社会信用代码，约 15 项，可随时暂存。
    提交后由所在省区的渠道经理审批，结果在这里通知。
    同事已在使用的公司：请公司主账户发邀请链接。
terms-key = 服务条款
registration-closed = ⛔ 公司已注册，请向主账户索取邀请 { $number }
registration-rival = ⚠ 同一信用代码另有申请：{ $number } { $name } · { $contact }
registration-overtaken = ⛔ 同一信用代码的 { $number } 已通过，本申请关闭
