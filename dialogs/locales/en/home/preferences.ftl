language-title = <b>语言</b> · Language
language-set = English from now on
accounts-title = <b>Switch account</b>
accounts-row = { $index } { $name } · { $company } · { $type }
accounts-row-now = { $index } { $name } · { $company } · { $type } ✅
accounts-of-reply = ⚠ The message that you answered belongs to { $name } ({ $type } · { $company }). Change to that account and answer again; nothing was changed as the present one.
accounts-of-order = ⚠ This is a customer of { $name } ({ $type } · { $company }). Change to that account and send it again; nothing was logged as the present one.
