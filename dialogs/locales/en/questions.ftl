ask-question-key = Ask the manager
ask-question-title = Ask the channel manager
ask-question-words = Question
ask-question-words-hint = With pictures if you like, e.g. Can BAT32G135 be used at 125 °C
ask-further-key = Ask further
ask-further-title = Ask further
ask-further-words = Question
ask-further-words-hint = With pictures if you like, e.g. Is there lifetime data at 125 °C
answer-question-key = Answer
answer-question-title = Answer
answer-question-words = Answer
answer-question-words-hint = Goes to whoever asked, with pictures if you like, e.g. 125 °C is supported, see datasheet 3.2
add-to-answer-key = Add
add-to-answer-title = Add to the answer
add-to-answer-words = Addition
add-to-answer-words-hint = Goes to whoever asked, with pictures if you like
answered-by = Answered by { $path }
answer-added = ✅ Added
question-title = 📋 Question <b>{ $number }</b>
question-stands = { $title } · { $state }
question-state-open = ⏳ waiting{ $days ->
    [0] { "" }
    [one] { " " }{ $days } day
   *[other] { " " }{ $days } days
}
question-state-answered = ✅ answered{ $days ->
   *[other] { "" }
}
question-state-withdrawn = withdrawn{ $days ->
   *[other] { "" }
}
question-asked = ✅ Question <b>{ $number }</b> sent
question-asked-who = { $approvers } will answer within one working day.
question-due = Asked { $at } · please answer by { $due }
question-reply-hint = Reply to this message to answer.
question-waits = ⏳ To be answered by { $approvers }
question-look-key = Open the record
question-below = 📋 Question { $number }: ↓ something new, see the newest card below.
notice-unanswered = ⏰ { $kind } not answered in time
decided-answer = ✅ Answered · { $by } · { $at }
approval-kind-question = Question
petition-question-pending = ⏳ waiting
petition-question-approved = ✅ answered
petition-question-rejected = ⛔ not answered
petition-question-returned = ⚠ not answered
petition-question-withdrawn = withdrawn
questions-entry = My questions
questions-key = Questions
questions-title = <b>My questions</b> ({ $count } waiting)
questions-title-all = <b>Questions</b> ({ $count })
questions-none = No question is waiting. Ask one on a customer, a report, a project or a request: tap “Ask the manager”.
questions-all-key = All questions
to-answer-entry = To answer
to-answer-title = <b>To answer</b> ({ $count })
to-answer-none = No question is waiting for you.
to-answer-waits = ⏳ { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
}
to-answer-late = ⏰ { $days ->
    [0] today
    [one] { $days } day
   *[other] { $days } days
}
home-answers = ⏳ { $count ->
    [one] { $count } question
   *[other] { $count } questions
} to answer
question-goes-on = ⏳ There is a further question; what you write will answer it.
