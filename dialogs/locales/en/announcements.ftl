announcements-entry = News
announcements-title = <b>Announcements</b> · { $count }
announcements-none = No announcements yet.
announcements-row = { $index } { $read ->
    [no] 🟢{" "}
   *[yes] {""}
}{ $title } · { $at }
announcement-head = 📢 <b>{ $title }</b>
announcement-by = { $author } · { $at }
attachment-key = 📎 { $name }
have-read-key = I have read it
read-key = Read
read-toast = Noted
write-announcement-title = Announce
write-announcement-heading = Heading
write-announcement-heading-hint = One line, e.g. Prices from December
write-announcement-text = Text
write-announcement-attachments = Pictures and files
write-announcement-attachments-hint = Up to 5
write-announcement-types = Account types
write-announcement-types-hint = None chosen means all
write-announcement-units = Units
write-announcement-units-hint = None chosen means all
write-announcement-agencies = Agencies
write-announcement-agencies-hint = None chosen means all
write-announcement-must-read = Must be read
write-announcement-must-read-hint = If yes, it stands in front of the home screen until it is read
announce-key = Publish
announced = ✅ Published to { $count ->
    [one] { $count } person
   *[other] { $count } people
}
announced-later = Sending begins after quiet hours.
broadcasts-key = Mine
broadcasts-title = <b>Published</b> · { $count }
broadcast-progress = Delivered { $arrived }/{ $total }
broadcast-unreachable = ⚠ { $count } can't be reached
broadcast-read = Read { $read }/{ $total }
broadcast-readers-key = Who has read
broadcast-unread-key = Who hasn't
broadcast-remind-key = Remind the rest
broadcast-words-key = Full text
broadcast-list-read = Read { $count }{ $count ->
    [0] {""}
   *[other] :{" "}{ $people }
}
broadcast-list-unread = Unread { $count }{ $count ->
    [0] {""}
   *[other] :{" "}{ $people }
}
reminded-toast = { $count ->
    [one] 1 person
   *[other] { $count } people
} will be reminded
reminded-already-toast = Already reminded today
reminded-nobody-toast = Nobody to remind
release-title = Version { $version }
release-0-1-0 = Reports, protection and extensions, the pool, follow-ups and announcements are here.
announce-everybody = all
