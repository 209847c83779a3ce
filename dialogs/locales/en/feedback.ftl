feedback-entry = Feedback
give-feedback-title = Give feedback
give-feedback-words = Feedback
give-feedback-words-hint = With screenshots if you like, e.g. Three customers are missing from the export
give-more-feedback-title = Add to it
give-more-feedback-words = Addition
give-more-feedback-words-hint = With screenshots if you like
answer-feedback-key = Answer
answer-feedback-title = Answer feedback
answer-feedback-words = Answer
answer-feedback-words-hint = Goes to whoever gave it, with pictures if you like, e.g. Mended, please export again
feedback-title = 📋 Feedback <b>{ $number }</b>
feedback-given = ✅ Feedback <b>{ $number }</b> sent
feedback-given-who = The administrators will answer here.
feedback-answered = ✅ Feedback <b>{ $number }</b> answered
feedback-below = 📋 Feedback { $number }: ↓ something new, see the newest card below.
feedbacks-title = <b>Feedback</b> ({ $count } waiting)
feedbacks-title-all = <b>Feedback</b> ({ $count })
feedbacks-none = No feedback is waiting.
home-feedback = ⏳ { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
} of feedback to answer
refusal-already-answered = { $by } answered at { $at } already.
