"""What jobs do: lists taken in, files made, each from checkpoint to checkpoint. Absent: rules, and how documents look
(`notifications.documents`).
"""
