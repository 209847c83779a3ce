no-orders-key = No orders today
no-orders-toast = Noted
no-orders-said = No orders today ({ $by }, { $at })
reminder-orders = Today's orders: { $logged }{ $open }
reminder-orders-none = nothing logged yet
reminder-orders-logged = logged by { $who }
reminder-orders-by = { $name } ({ $count })
reminder-orders-open = { $waits }{ $forms }
reminder-orders-left = { $name } { $count }
reminder-orders-forms = ; drafts not submitted: { $who }
reminder-orders-cards = ; { $count } to be confirmed
reminder-orders-drafts = ; { $count } waiting for a project
reminder-orders-both = ; { $cards } to be confirmed, { $drafts } waiting for a project
no-orders-more-key = No more orders
no-orders-more-said = No more orders ({ $by }, { $at })
no-orders-but = ⚠ Logged today: { $count } ({ $by }). No others?
refusal-orders-of-the-day = { $orders ->
    [one] 1 order of { $day } is
   *[other] { $orders } orders of { $day } are
} logged ({ $by }).
