# The desk's own words
now-acting = 已切换到 { $name }（{ $type } · { $place }）
apology = ⚠ 这一步没有处理成功，已通知管理员。已填内容都在，请点“主页”继续。
keyboard-standing = 点“主页”回到首页；填到一半的内容都会保留。
keyboard-contact = 点下方按键分享手机号。
share-contact-key = 分享本人手机号
card-account = 账户：{ $name } · { $place } · { $type }
