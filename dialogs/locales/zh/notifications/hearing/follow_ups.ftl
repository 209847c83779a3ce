notice-engineer-assigned = 📋 { $by } 请求技术支持：
notice-engineer-released = 您不再支持客户 { $name }。
notice-follow-up-helped = 📋 { $by } 的跟进 { $number } 记录了您的协助。
