twins-entry = 疑似同一客户
twins-title = <b>疑似同一客户（{ $count }）</b>
twins-why = 重新核对名称写法后，以下客户名称相同。核实后合并，或更正名称、补充统一社会信用代码。
twins-none = 没有疑似同一的客户。
twins-pair = <b>{ $place }</b>
twins-merge-key = 合并 { $place }
notice-twins = ⚠ 重新核对名称写法后，发现 { $count } 个客户与其他客户名称相同，请核实。
notice-twins-key = 查看
twins-one = { $name }
    　{ $holder }
