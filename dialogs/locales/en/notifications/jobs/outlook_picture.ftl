# The picture of the forecast
job-draw-outlook = Chart of the forecast
outlook-picture-file = forecast { $day }.png
outlook-finding = { $span }: { SHORT($value) } pcs expected ({ $column }){ $change }
outlook-finding-of = { $who }, { $span }: { SHORT($value) } pcs expected ({ $column }){ $change }
outlook-than-naive = the three-month mean
outlook-about = Expected orders (pcs), { $by }
outlook-series-standard = standard
outlook-series-calibrated = calibrated
outlook-series-naive = three-month mean
outlook-standard = Standard { SHORT($value) } pcs
outlook-calibrated = Calibrated { SHORT($value) } pcs
outlook-standard-key = Standard
outlook-calibrated-key = Calibrated
