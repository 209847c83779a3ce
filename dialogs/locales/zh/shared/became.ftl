## 客户已不在名下
became-handed = { $by } 已于 { $at } 将客户 { $name } 移交给 { $to }。
became-lost = 客户 { $name } 已于 { $at } 不在贵公司名下。
became-lost-by = { $by } 处理后，客户 { $name } 已于 { $at } 不在贵公司名下。
