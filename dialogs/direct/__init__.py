"""直供客户: the administrator's list of the vendor's own accounts (`domain.direct`). Deliberately absent: any screen of an asker."""
