# 对话核心：问题、核对、草稿、列表。各对话自己的字词在各自的文件里。

## 导航
core-back = 上一步
core-nothing-before = 这里没有上一步
core-skip = 跳过
core-empty = 清空
core-draft = 暂存草稿
core-cancel = 取消
core-home = 主页
core-help = 帮助
core-edit = 修改
core-submit = 提交
core-continue = 继续
core-go-on = 继续填写
core-stay = 继续填写
core-keep-item = 保留
core-return = 返回
core-overview = 总览
core-keep = 保留不变
core-edit-one = 修改{ $label }
core-pause-how = 也可直接输入新的{ $label }
core-first = 请先选{ $label }
core-first-key = 选{ $label }
core-finish = 直接核对
core-see-all = 查看全部
core-page-before = ‹ 上一页
core-page-after = 下一页 { $page }/{ $pages } ›

## 一个问题
core-header = { $title } · { $at }/{ $of }
core-mending = 修改 { $of ->
    [1] {""}
   *[other] { $at }/{ $of }{" "}
}· { $by }：{ $words }
core-returned = { $by }：{ $words }
core-reply = 回复{ $by }
core-within = { $outer } · { $inner }
core-question = <b>{ $label }</b>
core-present = 现为：{ $value }
core-propose = { $value }
core-answered = ✓ { LABEL($label) }：{ $value }
core-asked = · { $label }
core-paused = ⏸ { $title }，稍后继续
core-left-empty = · { $title }
core-none = —
core-number = { $value }
core-money = { $value } 元
core-day = { $day }
core-month = { $year }年{ $month }月
core-yes = 是
core-no = 否
core-accept = 同意
core-accepted = 已同意
core-read-terms = 查看全文
core-grouped = { $group } · { $label }
core-list = { $items }
core-list-more = { $items } 等 { $count } 项
core-and-more = 等 { $count } 项
core-either = { $some } 或 { $last }

## 核对
core-check = { $title } · 请核对
core-answer = { $number } { LABEL($label) }　{ $value }
core-section = <b>{ $heading }</b>
core-answer-gap = ⚠ { $number } { LABEL($label) }　{ $value }
core-pick-entry = 点编号修改
core-pick-gap = 还缺以下各项，点编号填写：
core-gaps = ⚠ 还有 { $count } 项必填
core-clears = ⚠ 这样改，以下 { $count } 项要重填：{ $labels }
core-clears-hint = 改回来时会自动恢复。
core-change = 确认更改
core-keep-old = 不改
core-restored = ✅ 已恢复原来填的 { $count } 项
core-done = ✅ { $title }：已提交

## 选择
core-entry = { $number } { $text }
core-ticked = ✅ { $label }
core-ticks-done = 完成（{ $count }）
core-search-hint = 可输入汉字、拼音或首字母查找
core-all-options = 全部选项

## 日期
core-today = 今天
core-yesterday = 昨天
core-tomorrow = 明天
core-calendar = 选日期
core-month-before = ‹ 上月
core-month-after = 下月 ›
core-today-mark = [{ $day }]
core-whole-month = 只定到月
core-day-of-week = { $day } { $weekday }
core-weekday = { $number ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[other] 周日
}
core-which-day = “{ $typed }”是哪一天？
core-which-month = “{ $typed }”是 { $year } 年哪个月？
core-which-date = “{ $typed }”是哪个？

## 附件
core-files = 📎 { $count } 个：{ $names }
core-text-files = { $text }　📎 { $count }
core-entry-file = { $number } 📎 { $name }
core-files-done = 完成（{ $count }）
core-file-away = 去掉最后一个
core-file-twice = “{ $name }”已经有了，没有重复加入
core-file-same = “{ $name }”与“{ $there }”内容相同，没有重复加入
core-file-replaces = 📎 { $label }　已换成新文件
core-file-added = 📎 已加到“{ $label }”
core-words-wanted = 图片已收下，请再写几句说明
core-file-first-counts = “{ $label }”只收一个文件，已用第一个

## 分项
core-item = { $label } { $number }
core-items = { $count } 项
core-item-line = { $name }
core-item-gap = ⚠ { $name }　缺 { $lacks }
core-list-gap = { $name }（⚠ 缺 { $lacks }）
core-item-done = 完成
core-items-done = 完成
core-no-items = 还没有内容
core-add-item = 添加
core-add-another = 再加一个
core-bring-in = 带入已有 { $count } 项
core-fill-part = 填写
core-copy = 复制
core-remove = 删除
core-remove-sure = 删除“{ $name }”？
core-told-of = { LABEL($label) } { $value }
core-unnamed = 未填写
core-too-few-items = 至少要有 { $least } 项

## 总览与粘贴
core-section-done = ✅ { $heading } { $at }/{ $of }
core-section-gaps = ⚠ { $heading } { $at }/{ $of }　缺 { $gaps }{ $more ->
    [0] {""}
   *[other] {" "}…
}
core-section-first = ⚠ { $heading }　请先选{ $label }
core-section-free = ✅ { $heading }　不要求
core-next-gap = 继续（下一空：{ $label }）
core-next-lacking = 继续：{ $label }（缺 { $count }）
core-paste = 粘贴多项
core-paste-how = 一次发来多项，每行一项，例如：
core-paste-line = { $label }：…
core-pasted = ✓ { $labels }{ $more ->
    [0] {" "}
   *[other] {" "}…{" "}
}{ $count } 项{ $left ->
    [0] {""}
   *[other] ；未识别 { $left } 行
}
core-paste-refused = ⚠ { $label }：{ $why }
core-said-twice = “{ $name }”写了两次，只取第一个
core-items-enough = 最多 { $most } 个，多出的没有填入
core-paste-unasked = ⚠ { $label }：目前不用填
core-left = ⚠ 未识别 { $count } 行：{ $lines }{ $more ->
    [0] {""}
   *[other] {" "}等，点“未识别”看全部
}
core-left-key = 未识别 ({ $count })
core-left-waiting = ⚠ 未识别 { $count } 行，未归位的不会提交
core-left-title = <b>未识别 { $count } 行</b>
core-left-how = 点编号放到该放的项，或不要
core-folded = <blockquote expandable>{ $text }</blockquote>
core-left-where = 放到哪一项？也可输入项目名称查找
core-left-drop = 不要这行
core-left-drop-all = 全部不要
core-left-first = ⚠ 请先处理未识别的 { $count } 行，再继续粘贴

## 草稿、离开
core-draft-kept = ✅ 已暂存草稿：{ $title }
core-nothing-kept = 没有填写内容，未存草稿：{ $title }
core-kept-for-you = 📋 没填完的已存为草稿：{ $title }
core-drafts = { $title }：有 { $count } 份没填完的草稿
core-draft-line = { $number } { $title }　{ $at }
core-draft-open = 继续 { $number }
core-draft-none = 新填一份
core-draft-gone = ⚠ 草稿已不在，请重新填写
core-draft-hopeless = ⚠ “{ $title }”已不能提交
core-lost-how = 已填内容（点按可复制）：
core-lost-answer = { LABEL($label) }：<code>{ $value }</code>
core-lost-line = <code>{ $text }</code>
core-lost-more = ……其余在草稿里。
core-lost-open = 打开草稿
core-delete-draft = 删除草稿
core-form-changed = ⚠ 表单已更新，请核对
core-cancel-sure = 放弃“{ $title }”已填的内容？
core-give-up = 放弃
core-given-up = 已取消：{ $title }

## 提示
core-stale = 按钮已过期，已打开最新页面
core-gone = ⚠ 这个功能已不在
core-type-page = ⚠ 未识别。可输入按钮上的字，或 /help
core-type-buttons = ⚠ 未识别。可输入按钮上的字
core-type-labels = ⚠ 未识别。可输入“项目：内容”，每行一项
core-type-number = ⚠ 未识别。可输入编号，或“项目：内容”
core-type-items = ⚠ 未识别。可输入“添加”，或粘贴“项目：内容”，每行一项
core-type-left = ⚠ 未识别。可输入编号或项目名称
core-odd = 语音、贴纸等看不懂，请写成文字

## 改了发过的消息、分段的长文
core-edited-submitted = 已提交，请用 [修改]
core-edited-nothing = 改这条消息不起作用，请直接发送新内容
core-edited-overtaken = ⚠ 这一项后来又改过，改旧消息不起作用，请用 [修改]
core-edited-later = ⚠ 以下 { $count } 项后来改过，没有随消息更改：{ $labels }
core-edited-unasked = ⚠ 这一项目前不用填，修改未采用
core-edited-kept = ⚠ 修改未采用，原来填的不变
core-edited-kept-one = ⚠ 修改未采用，{ LABEL($label) }仍为：{ $value }
core-edited-no-answer = “{ $typed }”不能作为这一项的内容
core-edited-clears = ⚠ 这样改，以下 { $count } 项要重填：{ $labels }。改回来时会自动恢复
core-edited-draft = ⚠ 这条消息的内容在草稿“{ $title }”里，请打开草稿后再改
core-edited-below = 已随消息更改：{ $title }
core-edited-there = ⚠ 请先回到“{ $title }”，再改这条消息
core-edited-more = ⚠ 这条消息里新写的没有采用，请另发一条：{ $lines }
core-edited-long = ⚠ 分段的长文改了不起作用，请重新发送全文
core-edited-file = ⚠ 文件或说明改了不起作用。只改文字，请用 [修改]；换文件，请重新发送
core-became = { $count ->
    [0] 这条消息写进了几份表单，改消息不起作用，请在各份里修改
    [1] 已提交，请用 [修改]
   *[other] 这条消息已写成 { $count } 份，改消息不起作用，请逐份修改
}
core-became-open = ⏸ 还没提交，请在表单里改：{ $titles }
core-became-back = 返回
core-edited-command = ⚠ 改成命令不起作用，请直接发送命令
core-continued-late = ⚠ 长文的后半段没有接上，请重新发送全文

## 未识别
core-text-empty = 没有看到文字，请再发一次
core-text-nothing = “{ $typed }”等于没填，这一项必填
core-text-long = 共 { $length } 字，最多 { $longest }
core-text-short = “{ $typed }”太短，至少 { $shortest } 个字
core-text-form = “{ $typed }”格式不对
core-text-form-example = “{ $typed }”格式不对，例如 { $examples }
core-not-number = “{ $typed }”不是数字
core-not-number-example = “{ $typed }”不是数字，例如 { $examples }
core-not-number-about = “{ $typed }”不是数字。{ $about }，例如 { $examples }
core-number-above = { $given } 不行，要大于 { $bound }
core-number-small = { $given } 太小，至少 { $least }
core-number-large = { $given } 太大，最多 { $most }
core-number-exact = “{ $given }”太细，{ $decimals ->
    [0] 请填整数
   *[other] 最多 { $decimals } 位小数
}
core-not-yes-no = “{ $typed }”未识别，请答“是”或“否”
core-not-accepted = 要同意才能继续
core-not-a-day = “{ $typed }”不是日期，例如 今天、{ $example }
core-not-a-month = “{ $typed }”不是日期，例如 12月、3月底、2027-03、11-22
core-not-one-day = “{ $typed }”可能是几个日期，请写明
core-day-future = { $day } 还没到，请填今天或以前
core-day-past = { $day } 已过，请填今天或以后
core-day-range = { $day } 不在可填的范围
core-not-an-option = 没有“{ $typed }”，请从列表选，或换个词查找
core-some-unclear = 没有或不止一个“{ $typed }”，其余已勾选。可补选，或直接完成
core-not-a-person = 可选的人里没有“{ $typed }”。{ $count ->
    [0] 目前没有可选的人
   *[other] 可选：{ $people }{ $more ->
        [0] {""}
       *[other] {" "}等 { $count } 人
    }；可输入姓名、拼音或首字母查找
}
core-not-one-option = “{ $typed }”不止一个，请写全
core-option-gone = 这一项刚刚没有了，请重选
core-none-ticked = 至少选一项
core-too-many-ticked = 最多选 { $most } 项
core-no-file-here = 这一项要文字，不收文件
core-no-contact-here = 这一项不用分享号码
core-contact-not-own = 只能分享自己的号码，也可以直接输入
core-not-a-file = 这一项要文件或照片，请直接发来
core-unnamed-photo = 照片{ $place ->
    [0] { "" }
   *[other] { " " }{ $place }
}
core-unnamed-video = 视频{ $place ->
    [0] { "" }
   *[other] { " " }{ $place }
}
core-unnamed-audio = 音频{ $place ->
    [0] { "" }
   *[other] { " " }{ $place }
}
core-file-empty = “{ $name }”是空文件
core-file-too-big = “{ $name }”太大，收不下
core-file-type = “{ $name }”的格式这里不收，请发{ $wanted }
core-file-type-picture = 图片（JPG、PNG）
core-file-type-pdf = PDF
core-file-type-office = Word、Excel 文件
core-file-disguised = “{ $name }”的内容与文件名不符，已拒收。请发原始文件
core-file-encrypted = “{ $name }”有密码，打不开。请去掉密码后再发
core-file-broken = “{ $name }”已损坏，打不开。{ $what ->
    [archive] 请在电脑上解压，把里面的文件逐个发来
    [workbook] 请用 Excel 或 WPS 打开，另存为新的 .xlsx 再发
   *[other] 请重新拍照、扫描或导出后再发
}
core-file-bomb = “{ $name }”解开后过大，已拒收。请发普通文件
core-file-heic = “{ $name }”是 HEIC 照片，别人可能打不开。请用“照片”方式发送，或转成 JPG
core-file-gone = “{ $name }”取不到了，请再发一次
core-file-network = “{ $name }”没有收全，请再发一次
core-file-quota = 今天发的文件已到上限，没有收下“{ $name }”。请明天再发
core-file-no-room = 系统空间不足，没有收下“{ $name }”。请稍后再发
core-file-enough = 最多 { $most } 个文件，没有收下“{ $name }”
core-file-enough-album = 最多 { $most } 个文件，已收 { $most } 个，这组里有 { $count } 个没有收下

## 整表填写、直接发文件
core-short = { $label }（还缺 { $count } 项）
core-lacking = { $label }：{ $lacks }
core-copy-all = 全部字段（复制填写）
core-whole-line = { $label }：{ $value }
core-file-named = 📎 { $name }
core-sheet-title = 📎 { $name }
core-sheet-made = 生成于 { $at }
core-sheet-altered = ⚠ 表格里的核对信息被改动，与草稿不同的请逐项确认
core-sheet-missing = ⚠ 这不是从这里下载的表格，与草稿不同的请逐项确认
core-sheet-both = ⚠ <b>{ $label }</b>：草稿和表格不同（{ $at }/{ $of }）
core-sheet-draft = 草稿　{ $value }
core-sheet-cell = 表格　{ $value }
core-sheet-take = 用表格
core-sheet-keep = 留草稿
core-sheet-take-all = { $count } 项都用表格
core-sheet-keep-all = { $count } 项都留草稿
core-sheet-drop = 全部不改
core-sheet-dropped = 草稿未改动
core-sheet-changes = <b>将改动 { $count } 项</b>
core-sheet-line = { $number } { $label }　{ $draft } → { $cell }
core-sheet-left = ⚠ 另有 { $count } 行未识别，确认后可归位
core-sheet-go = 确认改动（{ $count }）
core-sheet-same = ✅ 表格与草稿一致，没有改动
core-sheet-other = ⛔ 这是 { $about } 的表格，不是当前这份。没有改动
core-sheet-required-mark = 必填
core-sheet-beside = ⚠ { $label }：“{ $value }”写在答案那一列之外，没有读入
core-sheet-place = 归位 { $count } 行
core-sheet-then = 之后接着核对 { $name }
core-sheet-again = 这份表格正在核对
core-sheet-list = ⚠ “{ $name }”页是清单（{ $titles }），不是这份表单，没有读入
core-sheet-formula = ⚠ { $label }：公式 { $value } 没有保存结果，没有读入。请在 Excel 里打开并保存，或直接填答案
core-sheet-what = 没有认出这份表单的栏目。当作什么？
core-sheet-as-file = 作为附件
core-sheet-as-text = 读表格内容（{ $count } 行）
core-sheet-neither = 不用这个文件
core-sheet-lost = ⚠ { $label }：{ $value } 已丢失末尾几位，没有读入。请把单元格设为文本，重填完整号码
core-sheet-error = ⚠ { $label }：{ $value } 是表格里的错误值，没有读入。请改成答案
core-sheet-further = ⚠ 另有 { $count } 处没有读入，确认后可归位
core-sheet-required = ⚠ { $label }：必填，不能清空
