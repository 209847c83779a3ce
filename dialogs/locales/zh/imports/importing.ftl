# 导入已有客户：表格、进度、结果文件
import-entry = 导入客户
job-import-customers = 导入客户
import-customers-title = 导入客户
import-customers-file = 客户清单（Excel）
import-customers-file-hint = 直接发来 Excel 或 CSV 文件，列名：客户名称、代理商、代理商联系人必填
import-template-key = 下载模板
import-template-how = Excel 空表：列名、示例和填写说明。
import-template-make-key = 发给我
import-template-asked = 模板马上发来；填好后在“导入客户”里发回。
import-template-name = 客户清单模板
job-list-template = 客户清单模板
import-received = ✅ 已收到 { $name }
import-received-hint = 正在检查，结果见下方卡片；确认后才会导入。
import-received-other = { $by } 已发来同一份文件，不再重复导入；它的卡片见下方。
import-file = 📎 { $name }
import-foreseen = 共 { $total } 行，可导入 { $imported } 行
import-asks = 尚未导入，确认后开始。
import-cancelled = 已取消，没有导入任何客户。
import-begin-key = 开始导入
import-phase-read = 读取表格
import-phase-foresee = 检查各行
import-phase-take = 导入各行
import-phase-compare = 查找相近名称
import-phase-result = 生成结果文件
import-outcome = ✅ 导入 { $imported } 个客户
import-outcome-alike = ⚠ 其中 { $alike } 个有相近名称，请核对结果文件
import-count-standing = 已在库，未改动 { $count } 行
import-count-conflict = ⛔ 冲突，不能导入 { $count } 行
import-count-refused = ⚠ 需修改 { $count } 行

## 结果文件与模板
import-result = 结果
import-to-mend = 待修改
import-list = 客户
import-notes = 填写说明
import-head-row = 行号
import-head-name = 客户名称
import-head-fate = 结果
import-head-column = 列
import-head-why = 说明
import-head-other = 相同或相近的客户
import-head-agency = 持有代理商
import-head-person = 联系人
import-head-until = 保护至
import-head-score = 相似度
import-head-reasons = 相近原因
import-head-sample = 示例
import-head-note = 说明
import-column-name = 客户名称
import-column-code = 统一社会信用代码
import-column-province = 省份
import-column-district = 区县
import-column-region = 区域
import-column-domain = 产品领域
import-column-volume = 总出货量（万/年）
import-column-mcus = 在用MCU
import-column-buyer = 采购方
import-column-factory = 加工厂
import-column-background = 客户背景
import-column-agency = 代理商
import-column-contact = 代理商联系人
import-column-until = 保护至
import-column-aliases = 别名
import-sample-name = 深圳市示例电子有限公司
import-sample-code = 91440300708461136T
import-sample-region = 广东 深圳
import-sample-domain = 家电 · 空调
import-sample-volume = 120
import-sample-mcus = STM32F103
import-sample-buyer = 星河联创采购中心
import-sample-factory = 东莞宏图智能
import-sample-background = 2010 年成立，注册资本 5000 万
import-sample-agency = 深圳示例科技
import-sample-contact = 李明
import-sample-until = 2027-02-22
import-sample-aliases = 星河联创；Xinghe
import-note-name = 必填，营业执照上的全称
import-note-code = 18 位；填写后以此判断是否同一客户
import-note-region = 到市一级
import-note-domain = 系统中的产品领域或其产品
import-note-volume = 全部 MCU 的年用量，单位万
import-note-mcus = 目前主要使用的型号
import-note-buyer = 选填
import-note-factory = 选填
import-note-background = 选填，最多 1000 字
import-note-agency = 必填，系统中代理商的名称、简称或统一社会信用代码
import-note-contact = 必填，该代理商业务员或公司主账户的姓名或邮箱
import-note-until = 受保护的最后一天；留空则从导入当天起按规定计算
import-note-aliases = 简称、英文名、曾用名，多个用；隔开
import-fate-alike = 已导入，有相近
import-fate-conflict = 未导入，冲突
import-fate-refused = 未导入，需修改
import-clash-held = 该客户在其他代理商保护期内
import-clash-pending = 该客户有报备正在审批
import-clash-pool = 该客户在资源池
import-clash-reserved = 该客户因申诉成立，目前仅限其他代理商报备
import-clash-twice = 与第 { $row } 行是同一客户{ $by ->
    [code] （信用代码相同）
    [name] （名称相同）
    [alias] （名称是该行的别名）
   *[other] {""}
}
import-alike = 名称相近，请核对是否同一客户{ $row ->
    [0] {""}
   *[other] （本表第 { $row } 行）
}

## 一格里的问题
import-wrong-missing = 必填，不能为空
import-wrong-long = 太长，最多 { $hint } 个字
import-wrong-fragment = “{ $typed }”太短，请写营业执照上的全称
import-wrong-code = “{ $typed }”不是有效的统一社会信用代码（18 位，最后一位是校验码）
import-wrong-formula = 是公式，文件里没有保存结果，请在 Excel 里打开并保存，或粘贴为数值
import-wrong-error = 是出错的单元格（如 #N/A），请填写
import-wrong-code-number = 信用代码被 Excel 存成了数字，末几位已丢失，请把该列设为文本后重填
import-wrong-code-scientific = “{ $typed }”是 Excel 的科学计数法，不是信用代码，请重填 18 位
import-wrong-domain-near = 没有产品领域“{ $typed }”，相近的是 { $hint }
import-wrong-volume-range = “{ $typed }”是一个范围，请写一个数
import-wrong-contact-phone = 写的是电话号码，请写姓名或邮箱
import-wrong-day-several = “{ $typed }”不止一种读法：{ $hint }，请写成 2027-03-31 的样子
import-wrong-region-unknown = 没有找到城市“{ $typed }”，请写到市一级，例如 广东 深圳
import-wrong-region-several = “{ $typed }”可能指：{ $hint }。请写到市一级，例如 广东 深圳
import-wrong-region-province = “{ $typed }”是省，请写到市一级，例如 { $hint }
import-wrong-domain-unknown = 没有产品领域“{ $typed }”，例如 { $hint }
import-wrong-domain-several = “{ $typed }”不止一个：{ $hint }（取出货最多的一个）
import-wrong-volume = “{ $typed }”不是大于 0 的数字，单位万，例如 120 或 3.5
import-wrong-volume-large = “{ $typed }”太大，单位是万，最多 { $hint }
import-wrong-agency-unknown = 没有代理商“{ $typed }”，请用系统中的名称或统一社会信用代码
import-wrong-agency-several = 叫“{ $typed }”的代理商不止一家，请改用统一社会信用代码
import-wrong-agency-ended = 代理商“{ $typed }”目前不在合作中
import-wrong-contact-unknown = { $hint }没有“{ $typed }”，请用姓名或邮箱，先邀请其加入
import-wrong-contact-several = { $hint }有多位“{ $typed }”，请改用邮箱
import-wrong-contact-not-sales = { $hint }的“{ $typed }”不是业务员或公司主账户
import-wrong-not-a-day = “{ $typed }”不是日期，例如 { $hint }
import-wrong-day-past = { $typed } 已过，请填今天或以后
import-wrong-day-far = { $typed } 太远，最多十年
import-wrong-alias = 别名“{ $hint }”太短或太长
import-wrong-aliases-many = 别名最多 { $hint } 个

## 打不开的文件
refusal-no-workbook = 这不是能打开的 Excel 或 CSV 文件，请另存为“Excel 工作簿（.xlsx）”再发。
refusal-other-file = { $kind ->
    [page] 这是存成 .xls 的网页（老系统导出常见），请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”再发。
    [pdf] 这是 PDF，读不出表格，请发 Excel 或 CSV 文件。
    [picture] 这是图片，读不出表格，请发 Excel 或 CSV 文件。
    [numbers] 这是 Numbers 表格，请在 Numbers 里“导出为 Excel”再发。
    [word] 这是文档，不是表格，请把表格粘贴到 Excel 里再发。
    [wps] 这是 WPS 专用格式，请在 WPS 里另存为“Excel 工作簿（.xlsx）”再发。
   *[archive] 这是压缩包，请解压后把里面的表格发来。
}
refusal-encrypted-workbook = 文件有密码，请去掉密码再发。
refusal-workbook-too-big = 文件太大，最多 { $rows } 行，请分成几个文件。
refusal-empty-workbook = 文件里没有内容。
refusal-no-rows = 只有列名，没有内容。
refusal-header-missing = 没有找到列：{ $columns }。请把列名写在前二十行之内，可用模板。

## 检查结果：怎么读的，哪些没用到
import-foreseen-nothing = 找不到必填的列，暂不能导入
import-foreseen-cancelled = 共 { $total } 行，可导入 { $imported } 行
import-told-heading = 📄 工作表“{ $sheet }”，列名在第 { $rows } 行
import-told-heading-alone = 📄 列名在第 { $rows } 行
import-told-other-sheets = 未读的工作表：{ $sheets }
import-told-hidden-sheets = 隐藏的工作表未读：{ $sheets }
import-told-text = 📄 按 { $encoding } 读入，{ $separator }分隔
import-separator-comma = 逗号
import-separator-semicolon = 分号
import-separator-tab = 制表符
import-told-blind = 此格式看不出隐藏的行列和出错的单元格，另存为 .xlsx 更稳妥
import-told-missing = ⚠ 缺少的列：{ $columns }
import-told-chosen = { $column }取自“{ $title }”列
import-told-remembered = 按以前说的：“{ $title }”是{ $column }
import-sheet = 📄 工作表“{ $sheet }”
import-sheet-key = 读另一页：{ $sheet }
import-names-take-key = 用建议的 { $count } 个名称
import-names-leave-key = 名称照表格原样
import-columns-change-key = 更改列的含义
import-columns-none-key = 都不是
import-remark-name-noise = “{ $typed }”照原样导入，建议“{ $hint }”
import-remark-name-proposed = “{ $typed }”按“{ $hint }”导入
import-reasons = { $reasons }
import-told-unused = 未用到的列：{ $titles }
import-told-monthly = “{ $title }”是月量，×12 折成年量
import-told-unit = “{ $title }”按 { $unit } 读，换算成万/年
import-told-unit-same = “{ $title }”的单位是 { $unit }
import-told-unit-unknown = ⚠ “{ $title }”的单位 { $unit } 不认识
import-then = { $one }；{ $other }
import-told-no-unit = “{ $title }”没有写单位，按万/年读
import-told-hidden-rows = 🙈 其中 { $count } 行隐藏：第 { $rows } 行，将一并导入
import-told-hidden-rows-left = 🙈 隐藏的 { $count } 行不导入：第 { $rows } 行
import-told-hidden-columns = 🙈 隐藏的列：{ $titles }
import-hidden-used = { $title }（已用）
import-told-errors = 出错的单元格按空白：{ $cells }
import-told-formulas = 公式没有保存结果，按空白：{ $cells }（请在 Excel 里打开并保存）
import-cells = 第 { $row } 行 { $columns }
import-more = 另 { $count } 处
import-told-merged = 客户名称有合并单元格：第 { $rows } 行{ $more ->
    [0] {""}
   *[other] {" "}等
}各是一个客户，只导入首行
import-told-groups-more = 另 { $count } 类问题见文件
import-told-tables-more = 另有 { $count } 个表头
import-told-samples = 第 { $rows } 行是模板里的示例，没有读入
import-told-totals = 第 { $rows } 行是合计，不导入
import-told-headings-again = 第 { $rows } 行重复列名，不导入
import-told-strays = 第 { $rows } 行只有未用到的列，不导入
import-told-table = 📄 第 { $row } 行起是另一个表，按其列名读：{ $titles }
import-told-cut = ⚠ 列太多，只读到 { $column } 列
import-told-rows-like = 第 { $rows } 行 { $column }，如第 { $first } 行：{ $what }
import-told-rows = 第 { $rows } 行 { $column }：{ $what }
import-rows-more = { $rows } 等 { $count }
import-look-key = 需核对的行（Excel）
import-columns-key = 未用到的列是什么？
import-columns-which = 哪一列？选好后重新检查，下次自动认得。
import-columns-what = “{ $title }”是什么？
import-rows-leave-key = 不导入隐藏的 { $count } 行
import-rows-take-key = 导入隐藏的 { $count } 行
import-columns-leave-key = 不用隐藏的列
import-columns-take-key = 使用隐藏的列
import-to-look-at = 核对
import-fate-remark = 可导入，请核对

## 撤回导入
import-back-key = 撤回导入
import-back-sure = 撤回这次导入的全部客户？撤回后不再受保护，可重新报备或导入。
import-back-sure-key = 确定撤回
job-take-back-import = 撤回导入
import-back-done = ✅ 已撤回 { $count } 个客户
import-back-kept = ⚠ { $count } 个客户期间已有跟进，未撤回
refusal-built-on = 不能撤回：{ $count } 个客户导入后已有报备、跟进、项目或申请，例如 { $names }
notice-customers-brought = 📥 { $by } 把 { $count } 个已有客户导入到您名下

## 这样读入的单元格
import-remark-no-legal-form = “{ $typed }”无法律形式，像是简称，请核对营业执照
import-remark-volume-unbelievable = ⚠ { $hint } 万/年 太大，请核对单位是不是片
import-remark-until-none = “{ $typed }”按空白读，保护期从导入当天起算
import-remark-volume-about = “{ $typed }”按 { $hint } 万读
import-remark-volume-monthly = “{ $typed }”按月量 ×12 读作 { $hint } 万/年
import-remark-volume-own-unit = “{ $typed }”与列名的单位不同，按单元格读作 { $hint } 万
import-remark-day-month = “{ $typed }”只有年月，按月底 { $hint }
import-remark-day-serial = { $typed } 按日期 { $hint } 读
import-remark-contact-phone-beside = “{ $typed }”有姓名也有电话，认作 { $hint }
import-remark-region-below = “{ $typed }”归入 { $hint }，其余写入客户背景

## 产品表（baobei import mcus）
mcus-sheet = 型号
mcus-column-model = 型号 *
mcus-column-series = 系列
mcus-column-note = 说明
mcus-brought = { $count } 个型号，其中 { $fresh } 个新增
mcus-refused = ⚠ 第 { $row } 行未导入：型号或系列超过 { $longest } 字

## 缺少的列：哪一列，或全部相同
import-told-found = 已认出的列：{ $columns }
import-told-same = { $column }：所有行都是“{ $value }”
import-missing-key = { $column }是哪一列？
import-missing-which = { $column }是哪一列？选好后重新检查，下次自动认得。
import-missing-used = { $title }（现在是{ $column }）
import-same-agency-key = 全部属于同一代理商
import-same-agency-title = 这份清单的客户都属于哪家代理商？
import-same-change-agency-key = 更改代理商：{ $value }
import-same-contact-key = 全部由同一人负责
import-same-contact-title = 这份清单的客户都由谁负责？
import-same-change-contact-key = 更改联系人：{ $value }
import-same-not-key = 不是同一个
import-same-none = 没有找到
import-same-said = 已记下，正在重新检查，结果见卡片。
import-same-over = 这份清单已经处理过了。
import-told-looks-like-customer = ⚠ 像是客户清单，不是销售记录。已有客户由原厂导入，请发给渠道经理；新客户请用“报备客户”。
import-told-looks-like-order = ⚠ 像是销售记录，不是客户清单。销售记录由代理商的助理或公司主账户发来。
import-told-looks-like-agency = ⚠ 像是代理商名单，请运维用 baobei import agencies 导入。
import-told-looks-like-person = ⚠ 像是人员名单，不是客户清单。请在“人员管理”里邀请；人多时请运维用 baobei import people 导入。
import-remark-alike = “{ $typed }”与已有客户“{ $hint }”相近
import-told-turned = ⚠ 表格是横着写的：列名在第一列。请复制后用“选择性粘贴 → 转置”竖过来再发
import-told-untitled = ⚠ { $titles } 列没有列名，请在表里写上列名再发
