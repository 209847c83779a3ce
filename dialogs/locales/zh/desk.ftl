# The desk's own words
now-acting = 已切换到 { $name }
apology = ⚠ 这一步没有处理成功，已通知管理员。已填内容都在，请点“主页”继续。
keyboard-standing = “主页”键在输入框下方。
keyboard-contact = 点下方按键分享手机号。
share-contact-key = 分享本人手机号
card-account = 账户：{ $name } · { $place } · { $type }
