language-title = <b>语言</b> · Language
language-set = English from now on
accounts-title = <b>Switch account</b>
accounts-row = { $index } { $name } · { $company } · { $type }
accounts-row-now = { $index } { $name } · { $company } · { $type } ✅
accounts-of-reply = ⚠ The message that you answered belongs to { $name } ({ $type } · { $company }). Change to that account and answer again; nothing was changed as the present one.
accounts-of-order = ⚠ This is a customer of { $name } ({ $type } · { $company }). Change to that account and send it again; nothing was logged as the present one.
help-title = <b>Help</b>
help-salesperson =
    Report a customer before you contact it, and quote nothing before approval.
    Report customer: question by question, or paste lines such as “Customer name: …” in one message.
    Leave whenever you like; you go on where you were.
    Orders: in one line, or as an Excel or CSV file sent here.
    Ask the manager: one tap on a customer, a report, a project or a request, with pictures if you like.
help-owner =
    Report customer: also for a salesperson of yours.
    People: make one-time invitation links for colleagues.
    My customers: all that your agency holds.
    Orders: in one line, or as an Excel or CSV file sent here.
    Ask the manager: one tap on a customer, a request or a contract, with pictures if you like.
help-engineer =
    My customers: those you are assigned to.
    Follow-ups: help salespeople with reports and projects.
    Ask the manager: one tap on a customer, a report or a project, with pictures if you like.
help-assistant =
    Log order: write it as to a colleague, “大疆 云台 5k 3.2 yesterday”; or send an Excel or CSV file here. The template is under Log order › From a file.
    My customers: all that your agency holds.
    Ask the manager: one tap on a customer or a project, with pictures if you like.
help-manager =
    To decide: approve, reject or send back; cards are pushed into this chat.
    To answer: agencies' questions; a reply to the card is the answer.
    Documents: publish them, and see who downloaded them.
    People: set up agencies and invite their owners.
help-administrator =
    People: set up units and invite channel managers.
    Feedback: problems are pushed into this chat; a reply to the card is the answer.
    A new deployment begins here: administrator → manager → agency → salesperson.
help-everybody =
    Home: the key beneath the text field always works.
    Menu: beside the text field, lists what is used most.
    Feedback: a problem, with a screenshot; the administrators answer here.
    More › Language: 中文 or English.
