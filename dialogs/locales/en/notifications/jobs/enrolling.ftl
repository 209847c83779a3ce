# Import of agencies and people: tables and result file
job-import-agencies = Import agencies
job-import-people = Import people
agencies-list-list = Agencies
agencies-list-column-name = Company name
agencies-list-column-short-name = Short name
agencies-list-column-code = Credit code
agencies-list-column-province = Province
agencies-list-column-district = District
agencies-list-column-region = Region
agencies-list-column-unit = Unit
agencies-list-column-manager = Manager
agencies-list-column-owner = Owner
agencies-list-column-email = Email
agencies-list-column-phone = Phone
agencies-list-sample-name = Example Technology Co., Ltd.
agencies-list-sample-short-name = Example Technology
agencies-list-sample-code = 91440300708461136T
agencies-list-sample-region = Shenzhen, Guangdong
agencies-list-sample-unit = South China
agencies-list-sample-manager = Chen Zhiyuan
agencies-list-sample-owner = Sun Li
agencies-list-sample-email = sun@example.com
agencies-list-sample-phone = 13800138000
agencies-list-note-name = Required, the full name as on the licence
agencies-list-note-short-name = Optional, what screens call it
agencies-list-note-code = Optional, 18 characters; where given it decides which company it is
agencies-list-note-region = Required, down to the city
agencies-list-note-unit = Optional; empty: by province
agencies-list-note-manager = Optional, name or e-mail of a manager of that unit; empty: its head
agencies-list-note-owner = Required, the name of the owner's account; the link is for this person
agencies-list-note-email = Required, this person's e-mail address
agencies-list-note-phone = Optional, this person's mobile number
people-list-list = People
people-list-column-name = Name
people-list-column-type = Account type
people-list-column-agency = Agency
people-list-column-unit = Unit
people-list-column-email = Email
people-list-column-phone = Phone
people-list-sample-name = Li Ming
people-list-sample-type = salesperson
people-list-sample-agency = Example Technology
people-list-sample-unit = South China
people-list-sample-email = liming@example.com
people-list-sample-phone = 13800138000
people-list-note-name = Required
people-list-note-type = Required: owner, salesperson, engineer, assistant or manager
people-list-note-agency = Required but for managers: name, short name or credit code
people-list-note-unit = Required for managers
people-list-note-email = Required
people-list-note-phone = Optional
enrol-head-row = Row
enrol-head-company = Company
enrol-head-person = Name
enrol-head-type = Account type
enrol-head-fate = Result
enrol-head-column = Column
enrol-head-why = Why
enrol-head-link = Invitation link
enrol-head-until = Good until
enrol-fate-imported = Taken in
enrol-fate-standing = There already, unchanged
enrol-link-stands = A link of an earlier result file is still good; --renew makes a new one
enrol-has-joined = Has joined
enrol-twice = The same person as in row { $row }
enrol-outcome-import-agencies = ✅ { $imported ->
    [one] 1 agency
   *[other] { $imported } agencies
} taken in
enrol-outcome-import-people = ✅ { $imported ->
    [one] 1 person
   *[other] { $imported } people
} taken in
enrol-count-standing = { $count ->
    [one] 1 row
   *[other] { $count } rows
} there already, unchanged
enrol-count-conflict = ⛔ { $count ->
    [one] 1 row
   *[other] { $count } rows
} doubled
enrol-count-refused = ⚠ { $count ->
    [one] 1 row
   *[other] { $count } rows
} to mend
enrol-links = 🔗 { $count ->
    [one] 1 new invitation link
   *[other] { $count } new invitation links
}, readable in the file below alone: pass them on with care
import-wrong-email = “{ $typed }” is no e-mail address
import-wrong-phone = “{ $typed }” is no phone number
import-wrong-phone-several = “{ $typed }” has several numbers, please write one
import-wrong-phone-where = “{ $typed }” lacks a digit in mainland China; if it is a number in Taiwan, please write { $hint }
import-wrong-unit = There is no unit “{ $typed }”; there are: { $hint }
import-wrong-type = There is no account type “{ $typed }”: owner, salesperson, engineer, assistant or manager
import-wrong-manager-unknown = { $hint } has no manager “{ $typed }”: import or invite first
import-wrong-manager-several = { $hint } has several “{ $typed }”: use the e-mail address
import-wrong-agency-pending = This company's registration is being decided: do that first
import-wrong-agency-standing = This agency is there already, owned by { $hint }; for more people use import people
import-wrong-email-taken = This address is { $hint }'s already
