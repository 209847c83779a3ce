"""How people call things in headings and forms, in the words of the policy."""

from __future__ import annotations

from domain.base.policy.values import Choices, PolicySection


class CustomerLabels(PolicySection):
    """What people call the fields of a customer, in forms that they paste and above the columns of lists."""

    name: Choices
    credit_code: Choices
    region: Choices
    domain: Choices
    volume: Choices
    mcus: Choices
    buyer: Choices
    factory: Choices
    background: Choices
    people: Choices
    agency: Choices
    contact: Choices
    until: Choices
    aliases: Choices
    project: Choices


class AgencyLabels(PolicySection):
    """Of an agency, as it registers or stands in a roster; `owner` is also the applicant."""

    name: Choices
    short_name: Choices
    credit_code: Choices
    organisation_code: Choices
    tax_number: Choices
    region: Choices
    address: Choices
    unit: Choices
    manager: Choices
    owner: Choices
    position: Choices
    email: Choices
    mobile: Choices
    phone: Choices
    fax: Choices
    entity: Choices
    products: Choices


class PersonLabels(PolicySection):
    name: Choices
    type: Choices
    agency: Choices
    unit: Choices
    email: Choices
    phone: Choices


class McuLabels(PolicySection):
    model: Choices
    series: Choices
    note: Choices


class OrderLabels(PolicySection):
    """Of a list of orders, and of the heading of a table pasted into the chat."""

    day: Choices
    customer: Choices
    project: Choices
    mcu: Choices
    quantity: Choices
    unit: Choices
    price: Choices
    net_price: Choices
    tax: Choices
    currency: Choices
    amount: Choices
    batches: Choices
    batch_2: Choices
    batch_3: Choices
    reference: Choices
    kind: Choices
    status: Choices
    number: Choices
    voided: Choices


class ProjectLabels(PolicySection):
    """Of a project as follow-ups and reports tell it."""

    name: Choices
    domain: Choices
    mcu: Choices
    stage: Choices
    progress: Choices
    yearly: Choices
    milestone: Choices
    due: Choices
    note: Choices


class FollowUpLabels(PolicySection):
    """Of a follow-up report, whose projects have labels of their own."""

    dynamics: Choices
    next_visit: Choices


class ContractLabels(PolicySection):
    """Of a contract's form; a word may mean several of its questions (邮政编码), which the lines around it tell apart."""

    name: Choices
    fiscal_year: Choices
    entity: Choices
    type: Choices
    level: Choices
    manager: Choices
    distributor: Choices
    distributor_contact: Choices
    contact_position: Choices
    contact_phone: Choices
    general_manager: Choices
    general_manager_mobile: Choices
    general_manager_email: Choices
    server_lead: Choices
    server_lead_mobile: Choices
    server_lead_email: Choices
    qualification: Choices
    credit_code: Choices
    organisation_code: Choices
    province: Choices
    city: Choices
    office_address: Choices
    website: Choices
    postcode: Choices
    phone: Choices
    fax: Choices
    ownership: Choices
    business_scope: Choices
    registered_capital: Choices
    turnover: Choices
    financing: Choices
    working_capital: Choices
    staff: Choices
    sales_staff: Choices
    technical_staff: Choices
    marketing_staff: Choices
    issuer: Choices
    registered_name: Choices
    taxpayer: Choices
    registered_address: Choices
    registered_phone: Choices
    bank: Choices
    bank_account: Choices
    tax_number: Choices
    invoice_name: Choices
    invoice_address: Choices
    invoice_postcode: Choices
    invoice_contact: Choices
    invoice_phone: Choices
    delivery_name: Choices
    delivery_address: Choices
    delivery_postcode: Choices
    transport: Choices
    station: Choices
    recipient: Choices
    recipient_phone: Choices
    recipient_mobile: Choices
    recipient_fax: Choices
    industries: Choices
    industry: Choices
    industry_sales: Choices
    key_customers: Choices
    customer: Choices
    customer_sales: Choices
    company_turnover: Choices
    hardware_sales: Choices
    software_sales: Choices
    server_sales: Choices
    brands: Choices


class PlaceLabels(PolicySection):
    """A place may be written into columns of its own: above the city and below it."""

    province: Choices
    district: Choices


class Labels(PolicySection):
    """Synonyms by matter and field; how they are compared is `domain.base.labels`."""

    customer: CustomerLabels
    agency: AgencyLabels
    person: PersonLabels
    mcu: McuLabels
    order: OrderLabels
    project: ProjectLabels
    follow_up: FollowUpLabels
    contract: ContractLabels
    place: PlaceLabels
