guest-title = <b>渠道报备</b>
guest-how = 使用邀请链接加入：请向公司主账户或渠道经理索取链接，点开后确认即可。
invitation-title = <b>确认加入</b>
invitation-company = 公司
invitation-hint = 加入后，本聊天即为该账户。不是本人请勿确认。
invitation-join = 确认加入
invitation-not-me = 不是我
invitation-joined = 已加入
