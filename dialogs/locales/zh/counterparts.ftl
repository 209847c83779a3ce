## 客户联系人
counterparts-key = 联系人
counterparts-title = 👥 客户联系人 { $count }
counterparts-row = { $index } { $told }
counterparts-found-row = { $index } { $told }
    　{ $customer }
counterparts-none = 还没有联系人。点“添加联系人”，或把名片转发到这里
counterparts-none-known = 还没有联系人
counterparts-hint = 把名片转发到这里，或写“采购 王工 13800138000”，也可添加
counterpart-told = { $role ->
    [none] { "" }
   *[other] { $role }{ " " }
}{ $name ->
    [none] { "" }
   *[other] { $name }{ " " }
}{ $phone ->
    [none] { "" }
   *[other] { $phone }
}
customer-counterpart = 👤 { $told }
counterpart-add-key = 添加联系人
counterpart-send-key = 📇 发名片
counterpart-change-key = 修改
counterpart-remove-key = 删除
counterpart-remove-sure = 删除后不再列出，记录里仍有。确定删除？
counterpart-remove-sure-key = 确定删除
counterpart-removed = 已删除
counterpart-added = ✅ 已添加联系人
counterpart-changed = ✅ 已修改联系人
counterpart-said = { $at }{ $by ->
    [none] { "" }
   *[other] { " " }由 { $by }
} 填写
counterpart-earlier = 此前（{ $at }{ $by ->
    [none] { "" }
   *[other] { " " }{ $by }
}）：{ $told }
counterpart-earlier-note = 此前备注
counterpart-cut = { $what ->
    [name] ⚠ 名片上的姓名太长，姓名只留前 40 个字，全名写在备注里
   *[other] ⚠ 名片内容太长，放不下的部分没有保存
}
counterpart-name-number = “{ $typed }”里有电话号码。请只写姓名；或写成一行：角色 姓名 电话 备注
contact-of-waits = 名片 { $told }
contact-of-drop-key = 不用了
contact-of-dropped = 没有保存：{ $told }
add-counterpart-title = 添加联系人
change-counterpart-title = 修改联系人
counterpart-name = 姓名
counterpart-name-hint = 例如 王工；可以直接转发名片，或写“采购 王工 13800138000”
counterpart-phone = 电话
counterpart-phone-hint = 例如 13800138000、0755-83765566 转 801
counterpart-role = 角色
counterpart-note = 备注
counterpart-note-hint = 可跳过；例如邮箱、另一个号码、方便联系的时间
contact-of-title = 📇 这是哪家客户的联系人？
contact-of-row = { $index } { $name }
contact-of-seen-key = { $name }（刚看过）
read-as-counterpart = 联系人 { $name } · { $customer }
refusal-known-there = 这个号码已是该客户的联系人{ $name ->
    [none] { "" }
   *[other] “{ $name }”
}，请在那里修改
refusal-too-many-counterparts = 一家客户最多记 { $limit } 位联系人，请先删除不再需要的
refusal-counterpart-named = 请写姓名（不超过 { $longest } 个字）；备注不超过 500 个字
event-counterpart-added = 添加联系人
event-counterpart-changed = 修改联系人
event-counterpart-removed = 删除联系人
notice-counterpart = 👥 { $by } { $what ->
    [added] 添加了
    [changed] 修改了
   *[removed] 删除了
} { $name } 的联系人
