board-entry = Board
board-title = <b>Board</b> · { $by } · { $count } protected
board-row = { $index } { $name }
    　{ $facts }
board-held = { $count } protected
board-ending = 🔴 { $count } ending in { $days } days
board-overdue = ⏰ { $count } overdue
