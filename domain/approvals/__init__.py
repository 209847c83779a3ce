"""One mechanism for every request of every kind: who is asked, who may decide, and until when (docs/approvals.md).

    records          a request, its steps, the record of decisions
    request_kinds    what the mechanism knows of a kind: one object, which its matter registers in a module `…request`
    requests         how one comes before its approvers
    acting, judging  who may decide it now, and who never does
    deciding         approve, reject, return; `handing_on`, `adding_signers`, `deciding_several` beside it

Absent: any kind. What is asked and what a decision means is its matter's.
"""
