## Typed at home
read-as-title = What is this?
read-as-follow-up = Follow-up · { $name }
read-as-protection = Protection · { $name }
read-as-agency = Agency { $name }
read-as-person = Person { $name }
read-as-search = Find customers
read-as-no-number = There is no { $number }, or it isn't yours to see
read-as-nobodys-order = You can log for no Customer called “{ $name }”. Send it again with the full name, the short one or pinyin, or look it up by some characters.
read-as-nobodys-order-report = A new Customer is reported first.
read-as-people = This looks like an address book: people aren't entered here, the owner invites colleagues under People.
read-as-nothing = Not found, and not understood. You can type:
read-as-nothing-search = 　some characters of a customer's name, to find it
read-as-nothing-agency = 　an agency’s name or credit code, or a channel manager’s name or number
read-as-nothing-report = 　lines such as “Customer name: …”, to report a customer
read-as-nothing-follow-up = 　“customer project stage progress”, for a follow-up
read-as-nothing-order = 　“customer model quantity price”, to log an order

## A file that nothing takes
file-sent = 📎 Not taken: this kind of file has no place here
file-sent-contract = Attachments of a contract: open the contract and send them under Attachments
file-sent-orders = Orders in a table: send the Excel or CSV file right here
file-sent-customers = Lists of customers or direct accounts: send the Excel or CSV file right here
file-sent-announcement = Attachments of news: send them while you write it
file-sent-text = Anything else goes as text, such as a follow-up or a customer's name
file-sent-read-key = Read these words
file-sent-people = Colleagues in an address book or a list aren't taken from a file: invite them under People
contact-shared = 📇 The contact { $name } { $phone } wasn't kept
contact-shared-own = You can share it like this where your own mobile number is asked
contact-shared-invite = A colleague of your company can be invited right away; account type and e-mail are asked then
contact-shared-invite-key = Invite { $name }
contact-shared-vendor = To invite somebody: owners of agencies and managers are invited under People
contact-shared-ask-owner = Colleagues who are to join are invited by your company's owner under People
contact-shared-follow-up = Somebody of a customer's can be named in a follow-up

## What the entries of home are called besides, with commas between
also-report = report, report a customer, new customer, register customer, deal registration, register a deal
also-follow-up = follow up, follow-up, write a follow-up, visit, visit report
also-log-order = log order, log an order, order, orders, enter order
also-board = board, overview, dashboard, team, who holds what
also-customers = customers, customer, my customers, customer list, protection
also-projects = projects, project, my projects
also-approvals = approvals, to decide, pending, to do, todo, approve
also-requests = requests, my requests, request, status
also-pool = pool, resource pool
also-contracts = contracts, contract, agreement, renewal
also-people = people, staff, colleagues, invite, team
also-announcements = announcements, announcement, news, notices
also-drafts = drafts, draft
also-sales = sales, sales records, order history, order list
also-help = help, how to use, manual
also-language = language, chinese, 中文
also-accounts = switch account, accounts
also-contact-us = contact us, contact, contacts, hotline, support, customer service, phone number, channel manager, my manager, whom to ask, who to ask, who do i ask
also-questions = questions, ask the manager, ask my manager
also-to-answer = to answer, questions to answer, questions
also-feedback = feedback, give feedback, problem, report a problem, complaint, suggestion, bug
also-publications = documents, downloads, download, files, datasheets, price list
