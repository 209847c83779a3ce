## Typed at home
read-as-title = What is this?
read-as-follow-up = Follow-up · { $name }
read-as-search = Find customers
read-as-nothing = Not found, and not understood. You can type:
    some characters of a customer's name, to find it
    lines such as “Customer name: …”, to fill in a report
    “customer project stage progress”, for a follow-up
read-as-nothing-search = Not found, and not understood. Type some characters of a customer's name to find it
