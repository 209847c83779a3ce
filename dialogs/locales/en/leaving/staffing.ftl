staffing-who = { $name } · { $type }
change-type-title = Change account type
change-type-key = Change type
change-type-type = New account type
change-type-done = ✅ { $name } is now { $type }
deactivate-title = Deactivate account
deactivate-key = Deactivate
deactivate-submit = Yes, deactivate
deactivate-to = Hand over to
deactivate-to-hint = Type a name, pinyin, unit or number to search
deactivate-holds = Holds { $customers ->
    [one] 1 protected customer
   *[other] { $customers } protected customers
} and { $reports ->
    [one] 1 open report
   *[other] { $reports } open reports
}
deactivate-manages = Looks after { $agencies ->
    [one] 1 agency
   *[other] { $agencies } agencies
}; { $approvals ->
    [one] 1 request waits
   *[other] { $approvals } requests wait
}
deactivate-heads = Heads { $units }
deactivate-nobody = ⛔ There is no colleague to take over. Invite somebody first, then deactivate.
deactivate-warning = ⚠ The account leaves its chat at once; its records stay.
deactivate-done = ✅ { $name } is deactivated
deactivate-done-to = Everything went to { $name }.
administrator-give = Make administrator
administrator-take = No administrator
agency-state-key = Cooperation
agency-state-line = { $state } · protected customers { $count }
agency-state-manager = Channel manager { $name }
agency-state-no-manager = No channel manager yet
agency-state-pool = ⏰ From { $at } its customers go to the pool; until then they can be handed to another agency
agency-state-set = Updated
agency-to-active = Resume
agency-to-suspended = Suspend
agency-to-ended = End
agency-warn-active = It may report customers again.
agency-warn-suspended = ⚠ Suspended it can report nothing new, and what waits can't be approved; protected customers stay.
agency-warn-ended = ⚠ Ended it can report nothing new and its open requests are taken back; its customers go to the pool in time, until then they can be handed over.
agency-sure = Yes
change-manager-title = Change channel manager
change-manager-key = Change manager
change-manager-manager = New channel manager
change-manager-manager-hint = Decides the requests from now on
change-manager-done = ✅ { $name } has another channel manager
hand-agency-over-title = Hand customers over
hand-agency-over-key = Hand customers over
hand-agency-over-to = Hand over to
hand-agency-over-to-hint = The owner of another agency
hand-agency-over-to-whom = { $agency } · { $name }
hand-agency-over-done = ✅ Handed over: { $what }
notice-type-changed = { $by } changed your account type to { $type }.
notice-administrator = { $by } made you an administrator.
notice-no-administrator = { $by } took the administrator's right from you.
notice-agency-handed-over = 📋 { $by } handed customers of { $agency } to another agency: { $what }.
notice-agency-active = ✅ { $by } resumed your company's cooperation; you may report customers.
notice-agency-suspended = ⚠ { $by } suspended your company's cooperation: nothing new can be reported, protected customers stay.
notice-agency-ended = ⛔ { $by } ended the cooperation with your company; open reports, contracts, appeals, corrections and changes of company data were taken back.
notice-agency-ended-customers = { $count ->
    [one] Its 1 protected customer goes
   *[other] Its { $count } protected customers go
} to the pool from { $at } on, unless handed to another agency before.
notice-manager-changed = Your company's channel manager is now { $name }.
notice-head = 📋 You are the head of { $unit } now.
notice-agency-yours = 📋 { $agency } is yours to look after now.
notice-agency-not-yours = 📋 { $by } made { $name } the channel manager of { $agency }; what waits before you stays with you.
refusal-agency-closed = { $agency } isn't approved yet or has ended; nobody can be invited into it.
refusal-yourself = You can't change or deactivate your own account; somebody else in charge has to.
refusal-still-holding = { $name } still holds { $customers ->
    [one] 1 protected customer
   *[other] { $customers } protected customers
} and { $reports ->
    [one] 1 open report
   *[other] { $reports } open reports
}; hand them over first.
refusal-no-successor = Choose a colleague who can take over.
refusal-last-administrator = This is the last administrator; make another one first.
refusal-not-that-way = { $agency } changed meanwhile; open it again.
refusal-nothing-new = { $agency } is suspended: nothing new can be approved. Resume it first, or reject.
home-former = ⛔ The cooperation with your company has ended; what there was can still be read.
