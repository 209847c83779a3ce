policy-entry = Policy
policy-title = <b>Policy</b>
policy-hint = Changed in the policy file alone; it holds from the next start.
policy-vendor = Vendor
policy-zone = Time zone
policy-entities = Entities
policy-products = Products
policy-domains = Product domains
policy-links = Links under More
policy-listed = { $names }
policy-so-many = { $count }
policy-domains-many = { $count } with { $products } products
policy-differs = Differs from the defaults ({ $count })
policy-none = All values are the defaults.
policy-row = <code>{ $name }</code>
    　{ $value } (default { $default })
policy-row-several = <code>{ $name }</code>
    　entries: { $count } (default { $default })
policy-file-key = Download policy.toml
policy-file-toast = The file follows
job-policy-file = Policy file
