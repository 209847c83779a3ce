# The desk's own words
now-acting = 已切换到 { $name }（{ $type } · { $place }）
acting-as = 👤 以 { $name }（{ $type } · { $place }）操作
edited-as-another = ⚠ 这条消息是用“{ $name }（{ $type } · { $place }）”账户发的，请先切换账户再改
apology = ⚠ 这一步没有处理成功，已留存待管理员查看。已填内容都在，请点“主页”继续。
keyboard-standing = { $role ->
    [salesperson] 在这里报备客户、写跟进、录订单；输入客户名称的几个字就能找到他。
    [owner] 在这里报备客户、签约、管人、看订单；输入客户名称的几个字就能找到他。
    [engineer] 在这里帮业务员写跟进、看项目；输入客户名称的几个字就能找到他。
    [assistant] 在这里录订单：像发给同事那样写一行即可，例如 大疆 云台电机 5k 3.2元 批次 A12。
    [manager] 在这里审批、看客户和跟进；输入客户名称的几个字就能找到他。
    [administrator] 在这里审批、看客户和跟进；输入客户名称的几个字就能找到他。
   *[guest] 在这里注册代理商；已有同事在用的，请他发一个邀请链接。
}
keyboard-contact = 点下方按键分享手机号。
share-contact-key = 分享本人手机号
card-account = 账户：{ $name } · { $place } · { $type }
reply-too-late = ⚠ { $why }“{ $text }”没有发出。
