# The dialog core: questions, checking, drafts, lists. Each dialog's own words stand in a file of its own.

## Navigation
core-back = Back
core-nothing-before = There is no step before this one
core-skip = Skip
core-empty = Empty it
core-draft = Save draft
core-cancel = Cancel
core-home = Home
core-help = Help
core-edit = Edit
core-submit = Submit
core-continue = Continue
core-go-on = Go on
core-stay = Go on
core-keep-item = Keep
core-return = Back
core-overview = Overview
core-keep = Keep it
core-edit-one = Change { $label }
core-pause-how = Or just type another ({ LABEL($label) })
core-first = Choose { $label } first
core-first-key = Choose { $label }
core-finish = Check now
core-see-all = See all
core-page-before = ‹ Previous
core-page-after = Next { $page }/{ $pages } ›

## A question
core-header = { $title } · { $at }/{ $of }
core-mending = To change { $of ->
    [1] {""}
   *[other] { $at }/{ $of }{" "}
}· { $by }: { $words }
core-returned = { $by }: { $words }
core-reply = Answer { $by }
core-within = { $outer } · { $inner }
core-question = <b>{ $label }</b>
core-present = Now: { $value }
core-propose = { $value }
core-answered = ✓ { LABEL($label) }: { $value }
core-asked = · { $label }
core-paused = ⏸ { $title }, to be continued
core-left-empty = · { $title }
core-none = —
core-number = { $value }
core-money = CNY { $value }
core-day = { $day }
core-month = { $year }-{ NUMBER($month, minimumIntegerDigits: 2) }
core-yes = Yes
core-no = No
core-accept = I agree
core-accepted = Agreed
core-read-terms = Read it
core-grouped = { $group } · { $label }
core-list = { $items }
core-list-more = { $items } … ({ $count } in all)
core-and-more = { $count } more
core-either = { $some } or { $last }

## Checking
core-check = { $title } · please check
core-answer = { $number } { LABEL($label) }: { $value }
core-section = <b>{ $heading }</b>
core-answer-gap = ⚠ { $number } { LABEL($label) }: { $value }
core-pick-entry = Tap a number to edit
core-pick-gap = Still missing; tap a number:
core-gaps = ⚠ { $count ->
    [one] One required answer is missing
   *[other] { $count } required answers are missing
}
core-clears = ⚠ After this change { $count ->
    [one] one answer has to be given again
   *[other] { $count } answers have to be given again
}: { $labels }
core-clears-hint = Changing back restores them.
core-change = Change it
core-keep-old = Leave it
core-restored = ✅ Restored { $count ->
    [one] one earlier answer
   *[other] { $count } earlier answers
}
core-done = ✅ { $title }: submitted

## Choosing
core-entry = { $number } { $text }
core-ticked = ✅ { $label }
core-ticks-done = Done ({ $count })
core-search-hint = Type characters, pinyin or initials to search
core-all-options = All options

## Dates
core-today = Today
core-yesterday = Yesterday
core-tomorrow = Tomorrow
core-calendar = Calendar
core-month-before = ‹ Month
core-month-after = Month ›
core-today-mark = [{ $day }]
core-whole-month = Month only
core-day-of-week = { $weekday } { $day }
core-weekday = { $number ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
}
core-which-day = Which day of “{ $typed }”?
core-which-month = “{ $typed }”: which month of { $year }?
core-which-date = “{ $typed }”: which of these?

## Files
core-files = 📎 { $count }: { $names }
core-text-files = { $text } · 📎 { $count }
core-entry-file = { $number } 📎 { $name }
core-files-done = Done ({ $count })
core-file-away = Remove the last
core-file-twice = “{ $name }” is there already and wasn't added again
core-file-same = “{ $name }” is the same as “{ $there }” and wasn't added again
core-file-replaces = 📎 { $label }: the new file takes the place of the old one
core-file-added = 📎 Added to “{ $label }”
core-words-wanted = The pictures are kept; please add a few words
core-file-first-counts = “{ $label }” takes one file; the first was used

## Items
core-item = { $label } { $number }
core-items = { $count ->
    [one] one item
   *[other] { $count } items
}
core-item-line = { $name }
core-item-gap = ⚠ { $name }, { $lacks } missing
core-list-gap = { $name } (⚠ { $lacks } missing)
core-item-done = Done
core-items-done = Done
core-no-items = Nothing yet
core-add-item = Add
core-add-another = Add another
core-bring-in = Bring in { $count }
core-fill-part = Fill in
core-copy = Copy
core-remove = Remove
core-remove-sure = Remove “{ $name }”?
core-told-of = { LABEL($label) }: { $value }
core-unnamed = not filled in
core-too-few-items = At least { $least } needed

## Overview and pasting
core-section-done = ✅ { $heading } { $at }/{ $of }
core-section-gaps = ⚠ { $heading } { $at }/{ $of }, missing { $gaps }{ $more ->
    [0] {""}
   *[other] {" "}…
}
core-section-first = ⚠ { $heading }: choose { $label } first
core-section-free = ✅ { $heading }: none required
core-next-gap = Continue ({ $label })
core-next-lacking = Continue: { $label } ({ $count } missing)
core-paste = Paste several
core-paste-how = Send several answers at once, a line each, such as:
core-paste-line = { $label }: …
core-pasted = ✓ { $labels }{ $more ->
    [0] {" "}
   *[other] {" "}…{" "}
}({ $count }){ $left ->
    [0] {""}
    [one] ; { $left } line not understood
   *[other] ; { $left } lines not understood
}
core-paste-refused = ⚠ { $label }: { $why }
core-said-twice = “{ $name }” stands there twice; only the first was taken
core-items-enough = at most { $most }, the others were not filled in
core-paste-unasked = ⚠ { $label }: not needed now
core-left = ⚠ Not understood ({ $count }): { $lines }{ $more ->
    [0] {""}
   *[other] {" "}and more: see “Not understood”
}
core-left-key = Not understood ({ $count })
core-left-waiting = ⚠ Not understood: { $count ->
    [one] { $count } line
   *[other] { $count } lines
}. Nothing without a place is submitted
core-left-title = <b>Not understood ({ $count })</b>
core-left-how = Tap a number to put that line somewhere or drop it
core-folded = <blockquote expandable>{ $text }</blockquote>
core-left-where = Where does it belong? You can also type a label
core-left-drop = Drop this line
core-left-drop-all = Drop all
core-left-first = ⚠ First place or drop the { $count ->
    [one] line that wasn't understood
   *[other] { $count } lines that weren't understood
}, then paste on

## Drafts and leaving
core-draft-kept = ✅ Draft saved: { $title }
core-nothing-kept = Nothing was filled in, so there is no draft: { $title }
core-kept-for-you = 📋 What you had begun is kept as a draft: { $title }
core-drafts = { $title }: { $count ->
    [one] one draft
   *[other] { $count } drafts
} to go on with
core-draft-line = { $number } { $title }, { $at }
core-draft-open = Go on { $number }
core-draft-none = Start anew
core-draft-gone = ⚠ That draft is gone; please start anew
core-draft-hopeless = ⚠ “{ $title }” can't be submitted any more
core-lost-how = What you wrote (tap to copy):
core-lost-answer = { LABEL($label) }: <code>{ $value }</code>
core-lost-line = <code>{ $text }</code>
core-lost-more = … the rest is in the draft.
core-lost-open = Open draft
core-delete-draft = Delete draft
core-form-changed = ⚠ This form has changed; please check
core-cancel-sure = Give up what you filled in: “{ $title }”?
core-give-up = Give up
core-given-up = Cancelled: { $title }

## Notes
core-stale = That button is out of date; here is the latest screen
core-gone = ⚠ This is no longer there
core-type-page = ⚠ Not understood. You can type what a button says, or /help
core-type-buttons = ⚠ Not understood. You can type what a button says
core-type-labels = ⚠ Not understood. You can type “label: answer”, a line each
core-type-number = ⚠ Not understood. You can type a number, or “label: answer”
core-type-items = ⚠ Not understood. You can type “Add”, or paste “label: answer”, a line each
core-type-left = ⚠ Not understood. You can type a number or a label
core-odd = Voice messages, stickers and the like can't be read; please write it

## A message that was edited, a long text in pieces
core-edited-submitted = Submitted already: please use [Edit]
core-edited-nothing = Editing this message changes nothing. Please send it anew
core-edited-overtaken = ⚠ That answer was changed since: please use [Edit] instead
core-edited-later = ⚠ Changed since, and therefore left as { $count ->
    [one] it is
   *[other] they are
}: { $labels }
core-edited-unasked = ⚠ That isn't asked at present, so nothing was changed
core-edited-kept = ⚠ The change wasn't taken; what you filled in stays
core-edited-kept-one = ⚠ The change wasn't taken; { LABEL($label) } stays: { $value }
core-edited-no-answer = “{ $typed }” can't be its answer
core-edited-clears = ⚠ After this change { $count ->
    [one] one answer has to be given again
   *[other] { $count } answers have to be given again
}: { $labels }. Changing back restores them
core-edited-draft = ⚠ What this message says is in the draft “{ $title }”. Please open it first, then edit the message
core-edited-below = Changed with the message: { $title }
core-edited-there = ⚠ Please go back to “{ $title }” first, then edit this message
core-edited-more = ⚠ What was added to this message wasn't taken, please send it by itself: { $lines }
core-edited-long = ⚠ A long text in pieces can't be edited. Please send all of it anew
core-edited-file = ⚠ Editing a file or its caption changes nothing. To change the words use [Edit]; for another file, send it anew
core-became = { $count ->
    [0] This message went into several forms. Editing it changes nothing: please change each of them
    [1] Submitted already: please use [Edit]
   *[other] This message became { $count } submissions. Editing it changes nothing: please correct each of them
}
core-became-open = ⏸ Not submitted yet, please change it in the form: { $titles }
core-became-back = Back
core-edited-command = ⚠ A message can't be turned into a command. Please send the command itself
core-continued-late = ⚠ The rest of the long text couldn't be added. Please send all of it anew

## Not understood
core-text-empty = There was no text; please send it again
core-text-nothing = “{ $typed }” says nothing, and this one is required
core-text-long = { $length ->
    [one] 1 character
   *[other] { $length } characters
}, at most { $longest }
core-text-short = “{ $typed }” is too short; at least { $shortest } characters
core-text-form = “{ $typed }” isn't in the right form
core-text-form-example = “{ $typed }” isn't in the right form, e.g. { $examples }
core-not-number = “{ $typed }” isn't a number
core-not-number-example = “{ $typed }” isn't a number, e.g. { $examples }
core-not-number-about = “{ $typed }” isn't a number. { $about }, e.g. { $examples }
core-number-above = { $given } won't do; more than { $bound }
core-number-small = { $given } is too small; at least { $least }
core-number-large = { $given } is too large; at most { $most }
core-number-exact = “{ $given }” is too exact; { $decimals ->
    [0] a whole number, please
    [one] one decimal at most
   *[other] { $decimals } decimals at most
}
core-not-yes-no = “{ $typed }” wasn't understood; please answer yes or no
core-not-accepted = It goes on only if you agree
core-not-a-day = “{ $typed }” isn't a date, e.g. today, { $example }
core-not-a-month = “{ $typed }” isn't a date or a month, e.g. March 2027, end of March, 11-22
core-not-one-day = “{ $typed }” may be several dates, please be exact
core-day-future = { $day } is still to come; today or earlier, please
core-day-past = { $day } is over; today or later, please
core-day-range = { $day } is out of range
core-not-an-option = There is no “{ $typed }”; choose from the list or search for something else
core-some-unclear = None, or more than one, is called “{ $typed }”; the others are ticked. Choose more, or finish
core-not-a-person = There is no “{ $typed }” to choose. { $count ->
    [0] Nobody can be chosen at present
   *[other] You can choose { $people }{ $more ->
        [0] {""}
       *[other] {" "}({ $count } in all)
    }; search by name, pinyin or initials
}
core-not-one-option = “{ $typed }” could be several; please write it in full
core-option-gone = That entry has just gone; please choose again
core-none-ticked = Choose at least one
core-too-many-ticked = { $most } at most
core-no-file-here = This question takes text, not a file
core-no-contact-here = No number is needed here
core-contact-not-own = Only your own number can be shared; you may type one instead
core-not-a-file = This question takes a file or a photo: just send it
core-unnamed-photo = Photo{ $place ->
    [0] { "" }
   *[other] { " " }{ $place }
}
core-unnamed-video = Video{ $place ->
    [0] { "" }
   *[other] { " " }{ $place }
}
core-unnamed-audio = Audio{ $place ->
    [0] { "" }
   *[other] { " " }{ $place }
}
core-file-empty = “{ $name }” is empty
core-file-too-big = “{ $name }” is too large
core-file-type = A file like “{ $name }” can't be taken here. What can: { $wanted }
core-file-type-picture = pictures (JPG, PNG)
core-file-type-pdf = PDF
core-file-type-office = Word and Excel files
core-file-disguised = “{ $name }” isn't what its name says, so it wasn't taken. Please send the original file
core-file-encrypted = “{ $name }” is locked with a password. Please send it without one
core-file-broken = “{ $name }” is damaged and can't be opened. { $what ->
    [archive] Please unpack it on a computer and send what is inside, file by file
    [workbook] Please open it in Excel or WPS, save it as a new .xlsx and send that
   *[other] Please take the photo, scan or export it anew and send that
}
core-file-bomb = “{ $name }” would unpack to far too much, so it wasn't taken. Please send an ordinary file
core-file-heic = “{ $name }” is a HEIC photo that others may not be able to open. Please send it as a photo, or as JPG
core-file-gone = “{ $name }” can't be had any more; please send it again
core-file-network = “{ $name }” didn't arrive in full; please send it again
core-file-quota = You have reached today's limit for files, so “{ $name }” wasn't taken. Please go on tomorrow
core-file-no-room = The system is short of space, so “{ $name }” wasn't taken. Please send it later
core-file-enough = { $most } files at most; “{ $name }” was not taken
core-file-enough-album = { $most } files at most: { $most } are here. Not taken of this album: { $count }

## The whole sheet; files sent without being asked for
core-short = { $label } ({ $count } more)
core-lacking = { $label }: { $lacks }
core-copy-all = All fields, to copy
core-whole-line = { $label }: { $value }
core-file-named = 📎 { $name }
core-sheet-title = 📎 { $name }
core-sheet-made = Made { $at }
core-sheet-altered = ⚠ What the workbook remembers of the draft was changed: please decide wherever it differs from the draft
core-sheet-missing = ⚠ This workbook wasn't downloaded here: please decide wherever it differs from the draft
core-sheet-both = ⚠ <b>{ $label }</b>: draft and workbook differ ({ $at }/{ $of })
core-sheet-draft = Draft: { $value }
core-sheet-cell = Workbook: { $value }
core-sheet-take = Take workbook
core-sheet-keep = Keep draft
core-sheet-take-all = Workbook for all { $count }
core-sheet-keep-all = Draft for all { $count }
core-sheet-drop = Change nothing
core-sheet-dropped = The draft stays as it is
core-sheet-changes = <b>Answers that will change: { $count }</b>
core-sheet-line = { $number } { $label }: { $draft } → { $cell }
core-sheet-left = ⚠ Lines not understood: { $count }. You can place them afterwards
core-sheet-go = Change them ({ $count })
core-sheet-same = ✅ The workbook says what the draft says
core-sheet-other = ⛔ This workbook belongs to { $about }, not to this form. Nothing was changed
core-sheet-required-mark = required
core-sheet-beside = ⚠ { $label }: “{ $value }” stands outside of the answers' column and wasn't read
core-sheet-place = Place { $count ->
    [one] the line
   *[other] { $count } lines
}
core-sheet-then = { $name } is compared next
core-sheet-again = This workbook is being compared already
core-sheet-list = ⚠ The sheet “{ $name }” is a list ({ $titles }), not this form: it wasn't read
core-sheet-formula = ⚠ { $label }: the formula { $value } has no result, so it wasn't read. Open and save the file in Excel, or write the answer
core-sheet-what = None of this form's questions were found in it. What is it?
core-sheet-as-file = An attachment
core-sheet-as-text = Read its contents ({ $count ->
    [one] 1 line
   *[other] { $count } lines
})
core-sheet-neither = Don't use it
core-sheet-lost = ⚠ { $label }: { $value } has lost its last digits and wasn't read. Please format the cell as text and type it again
core-sheet-error = ⚠ { $label }: { $value } is an error of the spreadsheet and wasn't read. Please write the answer
core-sheet-further = ⚠ Further cells that weren't read: { $count }. You can place them afterwards
core-sheet-required = ⚠ { $label }: required, can't be emptied
