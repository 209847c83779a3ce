language-title = <b>语言</b> · Language
language-set = 已切换为中文
accounts-title = <b>切换账户</b>
accounts-row = { $index } { $name } · { $company } · { $type }
accounts-row-now = { $index } { $name } · { $company } · { $type } ✅
accounts-of-reply = ⚠ 您回复的消息属于 { $name }（{ $type } · { $company }）。请切换账户后再回复；现在的账户什么也没有变。
accounts-of-order = ⚠ 这是 { $name }（{ $type } · { $company }）的客户。请切换账户后再发一次；现在的账户没有录入。
