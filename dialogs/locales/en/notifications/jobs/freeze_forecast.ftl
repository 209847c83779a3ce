job-forecast = Freeze the forecast
