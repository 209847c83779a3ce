product-table-key = 产品领域对照
product-table-title = <b>产品领域对照</b>
product-table-row = <b>{ $domain }</b>　{ $examples }
product-table-hint = 输入产品名可查它属于哪个领域
product-table-none = 没有“{ $typed }”，可选“其它”，以后再更正
product-table-found = “{ $typed }” → { $domains }
domain-lost = 没有“{ $typed }”。可选“其它”，以后再更正
