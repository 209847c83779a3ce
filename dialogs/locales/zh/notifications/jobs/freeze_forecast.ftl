job-forecast = 冻结预期
