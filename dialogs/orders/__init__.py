"""Orders in the chat: by message, by dialog, by file; what was logged, and the day's sheet.

    fields, words     questions and lines that forms and pages of orders share
    log_order         录入订单: whom for, and the form
    sales             销售记录: lists, their filters, the search for a batch
    order             one order with all that hangs on it
    acts              what becomes of it: corrected, batches, given back, shipped

Absent: rules, reading of messages and all that may be refused (`domain.orders`)."""
