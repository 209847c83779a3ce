drafts-title = <b>Drafts</b>
drafts-none = No drafts.
drafts-row = { $index } { $title }
    　{ $at }
