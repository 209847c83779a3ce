twins-entry = Same customer?
twins-title = <b>Same customer? ({ $count })</b>
twins-why = Names were read anew, and these are the same. Merge what is one customer, else correct the name or add the credit code.
twins-none = No customers are suspected to be the same.
twins-pair = <b>{ $place }</b>
twins-merge-key = Merge { $place }
notice-twins = ⚠ Names were read anew: { $count ->
    [one] one customer has the name of another
   *[other] { $count } customers have the names of others
}. Please check.
notice-twins-key = Look
twins-one = { $name }
    　{ $holder }
