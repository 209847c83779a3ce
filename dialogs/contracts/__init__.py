"""渠道签约: the form, its attachments, the pages of either side. Absent: rules (`domain.contracts`)."""
