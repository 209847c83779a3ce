policy-entry = 渠道政策
policy-title = <b>渠道政策</b>
policy-hint = 只在策略文件中修改，重启后生效。
policy-vendor = 厂商
policy-zone = 时区
policy-entities = 签约主体
policy-products = 合作产品
policy-domains = 产品领域
policy-links = 更多中的链接
policy-listed = { $names }
policy-so-many = { $count } 种
policy-domains-many = { $count } 类，{ $products } 种产品
policy-differs = 与默认值不同（{ $count }）
policy-none = 全部为默认值。
policy-row = <code>{ $name }</code>
    　{ $value }（默认 { $default }）
policy-row-several = <code>{ $name }</code>
    　{ $count } 项（默认 { $default } 项）
policy-file-key = 下载 policy.toml
policy-file-toast = 文件见下一条消息
job-policy-file = 策略文件
