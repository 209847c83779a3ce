administration-entry = 管理
administration-title = <b>管理</b>
administration-hint = 人员、代理商、请假代理在 人员管理
