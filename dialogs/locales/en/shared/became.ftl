## A customer that is another's by now
became-handed = { $by } handed the customer { $name } over to { $to }, { $at }.
became-lost = The customer { $name } isn't your company's since { $at }.
became-lost-by = The customer { $name } isn't your company's since { $at }, by what { $by } did.
