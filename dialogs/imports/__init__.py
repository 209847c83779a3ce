"""导入: lists that are brought, what is told and asked of them. Absent: reading them (`notifications.jobs.working`, `domain.lists`)."""
