help-title = <b>Help</b>
help-guest =
    Register agency: have the full name and the credit code of the licence ready; about 15 questions, kept as a draft at any time.
    The channel managers of your province decide; the result is told here.
    If colleagues of yours work here already: ask the holder of the main account for an invitation link.
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
    Log order: write it as to a colleague, “Xinghe BMS 5k 3.2 yesterday”; or send an Excel or CSV file here. The template is under Log order › From a file.
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
    More › Language: Chinese or English.
help-words-key = Back to help
picture-register-key = Picture: register
picture-register = Register: question by question; tap a button or write.
picture-join-key = Picture: join
picture-join = Join: open the link that a colleague sent, read it and confirm.
picture-report-key = Picture: report
picture-report = Report customer: question by question; what is answered becomes a line.
picture-result-key = Picture: result
picture-result = The result comes into this chat; protection begins with the approval.
picture-invite-key = Picture: invite
picture-invite = Invite: forward this link to the person; it can be used once.
picture-order-key = Picture: order
picture-order = Log order: write one line, read it and tap Confirm.
picture-follow-up-key = Picture: follow-up
picture-follow-up = Follow-up: news and projects may stand in one message.
picture-decide-key = Picture: decide
picture-decide = Deciding: the card comes into this chat; one tap approves.
picture-answer-key = Picture: answer
picture-answer = Answering: reply to the card, read it and tap Answer.
picture-administration-key = Picture: administration
picture-administration = Administration: Home › Administration; settings and records are here.
