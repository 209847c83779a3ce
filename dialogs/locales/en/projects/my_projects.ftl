my-projects-entry = My projects
my-projects-title = <b>My projects</b> · { $count }
my-projects-found = <b>My projects</b> · { $by } · { $count }
my-projects-row = { $index } { $name } · { $stage } · { $milestone } { $due }
    　{ $customer }{ $whose } · { $days ->
    [0] reported today
    [one] reported a day ago
   *[other] reported { $days } days ago
}
my-projects-whose = {" · "}{ $who }
my-projects-none-found = No such project; try other characters.
my-projects-search-hint = Type some characters of a project, model or customer
my-projects-all-key = All projects
my-projects-table-key = Stage × domain
my-projects-filter = <b>Filter projects</b>
my-projects-near = Milestone in 30 days
my-projects-passed = Milestone passed
my-projects-silent = Long silent
my-projects-by-stage = By stage
my-projects-by-domain = By product domain
my-projects-by-model = By model
my-projects-by-person = By salesperson
my-projects-by-agency = By agency
my-projects-table = <b>Stage × domain</b> · { $count }
my-projects-domain = <b>{ $domain }</b> { $count }
    　{ $stages }
my-projects-stage = { $stage } { $count }
my-projects-update-key = Update
