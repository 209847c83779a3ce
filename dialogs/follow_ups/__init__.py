"""客户跟进: writing reports, reading them, 点评. Absent: rules (`domain.follow_ups`)."""
