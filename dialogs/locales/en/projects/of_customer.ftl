projects-key = Projects
projects-title = <b>Projects</b> · { $count }
projects-none = No projects yet; add one in a follow-up report.
projects-row = { $index } { $name }
    　{ $stages } · { $yearly } a year · { $milestone } { $due }
project-of = { $customer } · { $domain } · { $mcu }
timeline-at = <b>{ $at } { $stage }</b> · { $by }
timeline-yearly = 　{ $yearly } a year
timeline-milestone = 　milestone: { $milestone } { $due } { $note }
timeline-progress = 　{ $text }
