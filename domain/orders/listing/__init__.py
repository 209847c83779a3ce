"""Orders from a file: the template, or any other list whose columns are understood (docs/orders-from-file.md).

    columns     the columns of such a list
    cells       a row as it is written: day, figures, batches, and what is wrong with them
    whom        which customer and project a name means, by what somebody answered, the records, short names, and by ear
    money_cells, batch_cells  what stands in cells of money and batches; above  what the row above says
    placing     rows at their customer and project, and what is asked about them
    judging     what would become of the rows: known already, in time or late, in whose tenure; and the whole at a glance
    standing    what of orders says the same as a row, or otherwise; returning  what returns can take back
    holding     what rows wait for, and the answers that there are; correcting  orders corrected by rows
    plan        rows that can come in, by customer and day, as they wait for somebody to say go on
    wanting     rows that wait for a project; moved  orders that a sheet sent again has on another day
    taking      such a day of a customer logged by the one use-case, once
    asking      the commands: bring a list, answer for names, take it back, let its late orders count
    records     what became of rows: records and port

A row that isn't understood comes back with its reason; nothing is guessed that isn't told before. Absent: how a file is
opened (`notifications.documents.sheets`), headings (`domain.lists`), the job (`notifications.jobs.import_orders`).
"""
