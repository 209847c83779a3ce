announcements-entry = 公告
announcements-title = <b>公告</b> · { $count }
announcements-none = 还没有公告。
announcements-row = { $index } { $read ->
    [no] 🟢{" "}
   *[yes] {""}
}{ $title } · { $at }
announcement-head = 📢 <b>{ $title }</b>
announcement-by = { $author } · { $at }
attachment-key = 📎 { $name }
have-read-key = 我已阅读
read-key = 阅读
read-toast = 已记录
write-announcement-title = 写公告
write-announcement-heading = 标题
write-announcement-heading-hint = 一句话，例如 12 月价格调整
write-announcement-text = 正文
write-announcement-attachments = 图片和文件
write-announcement-attachments-hint = 可发多个，最多 5 个
write-announcement-types = 账户类型
write-announcement-types-hint = 不选就是全部
write-announcement-units = 省区和行业
write-announcement-units-hint = 不选就是全部
write-announcement-agencies = 代理商
write-announcement-agencies-hint = 不选就是全部
write-announcement-must-read = 必须阅读
write-announcement-must-read-hint = 选“是”后，对方点“我已阅读”才能进入主页
announce-key = 发布
announced = ✅ 已发布，共 { $count } 人
announced-later = 安静时段后开始发送。
broadcasts-key = 我发布的
broadcasts-title = <b>已发布的公告</b> · { $count }
broadcast-progress = 已送达 { $arrived }/{ $total }
broadcast-unreachable = ⚠ { $count } 人收不到
broadcast-read = 已读 { $read }/{ $total }
broadcast-readers-key = 已读名单
broadcast-unread-key = 未读名单
broadcast-remind-key = 提醒未读
broadcast-words-key = 正文
broadcast-list-read = 已读 { $count }{ $count ->
    [0] {""}
   *[other] ：{ $people }
}
broadcast-list-unread = 未读 { $count }{ $count ->
    [0] {""}
   *[other] ：{ $people }
}
reminded-toast = 将提醒 { $count } 人
reminded-already-toast = 今天已提醒过
reminded-nobody-toast = 没有需要提醒的人
release-title = 新版本 { $version }
release-0-1-0 = 客户报备、保护与延期、资源池、跟进和公告都在这里。
announce-everybody = 全部
