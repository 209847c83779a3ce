thread-line = <b>{ $by }</b> { $at }: { $text }{ $files ->
    [0] { "" }
   *[other] {" "}📎 { $files }
}
thread-earlier = · { $count } earlier in the detail
thread-file-key = 📎 Picture { $place }
thread-file-before = ‹ Previous
thread-file-after = Next ›
thread-file = 📎 { $by } { $at } · { $name }
thread-picture = (picture)
refusal-nothing-written = There is nothing in it yet. Write a few words, or add a picture.
thread-row = { $index } { $state } · { $facts }
thread-words = 　{ $text }
thread-answered = ⚠ { $mine ->
    [yes] You answered at { $at }; what you write now will be added to it.
   *[no] { $by } answered at { $at }; what you write will be added to it.
}
