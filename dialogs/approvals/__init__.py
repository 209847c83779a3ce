"""待审批: what waits for a decision, of whatever kind, and what was asked. Absent: how a kind looks, which is its matter's; `faces` lists them."""
