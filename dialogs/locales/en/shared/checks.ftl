email-wrong = “{ $typed }” is no valid e-mail address, e.g. liming@example.com.
phone-wrong = “{ $typed }” is no valid phone number, e.g. 13800138000 or 0755-83765566.
phone-several = “{ $typed }” has several numbers, please write one.
phone-where = “{ $typed }” lacks a digit in mainland China; if it is a number in Taiwan, please write { $likely }.
phone-beside = { $number } (“{ $beside }” isn't kept)
mobile-wrong = “{ $typed }” is no valid mobile number, e.g. 13800138000.
code-short = Only { $given ->
    [one] 1 character
   *[other] { $given } characters
}, it should have { $wanted }
code-long = { $given ->
    [one] 1 character
   *[other] { $given } characters
}, it should have { $wanted }
code-character = Character { $at }, “{ $found }”, can't be right, please look at the licence
code-character-likely = Character { $at } is “{ $found }”, should it be “{ $likely }”? Please look at the licence
code-check = The check character doesn't fit, please look at the licence
code-insist-key = It is so on the licence
code-identity-card = That is an identity-card number, not a credit code. It wasn't kept
code-scientific = “{ $typed }” is how Excel writes a large number, not a credit code. Please write all 18 characters
sheet-file-wanted = “{ $name }” is no table that can be read. Please send an Excel or CSV file, e.g. .xlsx, .xls, .csv
