"""All dialogs: the list that a new one adds its line to."""

from __future__ import annotations

from dialogs import matters as matters  # registers the faces of their requests
from dialogs.administration.changes import Changes
from dialogs.administration.policy import PolicyPage
from dialogs.administration.room import Administration
from dialogs.administration.status import Attempts, Jobs, OutOfReach, Status
from dialogs.agencies.changes import AgencyChangeCard
from dialogs.agencies.correcting import CorrectAgency
from dialogs.agencies.file import AgencyFilePage
from dialogs.agencies.listing import Agencies
from dialogs.announcements import AnnouncementPage, Announcements, Broadcast, Broadcasts, WriteAnnouncement
from dialogs.approvals.add_signer import AddSigner
from dialogs.approvals.decide_several import DecideSeveral, RejectSeveral
from dialogs.approvals.inbox import ApprovalCard, HandOnRequest, RejectRequest, ReturnRequest
from dialogs.approvals.paths import ApprovalPath, ApprovalPaths, SetApprovalPath
from dialogs.approvals.petitions import CorrectionCard, Petitions
from dialogs.approvals.talk import AnswerOnRequest, CommentOnRequest, RequestComment, RequestFile, SendCopy
from dialogs.approvals.waiting import Inbox
from dialogs.contracts.amend_contract import AmendContract
from dialogs.contracts.amendment import AmendmentCard, Amendments
from dialogs.contracts.contract import Contract
from dialogs.contracts.face import BindDistributor
from dialogs.contracts.pages import ContractCard, Contracts
from dialogs.contracts.papers import ContractFiles, ContractLetter, ContractTemplate, ContractText
from dialogs.core.edited_message import BecameOf
from dialogs.core.registry import Registry
from dialogs.core.texts import Texts
from dialogs.counterparts.reading import CounterpartCard, CounterpartContact, Counterparts, FoundCounterparts
from dialogs.counterparts.shared_contacts import ContactOf
from dialogs.counterparts.writing import AddCounterpart, ChangeCounterpart
from dialogs.customers.board import Board
from dialogs.customers.card import CustomerCard
from dialogs.customers.engineers import Engineers
from dialogs.customers.my_customers import CustomerFilter, Customers
from dialogs.customers.twins import SuspectedTwins
from dialogs.direct.adding import AddDirectAccount, ImportDirectAccounts
from dialogs.direct.listing import DirectAccountCard, DirectAccounts
from dialogs.disputes.listing import Disputes
from dialogs.disputes.timeline import CustomerTimeline
from dialogs.failures import Failures
from dialogs.feedback.reading import FeedbackFile, FeedbackPage, Feedbacks
from dialogs.feedback.writing import AnswerFeedback, GiveFeedback, GiveMoreFeedback
from dialogs.follow_ups.comments import AnswerComment, CommentCard, WriteComment
from dialogs.follow_ups.pictures import FollowUpFile
from dialogs.follow_ups.reading import Corrections, FollowUpReport, FollowUps
from dialogs.follow_ups.replying import WhoseReport
from dialogs.follow_ups.writing import FollowUpForm, WriteFollowUp
from dialogs.forecast.accuracy import ForecastAccuracy
from dialogs.forecast.gaps import ForecastGaps
from dialogs.forecast.page import Forecast
from dialogs.forecast.picture import OutlookPicture
from dialogs.forecast.reaching import TargetGaps
from dialogs.home.contact_us import ContactUs
from dialogs.home.help import GuestHelp, Help
from dialogs.home.page import Home, More
from dialogs.home.preferences import Accounts, Language
from dialogs.imports.importing import ImportCustomers, ListTemplate
from dialogs.imports.list_same import ListSame
from dialogs.jobs import JobCard
from dialogs.leaving.agency_states import AgencyStatePage, ChangeManager, HandAgencyOver
from dialogs.leaving.handing_over import HandCustomerOver, HandOver
from dialogs.leaving.reorganising import EndUnit, RenameUnit
from dialogs.leaving.staffing import ChangeType, Deactivate
from dialogs.orders.acts import AddBatches, CorrectOrder, Deliver, ReturnFromBefore, ReturnGoods
from dialogs.orders.by_file import OrdersByFile
from dialogs.orders.card import OrderCard
from dialogs.orders.day import OrdersDay
from dialogs.orders.late import LateOrder
from dialogs.orders.late_list import LateOrders
from dialogs.orders.list_names import OrderNames
from dialogs.orders.log_order import LogOrder, LogOrders, ProjectAsked
from dialogs.orders.open_cards import OrderCards
from dialogs.orders.order import OrderVersions, SalesLine, SalesOrder
from dialogs.orders.order_line import ProjectMissing
from dialogs.orders.rates import ExchangeRates, SetRate
from dialogs.orders.replies import OrderReply
from dialogs.orders.sales import BatchSearch, Sales
from dialogs.orders.sales_filter import SalesFilter
from dialogs.people.correcting_persons import CorrectPerson
from dialogs.people.deputies import Deputies, DeputyshipCard, SetDeputy
from dialogs.people.inviting import InviteManager, InvitePerson
from dialogs.people.joining import Invitation
from dialogs.people.organising import AddAgency
from dialogs.people.staff import AgencyPeople, Joined, People, Person, VendorPeople
from dialogs.people.units import AddUnit, SetHead, TakeProvinces, UnitPage, Units
from dialogs.petitions.appeal import AppealCard, DismissAppeal, MakeAppeal
from dialogs.petitions.correct_customer import AddAlias, CorrectCustomer, MergeCustomers
from dialogs.products.product_domains import ProductTable
from dialogs.projects.my_projects import MyProjects, ProjectFilter, ProjectTable
from dialogs.projects.of_customer import Projects, ProjectTimeline
from dialogs.protection.keeping import AskExtension, GiveUp, GrantMonths, ProtectionRequestPage, ProtectionRequests
from dialogs.protection.pool import PoolCustomer, PoolFilter, PoolSubscriptions, ResourcePool
from dialogs.publications.publishing import Publish
from dialogs.publications.reading import PublicationPage, Publications, PublishedByMe
from dialogs.questions.answering import AddToAnswer, AnswerQuestion
from dialogs.questions.asking import AskFurther, AskQuestion
from dialogs.questions.listing import Questions, ToAnswer
from dialogs.questions.reading import QuestionFile, QuestionPage
from dialogs.registration.claim_agency import ClaimAgency
from dialogs.registration.register_agency import RegisterAgency
from dialogs.registration.registering import Captcha, Guest, RegistrationPage, Terms
from dialogs.reminders import Digest, Missed
from dialogs.reports.refused_attempts import RefusedAttempts
from dialogs.reports.report_customer import ReportCustomer
from dialogs.reports.reports import ReportPage, Reports, ReturnedReport
from dialogs.shared.became import became
from dialogs.shared.drafts import Drafts, kept
from dialogs.shared.orders_of_others import told_elsewhere
from dialogs.statistics.page import Statistics
from dialogs.statistics.picture import FiguresPicture
from dialogs.statistics.targets import SalesTargets, SetTarget
from dialogs.typed.contacts import ContactShared
from dialogs.typed.files import FileSent
from dialogs.typed.lists import ListSent
from dialogs.typed.read_as import ReadAs
from dialogs.visits.planning import PlanVisit, VisitPage, Visits
from dialogs.visits.said import WhoseVisit

FOR_ACCOUNTS = (
    Home,
    BecameOf,
    More,
    ReadAs,
    ListSent,
    ContactShared,
    FileSent,
    ReportCustomer,
    Board,
    Customers,
    CustomerFilter,
    CustomerCard,
    WriteFollowUp,
    WhoseReport,
    PlanVisit,
    VisitPage,
    Visits,
    WhoseVisit,
    Counterparts,
    FoundCounterparts,
    CounterpartCard,
    CounterpartContact,
    ContactOf,
    AddCounterpart,
    ChangeCounterpart,
    FollowUpForm,
    FollowUps,
    FollowUpReport,
    FollowUpFile,
    Corrections,
    WriteComment,
    AnswerComment,
    CommentCard,
    Projects,
    ProjectTimeline,
    LogOrders,
    LogOrder,
    ProjectMissing,
    ProjectAsked,
    Sales,
    Statistics,
    SalesTargets,
    SetTarget,
    Forecast,
    ForecastAccuracy,
    ForecastGaps,
    FiguresPicture,
    OutlookPicture,
    TargetGaps,
    SalesFilter,
    BatchSearch,
    SalesOrder,
    SalesLine,
    LateOrder,
    LateOrders,
    OrdersByFile,
    OrderNames,
    OrderVersions,
    CorrectOrder,
    AddBatches,
    ReturnGoods,
    ReturnFromBefore,
    Deliver,
    ExchangeRates,
    SetRate,
    MyProjects,
    ProjectFilter,
    ProjectTable,
    Engineers,
    Contracts,
    Contract,
    ContractCard,
    ContractText,
    ContractFiles,
    ContractLetter,
    ContractTemplate,
    AmendContract,
    AmendmentCard,
    Amendments,
    BindDistributor,
    ApprovalPaths,
    ApprovalPath,
    SetApprovalPath,
    Reports,
    ReportPage,
    ReturnedReport,
    AskExtension,
    GiveUp,
    GrantMonths,
    ProtectionRequestPage,
    ProtectionRequests,
    Petitions,
    CorrectionCard,
    ProductTable,
    ResourcePool,
    PoolFilter,
    PoolCustomer,
    PoolSubscriptions,
    Digest,
    Missed,
    OrdersDay,
    Announcements,
    AnnouncementPage,
    Broadcasts,
    Broadcast,
    WriteAnnouncement,
    Inbox,
    DecideSeveral,
    RejectSeveral,
    ApprovalCard,
    AskQuestion,
    AskFurther,
    AnswerQuestion,
    AddToAnswer,
    QuestionPage,
    QuestionFile,
    Questions,
    ToAnswer,
    GiveFeedback,
    GiveMoreFeedback,
    AnswerFeedback,
    FeedbackPage,
    FeedbackFile,
    Feedbacks,
    Publications,
    PublicationPage,
    PublishedByMe,
    Publish,
    MakeAppeal,
    DismissAppeal,
    AppealCard,
    CorrectCustomer,
    AddAlias,
    MergeCustomers,
    RefusedAttempts,
    Disputes,
    CustomerTimeline,
    DirectAccounts,
    DirectAccountCard,
    AddDirectAccount,
    ImportDirectAccounts,
    SuspectedTwins,
    Failures,
    RejectRequest,
    ReturnRequest,
    HandOnRequest,
    AddSigner,
    CommentOnRequest,
    AnswerOnRequest,
    RequestFile,
    RequestComment,
    SendCopy,
    People,
    Person,
    Joined,
    VendorPeople,
    CorrectPerson,
    Agencies,
    AgencyFilePage,
    AgencyPeople,
    CorrectAgency,
    AgencyChangeCard,
    Units,
    UnitPage,
    Administration,
    Status,
    Jobs,
    OutOfReach,
    Attempts,
    PolicyPage,
    Changes,
    InvitePerson,
    InviteManager,
    ChangeType,
    Deactivate,
    HandOver,
    HandCustomerOver,
    Deputies,
    DeputyshipCard,
    SetDeputy,
    AgencyStatePage,
    ChangeManager,
    HandAgencyOver,
    AddUnit,
    RenameUnit,
    EndUnit,
    TakeProvinces,
    SetHead,
    AddAgency,
    OrderCard,
    OrderCards,
    OrderReply,
    JobCard,
    ListSame,
    ImportCustomers,
    ListTemplate,
    Drafts,
    Accounts,
    Language,
    Help,
    ContactUs,
    Invitation,
    RegisterAgency,
    ClaimAgency,
    RegistrationPage,
    Terms,
)
FOR_GUESTS = (
    Guest,
    GuestHelp,
    Invitation,
    Language,
    Captcha,
    RegisterAgency,
    ClaimAgency,
    RegistrationPage,
    AnswerOnRequest,
    RequestFile,
    Terms,
)


def for_accounts(texts: Texts) -> Registry:
    """What a person with an account can open."""
    return Registry(
        FOR_ACCOUNTS,
        wordings=texts.everywhere,
        drafts=kept,
        became=became,
        elsewhere=told_elsewhere,
        home="home",
    )


def for_guests(texts: Texts) -> Registry:
    """What somebody without an account can open."""
    return Registry(FOR_GUESTS, wordings=texts.everywhere, drafts=kept, home="guest")
