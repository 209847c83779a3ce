credit-code-wrong = “{ $typed }” is no valid credit code. It has 18 characters, the last one is a check character, e.g. 91440300708461136T.
credit-code-scientific = “{ $typed }” is how Excel writes a large number, not a credit code. Please write all 18 characters.
email-wrong = “{ $typed }” is no valid e-mail address, e.g. liming@example.com.
phone-wrong = “{ $typed }” is no valid phone number, e.g. 13800138000 or 0755-83765566.
organisation-code-wrong = “{ $typed }” is no valid organisation code. It has 9 characters, the last one is a check character, e.g. 708461136.
mobile-wrong = “{ $typed }” is no valid mobile number, e.g. 13800138000.
