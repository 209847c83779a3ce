drafts-title = <b>草稿</b>
drafts-none = 没有草稿。
drafts-row = { $index } { $title }
    　{ $at }
