product-table-key = Table of domains
product-table-title = <b>Product domains</b>
product-table-row = <b>{ $domain }</b>  { $examples }
product-table-hint = Type a product to see its domain
product-table-none = No “{ $typed }”. Choose Other, it can be corrected later
product-table-found = “{ $typed }” → { $domains }
domain-lost = No “{ $typed }”. Choose Other, it can be corrected later
