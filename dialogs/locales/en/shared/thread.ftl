thread-line = <b>{ $by }</b> { $at }: { $text }{ $files ->
    [0] { "" }
   *[other] {" "}📎 { $files }
}
thread-earlier = · { $count } earlier in the detail
thread-file-key = 📎 Picture { $place }
thread-file = 📎 { $by } { $at } · { $name }
thread-picture = (picture)
refusal-nothing-written = There is nothing in it yet. Write a few words, or add a picture.
thread-row = { $index } { $state } · { $facts }
thread-words = 　{ $text }
