drafts-title = <b>Drafts</b>
drafts-none = No drafts.
drafts-row = { $index } { $form } · { $title }
    　{ $at }
