"""管理: what administrators look into and set. Absent: people and agencies, which are at 人员管理."""
