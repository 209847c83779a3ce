board-entry = 看板
board-title = <b>看板</b> · { $by } · 在保 { $count }
board-row = { $index } { $name }
    　{ $facts }
board-held = 在保 { $count }
board-ending = 🔴 { $days } 天内到期 { $count }
board-overdue = ⏰ 逾期跟进 { $count }
