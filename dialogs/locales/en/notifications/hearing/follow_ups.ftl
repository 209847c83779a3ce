notice-engineer-assigned = 📋 { $by } asks you to help with this customer:
notice-engineer-released = You no longer help with { $name }.
notice-follow-up-helped = 📋 { $by } named you as helper in report { $number }.
