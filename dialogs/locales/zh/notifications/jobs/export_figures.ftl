# 出货统计导出的 Excel
job-export-figures = 导出出货统计
figures-file = 出货统计 { $span } { $day }.xlsx
figures-column-group = 名称
figures-column-total = 合计
figures-column-before = 上期{ $measure }
figures-column-year-ago = 去年同期{ $measure }
figures-column-change-before = 环比
figures-column-change-year-ago = 同比
figures-column-target = 目标{ $measure }
figures-column-attained = 完成
figures-column-lacking = 还差{ $measure }
figures-sheet-about = 说明
figures-made-on = 导出日期 { $day }
