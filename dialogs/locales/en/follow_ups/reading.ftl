follow-ups-key = Reports
follow-ups-title = <b>Follow-up reports</b> · { $count }
follow-ups-title-days = <b>Follow-up reports</b> · last { $days ->
    [one] day
   *[other] { $days } days
}: { $count }
follow-ups-none = No follow-up reports yet.
follow-ups-row = { $index } { $mark ->
    [green] 🟢{" "}
   *[none] {""}
}{ $at } · { $who }{ $files ->
    [0] { "" }
   *[other] {" "}📎 { $files }
}
follow-ups-dynamics = 　{ $text }
follow-ups-move = 　▪ { $name }: { $stages }
follow-up-who-helped = { $person } (engineer { $helpers })
former-holder = former holder
days-key = { $days ->
    [one] 1 day
   *[other] { $days } days
}
all-time-key = All time
follow-up-report-title = Follow-up report <b>{ $number }</b>
follow-up-report-who = { $at } · { $who }
follow-up-report-corrected = Corrected { $times ->
    [one] once
   *[other] { $times } times
}, last { $at }
follow-up-project = ▪ <b>{ $name }</b>: { $stages } · { $mcu }
    　{ $yearly } a year · { $milestone } { $due }
follow-up-project-progress = 　{ $text }
project-is-new = { $stage } (new)
stage-moved = { $before } → { $after }
changed-number = { $before } → { $after }
corrections-key = Corrections
corrections-title = Corrections of <b>{ $number }</b>
corrections-version = Version { $version } · { $at } · { $by }
difference = 　{ $label }: { $before } → { $after }
difference-project = 　{ $project } · { $label }: { $before } → { $after }
difference-added = 　project { $project } added
difference-removed = 　project { $project } taken out
