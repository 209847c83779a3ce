# Forecast, its accuracy, gaps
forecast-entry = Forecast
forecast-title = <b>Forecast, { $span }</b>
forecast-total = Standard <b>{ $standard } pcs</b> · calibrated { $calibrated } pcs
    By the three-month mean { $naive } pcs
    In full { $volume } pcs · { $projects ->
        [one] 1 project
       *[other] { $projects } projects
    }
forecast-total-alone = Standard <b>{ $standard } pcs</b>
    By the three-month mean { $naive } pcs
    In full { $volume } pcs · { $projects ->
        [one] 1 project
       *[other] { $projects } projects
    }
forecast-amount = Standard is about CNY { $amount } (mean price of three months)
forecast-layers = { $parts }
forecast-layer = { $name } { $pieces }
forecast-layer-running = Running
forecast-layer-ramp = Ramp
forecast-layer-pipeline = Pipeline
forecast-few-cases = Calibrated: too few cases, by standard probabilities
forecast-frozen = Calibrated as known on { $day }, frozen then
forecast-bias-high = Last { $months } months: standard was { $bias } too high; error standard { $standard }, calibrated { $calibrated }, mean { $naive }
forecast-bias-low = Last { $months } months: standard was { $bias } too low; error standard { $standard }, calibrated { $calibrated }, mean { $naive }
forecast-unmeasured = No month that was forecast has closed yet, so the error isn't known
forecast-none = Nothing is expected in this time
forecast-row = { $index }. { $name }: <b>{ $standard }</b> pcs
    calibrated { $calibrated } · mean { $naive } · in full { $volume } · { $projects ->
        [one] 1 project
       *[other] { $projects } projects
    }
forecast-project = { $index }. { $name }: <b>{ $standard }</b> pcs ({ $facts })
    calibrated { $calibrated } · mean { $naive } · in full { $volume }
forecast-row-alone = { $index }. { $name }: <b>{ $standard }</b> pcs
    mean { $naive } · in full { $volume } · { $projects ->
        [one] 1 project
       *[other] { $projects } projects
    }
forecast-project-alone = { $index }. { $name }: <b>{ $standard }</b> pcs ({ $facts })
    mean { $naive } · in full { $volume }
forecast-passed = ⚠ milestone passed
forecast-from = from { $day }
forecast-by-project = by project
forecast-projects-key = Projects
forecast-span-title = Which time?
forecast-span-hint = Or write it, for example: next quarter, Q2 next year BAT32G135 by customer
forecast-span-next-month = Next month
forecast-span-next-quarter = Next quarter
forecast-span-three = Next 3 months
forecast-span-year = Next 12 months
refusal-too-many-projects = There are too many projects (more than { $projects }) to forecast while you wait. Choose an agency, or type a unit, a customer or a model
forecast-too-many-away = A chart or an Excel file of all of them comes by itself when it is ready
forecast-narrower = { $index }. { $name }: { $projects ->
    [one] 1 project
   *[other] { $projects } projects
}
accuracy-key = Accuracy
accuracy-title = <b>Accuracy of the forecast, { $horizon ->
    [1] same month
   *[other] { $horizon } months ahead
}, { $by }</b>
accuracy-months = { $months ->
    [one] The last month that closed
   *[other] The last { $months } months that closed
}
accuracy-total = All
accuracy-row = { $name }
    error standard { $standard } · calibrated { $calibrated } · mean { $naive }
    bias of standard { $bias } · calibrated against mean { $gain }
accuracy-hint = Error = what model × agency were off in all ÷ what was ordered
accuracy-ahead-key = { $horizon ->
    [1] Same month
   *[other] { $horizon } months ahead
}
gaps-key = Gaps
gaps-title = <b>Gaps ({ $count })</b>
gaps-none = ✅ No gaps
gaps-row = { $index }. { $customer } · { $project }
    { $why } · expects { $yearly } pcs a year
gaps-kind-key = { $name } { $count }
gaps-silent = No orders
gaps-behind = Behind
gaps-passed = Milestone passed
gaps-unrevised = Old figure
gaps-why-never = ⚠ in production without an order
gaps-why-silent = ⚠ no order for { $days } days
gaps-why-behind = ⚠ last quarter brought { $days }% of what is expected
gaps-why-passed = ⚠ milestone passed { $days } days ago
gaps-why-unrevised = expectation not revised for { $days } days
forecast-other-time = “{ $said }” can't be forecast. It goes from this month to { $last }; write next month, Q1, Q2 next year, this year, next 6 months
forecast-outside = ⚠ A forecast goes from this month to { $last }; the time that was asked isn't in it
gaps-title-alone = <b>Gaps</b>
reach-key = Gap to target
reach-title = <b>Gap to target</b>
reach-none = No target is set for this quarter or the next
reach-row = { $index }. { $name }: { $told }
reach-short = ⚠ { $span }, { $lacking } short
    target { $target }, sold { $sold }, expected ({ $column }) { $expected }
reach-nearly = { $span }, { $lacking } short
    target { $target }, sold { $sold }, expected ({ $column }) { $expected }
reach-enough = ✅ { $span }, { $lacking } above it
    target { $target }, sold { $sold }, expected ({ $column }) { $expected }
reach-pieces = { SHORT($value) } pcs
reach-amount = CNY { SHORT($value) }
draw-outlook-begun = Drawing the chart
export-outlook-begun = Exporting; the file comes by itself
