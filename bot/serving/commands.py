"""The table of contents of what the bot can do: command → use-case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.serving.work import DeskWork
from dialogs.home.commands import SetLanguage, SwitchAccount
from domain.administration import policy_file
from domain.agencies import filing
from domain.announcements import announcing
from domain.approvals import (
    adding_signers,
    copying,
    deciding,
    deciding_several,
    granting,
    handing_on,
    taking_back,
)
from domain.approvals import (
    commenting as commenting_requests,
)
from domain.approvals import paths as approval_paths
from domain.base.errors import NotFound
from domain.contracts import amending, contracting, distributors
from domain.contracts import documents as contract_documents
from domain.counterparts import keeping as counterparts
from domain.deadlines import reminding
from domain.direct import keeping
from domain.disputes import pack as dispute_pack
from domain.failures import failing
from domain.feedback import answering as answering_feedback
from domain.feedback import giving
from domain.follow_ups import commenting, exporting, writing
from domain.forecast import exporting as exporting_outlook
from domain.imports import choices as import_choices
from domain.imports import direct as listing
from domain.imports import importing
from domain.imports import undoing as import_undoing
from domain.jobs import control as job_control
from domain.leaving import agency_states, handing_over, reorganising, staffing
from domain.orders import (
    changing,
    coming_back,
    confirming,
    evening,
    mending,
    noting,
    rating,
    recording,
    rereading,
    wanting,
)
from domain.orders import exporting as exporting_orders
from domain.orders.listing import asking as order_lists
from domain.people import correcting_persons, coverage, deputising, heads, joining, organising
from domain.people.records import Account
from domain.petitions import appealing, correcting
from domain.protection import claiming, protecting
from domain.publications import publishing
from domain.questions import answering as answering_questions
from domain.questions import asking
from domain.registration import agency_claims, guarding, registering
from domain.reports import merging, reporting
from domain.statistics import exporting as exporting_figures
from domain.statistics import targets
from domain.visits import planning as visits
from storage.chat import chats


def _set_language(work: DeskWork, command: SetLanguage) -> None:
    chats.set_language(work.conn, work.chat_id, command.language if command.language in ("zh", "en") else "zh")


def _switch_account(work: DeskWork, command: SwitchAccount) -> Account:
    mine = {account.id: account for account in work.people.accounts_of_chat(work.chat_id)}
    for account_id, account in mine.items():
        if account_id == command.account:
            chats.set_current_account(work.conn, work.chat_id, account_id)
            chats.set_front_account(work.conn, work.chat_id, None)
            return account
    raise NotFound("account")


def _join(work: DeskWork, command: joining.Join) -> Account:
    account = joining.join(work, command)
    known, mine = chats.find(work.conn, command.chat), work.people.accounts_of_chat(command.chat)
    if known is None or known.current_account not in {each.id for each in mine if each.id != account.id}:
        chats.set_current_account(work.conn, command.chat, account.id)
    return account


def _invite(work: DeskWork, command: joining.Invite) -> Account:
    return work.hand_out(joining.invite(work, command))


def _invite_again(work: DeskWork, command: joining.InviteAgain) -> Account:
    return work.hand_out(joining.invite_again(work, command))


COMMANDS: Mapping[type, Callable[[DeskWork, Any], object]] = {
    SetLanguage: _set_language,
    SwitchAccount: _switch_account,
    joining.Join: _join,
    joining.Invite: _invite,
    joining.InviteAgain: _invite_again,
    joining.UndoJoin: joining.undo_join,
    staffing.ChangeType: staffing.change_type,
    staffing.SetAdministrator: staffing.set_administrator,
    deputising.SetDeputy: deputising.set_deputy,
    deputising.EndDeputyship: deputising.end,
    staffing.Deactivate: staffing.deactivate,
    handing_over.HandOver: handing_over.hand_over,
    handing_over.HandCustomerOver: handing_over.hand_customer_over,
    agency_states.SetAgencyState: agency_states.set_state,
    agency_states.ChangeManager: agency_states.change_manager,
    agency_states.HandAgencyOver: agency_states.hand_over,
    filing.CorrectAgency: filing.correct,
    correcting_persons.CorrectPerson: correcting_persons.correct,
    organising.AddUnit: organising.add_unit,
    organising.AddAgency: organising.add_agency,
    policy_file.MakePolicyFile: policy_file.make_file,
    coverage.TakeProvinces: coverage.take_provinces,
    reorganising.RenameUnit: reorganising.rename,
    reorganising.EndUnit: reorganising.end,
    heads.SetHead: heads.set_head,
    guarding.BeginRegistration: guarding.begin,
    guarding.AnotherPicture: guarding.another_picture,
    guarding.AnswerPicture: guarding.answer,
    registering.RegisterAgency: registering.register,
    agency_claims.ClaimAgency: agency_claims.claim,
    registering.WithdrawRegistration: registering.withdraw,
    reporting.ReportCustomer: reporting.report,
    reporting.WithdrawReport: reporting.withdraw,
    contracting.StartContract: contracting.start,
    contracting.SubmitContract: contracting.submit,
    contracting.WithdrawContract: contracting.withdraw,
    amending.AmendContract: amending.amend,
    amending.WithdrawAmendment: amending.withdraw,
    distributors.BindDistributor: distributors.bind,
    contract_documents.ReadAttachment: contract_documents.read,
    contract_documents.MakePdf: contract_documents.make_pdf,
    contract_documents.MakeTemplate: contract_documents.make_template,
    approval_paths.SetApprovalPath: approval_paths.set_path,
    approval_paths.ResetApprovalPath: approval_paths.reset_path,
    counterparts.AddCounterpart: counterparts.add,
    counterparts.ChangeCounterpart: counterparts.change,
    counterparts.RemoveCounterpart: counterparts.remove,
    visits.PlanVisit: visits.plan,
    visits.CancelVisit: visits.cancel,
    writing.WriteFollowUp: writing.write,
    writing.AssignEngineers: writing.assign,
    dispute_pack.MakeDisputePack: dispute_pack.ask,
    exporting_figures.DrawFigures: exporting_figures.draw,
    exporting_figures.ExportFigures: exporting_figures.export,
    exporting_outlook.DrawOutlook: exporting_outlook.draw,
    exporting_outlook.ExportOutlook: exporting_outlook.export,
    exporting.ExportCustomers: exporting.ask,
    exporting_orders.ExportOrders: exporting_orders.ask,
    recording.LogOrder: recording.log,
    wanting.WantProject: wanting.want_project,
    changing.CorrectOrder: changing.correct,
    changing.AddBatches: changing.add_batches,
    changing.VoidOrder: changing.void,
    changing.ConfirmLate: changing.confirm_late,
    changing.ReturnGoods: changing.give_back,
    changing.ReturnFromBefore: changing.give_back_from_before,
    changing.Deliver: changing.deliver,
    rating.SetRate: rating.set_rate,
    targets.SetTarget: targets.set_target,
    order_lists.BringOrders: order_lists.bring,
    order_lists.MakeOrdersTemplate: order_lists.template,
    order_lists.AnswerNames: order_lists.answer,
    order_lists.AnswerHeld: order_lists.answer_held,
    order_lists.TakeBackOrders: order_lists.take_back,
    order_lists.CountLateOrders: order_lists.count_late,
    commenting.WriteComment: commenting.write,
    commenting.ReadComments: commenting.read,
    asking.AskQuestion: asking.ask,
    asking.AskFurther: asking.ask_further,
    answering_questions.AnswerQuestion: answering_questions.answer,
    answering_questions.AddToAnswer: answering_questions.add,
    giving.GiveFeedback: giving.give,
    giving.GiveMoreFeedback: giving.give_more,
    answering_feedback.AnswerFeedback: answering_feedback.answer,
    publishing.Publish: publishing.publish,
    publishing.WithdrawPublication: publishing.withdraw,
    publishing.FetchPublication: publishing.fetch,
    appealing.MakeAppeal: appealing.make,
    taking_back.TakeBack: taking_back.take_back,
    correcting.CorrectCustomer: correcting.correct,
    correcting.AddAlias: correcting.add_alias,
    merging.MergeCustomers: merging.merge,
    importing.ImportCustomers: importing.ask,
    import_choices.MakeListTemplate: import_choices.make_template,
    import_choices.UseColumn: import_choices.use_column,
    import_choices.UseSame: import_choices.use_same,
    import_choices.ReadSheet: import_choices.read_sheet,
    import_choices.TakePlainNames: import_choices.take_plain_names,
    import_choices.TakeHidden: import_choices.take_hidden,
    import_undoing.TakeBackImport: import_undoing.take_back,
    keeping.AddDirectAccount: keeping.add,
    keeping.RemoveDirectAccount: keeping.remove,
    listing.ImportDirectAccounts: listing.ask,
    job_control.PauseJob: job_control.pause,
    job_control.ResumeJob: job_control.resume,
    job_control.CancelJob: job_control.cancel,
    job_control.SendResult: job_control.send_result,
    protecting.AskExtension: protecting.ask_extension,
    protecting.WithdrawExtension: protecting.withdraw,
    protecting.GiveUp: protecting.give_up,
    granting.GrantMonths: granting.grant,
    claiming.Subscribe: claiming.subscribe,
    reminding.LookedAt: reminding.looked_at,
    evening.NoOrders: evening.no_orders,
    announcing.Announce: announcing.announce,
    announcing.ReadAnnouncement: announcing.read,
    announcing.RemindUnread: announcing.remind_unread,
    announcing.OpenAttachment: announcing.open_attachment,
    noting.NoteOrders: noting.note,
    rereading.ReadAnew: rereading.read_anew,
    mending.AnswerRow: mending.answer,
    mending.AmendCard: mending.correct,
    mending.ChooseProject: mending.choose_project,
    mending.TurnTax: mending.turn_tax,
    mending.DropBatch: mending.drop_batch,
    mending.DropRow: mending.drop_row,
    mending.InsistOnRow: mending.insist,
    coming_back.TakeReturn: coming_back.take_back,
    confirming.ConfirmRows: confirming.confirm,
    confirming.ConfirmCards: confirming.confirm_several,
    mending.DropCard: mending.drop,
    wanting.AskForProject: wanting.ask_for_project,
    confirming.ForgetAlias: confirming.forget,
    failing.TryAgain: failing.try_again,
    deciding.Approve: deciding.approve,
    deciding_several.ApproveSeveral: deciding_several.approve_several,
    deciding_several.RejectSeveral: deciding_several.reject_several,
    deciding.Reject: deciding.reject,
    deciding.Return: deciding.return_,
    handing_on.HandOn: handing_on.hand_on,
    adding_signers.AddSigner: adding_signers.add,
    commenting_requests.CommentOnRequest: commenting_requests.comment,
    copying.SendCopy: copying.send,
}


def run(work: DeskWork, command: object) -> object:
    """Carry a command out, whole or not at all. Raises the domain's `Refusal`s; a command without a use-case is a mistake of
    ours."""
    with work.apart():
        return COMMANDS[type(command)](work, command)
