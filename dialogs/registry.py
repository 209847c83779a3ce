"""All dialogs: the list that a new one adds its line to."""

from __future__ import annotations

from dialogs.add_signer import AddSigner
from dialogs.agency_states import AgencyStatePage, ChangeManager, HandAgencyOver
from dialogs.announcements import AnnouncementPage, Announcements, Broadcast, Broadcasts, WriteAnnouncement
from dialogs.appeal import AppealCard, DismissAppeal, MakeAppeal
from dialogs.approval_paths import ApprovalPath, ApprovalPaths, SetApprovalPath
from dialogs.approvals import ApprovalCard, HandOnRequest, Inbox, RejectRequest, ReturnRequest
from dialogs.approve_several import ApproveSeveral
from dialogs.claim_agency import ClaimAgency
from dialogs.comments import AnswerComment, CommentCard, WriteComment
from dialogs.contract import Contract
from dialogs.contract_face import BindDistributor
from dialogs.contract_papers import ContractFiles, ContractLetter, ContractTemplate, ContractText
from dialogs.contracts import ContractCard, Contracts
from dialogs.core.became import BecameOf
from dialogs.core.registry import Registry
from dialogs.core.texts import Texts
from dialogs.correct_customer import AddAlias, CorrectCustomer, MergeCustomers
from dialogs.customer_card import CustomerCard
from dialogs.customers import CustomerFilter, Customers
from dialogs.deputies import Deputies, DeputyshipCard, SetDeputy
from dialogs.direct.adding import AddDirectAccount, ImportDirectAccounts
from dialogs.direct.listing import DirectAccountCard, DirectAccounts
from dialogs.drafts import Drafts, kept
from dialogs.engineers import Engineers
from dialogs.failures import Failures
from dialogs.follow_up import FollowUpForm, WhoseReport, WriteFollowUp
from dialogs.follow_ups import Corrections, FollowUpReport, FollowUps
from dialogs.handing_over import HandCustomerOver, HandOver
from dialogs.home import Home, More
from dialogs.importing import ImportCustomers, ListTemplate
from dialogs.inviting import InviteManager, InvitePerson
from dialogs.jobs import JobCard
from dialogs.joining import Invitation
from dialogs.list_same import ListSame
from dialogs.my_projects import MyProjects, ProjectFilter, ProjectTable
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
from dialogs.orders.sales import BatchSearch, Sales, SalesFilter
from dialogs.organising import AddAgency, AddUnit, SetHead
from dialogs.people import Agencies, AgencyCard, Joined, People, Person, Units, VendorPeople
from dialogs.petitions import CorrectionCard, Petitions
from dialogs.pool import PoolCustomer, PoolFilter, PoolSubscriptions, ResourcePool
from dialogs.preferences import Accounts, Help, Language
from dialogs.product_domains import ProductTable
from dialogs.projects import Projects, ProjectTimeline
from dialogs.protection import AskExtension, GiveUp, GrantMonths, ProtectionRequest, ProtectionRequests
from dialogs.refused_attempts import RefusedAttempts
from dialogs.register_agency import RegisterAgency
from dialogs.registering import Captcha, Guest, GuestHelp, RegistrationPage, Terms
from dialogs.reminders import Digest, Missed
from dialogs.report_customer import ReportCustomer
from dialogs.requests import Request, Requests, Returned
from dialogs.staffing import ChangeType, Deactivate
from dialogs.twins import SuspectedTwins
from dialogs.typed.contacts import ContactShared
from dialogs.typed.files import FileSent
from dialogs.typed.lists import ListSent
from dialogs.typed.read_as import ReadAs

FOR_ACCOUNTS = (
    Home,
    BecameOf,
    More,
    ReadAs,
    ListSent,
    ContactShared,
    FileSent,
    ReportCustomer,
    Customers,
    CustomerFilter,
    CustomerCard,
    WriteFollowUp,
    WhoseReport,
    FollowUpForm,
    FollowUps,
    FollowUpReport,
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
    BindDistributor,
    ApprovalPaths,
    ApprovalPath,
    SetApprovalPath,
    Requests,
    Request,
    Returned,
    AskExtension,
    GiveUp,
    GrantMonths,
    ProtectionRequest,
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
    ApproveSeveral,
    ApprovalCard,
    MakeAppeal,
    DismissAppeal,
    AppealCard,
    CorrectCustomer,
    AddAlias,
    MergeCustomers,
    RefusedAttempts,
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
    People,
    Person,
    Joined,
    VendorPeople,
    Agencies,
    AgencyCard,
    Units,
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
    Terms,
)


def for_accounts(texts: Texts) -> Registry:
    """What a person with an account can open."""
    return Registry(FOR_ACCOUNTS, wordings=texts.everywhere, drafts=kept, home="home")


def for_guests(texts: Texts) -> Registry:
    """What somebody without an account can open."""
    return Registry(FOR_GUESTS, wordings=texts.everywhere, drafts=kept, home="guest")
