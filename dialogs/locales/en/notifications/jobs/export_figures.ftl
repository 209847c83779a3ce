# Figures as an Excel file
job-export-figures = Export of figures
figures-file = statistics { $span } { $day }.xlsx
figures-column-group = Name
figures-column-total = Total
figures-column-before = { $measure } before
figures-column-year-ago = { $measure } a year ago
figures-column-change-before = Change
figures-column-change-year-ago = Change on a year ago
figures-column-target = Target: { $measure }
figures-column-attained = Of target
figures-column-lacking = To go: { $measure }
figures-sheet-about = About
figures-made-on = Exported on { $day }
