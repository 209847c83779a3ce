credit-code-wrong = “{ $typed }”不是有效的统一社会信用代码。共 18 位，最后一位是校验码，例如 91440300708461136T。
credit-code-scientific = “{ $typed }”是 Excel 的科学计数法，不是信用代码，请填写 18 位代码。
email-wrong = “{ $typed }”不是有效的邮箱，例如 liming@example.com。
phone-wrong = “{ $typed }”不是有效的电话号码，例如 13800138000 或 0755-83765566。
organisation-code-wrong = “{ $typed }”不是有效的组织机构代码。共 9 位，最后一位是校验码，例如 708461136。
mobile-wrong = “{ $typed }”不是有效的手机号码，例如 13800138000。
