thread-line = <b>{ $by }</b> { $at }　{ $text }{ $files ->
    [0] { "" }
   *[other] 　📎 { $files }
}
thread-earlier = · 更早 { $count } 条见详情
thread-file-key = 📎 图 { $place }
thread-file-before = ‹ 上一张
thread-file-after = 下一张 ›
thread-file = 📎 { $by } { $at }　{ $name }
thread-picture = （图片）
refusal-nothing-written = 还没有内容。请写几个字，或附上图片。
thread-row = { $index } { $state }　{ $facts }
thread-words = 　{ $text }
thread-answered = ⚠ { $mine ->
    [yes] 您已于 { $at } 答复，这次写的将作为补充。
   *[no] { $by } 已于 { $at } 答复，您写的将作为补充。
}
