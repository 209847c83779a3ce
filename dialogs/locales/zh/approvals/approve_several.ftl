approve-several-key = 批量批准
approve-several-title = <b>批量批准</b>
    点序号勾选要批准的申请
approve-several-singly = 以下需逐条处理：{ $names }
approve-several-tick-all = 全选本页
approve-several-next = 核对所选 ({ $count })
approve-several-sure = 将批准以下 <b>{ $count }</b> 条申请：
approve-several-sure-key = 确认批准 ({ $count })
approve-several-back = 重新选择
approve-several-done = ✅ 已批准 { $count } 条：{ $names }
approve-several-left = ⚠ 未批准 { $name }：{ $why }
approve-several-most = 一次最多批准 { $most } 条，请分次处理
refusal-changed-since = 勾选后申请有变动，请打开查看后再审批。
