## 在主页直接输入
read-as-title = 这是什么？
read-as-follow-up = 写跟进 · { $name }
read-as-search = 查找客户
read-as-nothing = 未识别，也没有找到。可输入：
    客户名称的几个字，查找我的客户
    “客户名称：…”等多行资料，填写报备
    “客户 项目 状态 进展”，写跟进
read-as-nothing-search = 未识别，也没有找到。可输入客户名称的几个字来查找
