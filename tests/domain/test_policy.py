"""The policy file: the defaults (docs/policy.md), what a deployment may change, and how a mistake is named."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from domain.base import policy, regions
from domain.base.kinds import Kind
from domain.base.policy import PolicyError
from domain.base.stage import Stage


def test_the_defaults_are_those_of_the_vendor_of_the_demo() -> None:
    default = policy.load(None)
    assert default.vendor == "华芯渠道"
    assert default.zone == ZoneInfo("Asia/Shanghai")
    assert [each.name for each in default.contract.entities] == ["华芯信息", "华芯国际", "华芯软件"]
    assert default.contract.company_names == ("华芯信息有限公司", "华芯国际有限公司", "华芯软件有限公司")
    assert default.forecast.probability.of(Stage.PILOT) == 70
    assert default.forecast.lead_months.of(Stage.CONTACT) == 12
    assert not default.report_needs_contract


def test_a_file_changes_what_it_names_and_nothing_else() -> None:
    mine = policy.parse("vendor = '星河'\n[protection.months]\napproved = 4\n[calendar]\ndays_on = [2027-02-06]\n")
    assert mine.vendor == "星河"
    assert (mine.protection.months.approved, mine.protection.months.pilot) == (4, 6)
    assert mine.calendar.days_on == (date(2027, 2, 6),)
    assert mine.pool == policy.default().pool


def test_a_list_takes_the_place_of_the_default_list() -> None:
    mine = policy.parse('[registration]\nproducts = ["MCU"]\n')
    assert mine.registration.products == ("MCU",)


def test_a_kind_of_request_keeps_the_default_times_that_it_does_not_name() -> None:
    mine = policy.parse("[approvals.extension]\nhours = 8\n")
    assert mine.approvals.sla("extension").hours == 8
    assert mine.approvals.sla("extension").nudges == (3, 7)
    assert mine.approvals.sla("customer_report").hours == 9
    assert mine.approvals.sla("appeal").hours == 45


def test_reasons_are_had_by_kind_and_those_of_a_file_take_the_place_of_its_list() -> None:
    mine = policy.parse('[reasons.customer_report]\nreturn = [{ text = "请补充型号" }]\n').reasons
    default = policy.default().reasons
    assert [each.text for each in mine.of(Kind.CUSTOMER_REPORT).send_back] == ["请补充型号"]
    assert mine.of(Kind.CUSTOMER_REPORT).reject == default.of(Kind.CUSTOMER_REPORT).reject
    assert mine.of(Kind.APPEAL) == default.of(Kind.APPEAL)


def test_every_province_reaches_the_managers_of_one_unit() -> None:
    default = policy.default()
    covered = {province: unit.name for unit in default.units for province in unit.provinces}
    assert set(covered) == set(regions.provinces())
    assert (covered["广东"], covered["西藏"], covered["香港"]) == ("华南", "西南", "港澳台")


def test_an_entity_decides_the_contract_types_and_a_type_the_levels() -> None:
    contract = policy.default().contract
    assert [each.code for each in contract.types_of("华芯国际")] == ["DB", "AA", "ISP", "ICP"]
    assert contract.types_of("无名") == ()
    dealer = contract.type("AA")
    assert dealer is not None
    assert dealer.levels == ("一级经销商", "二级经销商")
    assert dealer.needs_distributor


def test_a_unit_has_its_own_approval_path_or_the_common_one() -> None:
    default = policy.default()
    assert default.approval_path("教育行业") == ("head",)
    assert default.approval_path("华南") == ("head", "administrator")


def test_what_is_shown_can_be_loaded_again() -> None:
    mine = policy.parse('vendor = "星河"\n[approvals.contract]\nhours = 12\n[quiet_hours]\nfrom = 22:30:00\n')
    shown = policy.show(mine)
    assert policy.parse(shown) == mine
    assert policy.parse(policy.show(policy.default())) == policy.default()
    marked = [line for line in shown.splitlines() if line.endswith("# differs from the default")]
    assert [line.split(" = ")[0] for line in marked] == ["vendor", "from"]


def test_a_check_counts_what_differs(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text("\ufeff[pool]\ncool_down_days = 60\n", "utf-8")
    assert policy.check(file) == f"{file} can be used; 1 value differs from the defaults: pool.cool_down_days"
    assert policy.check(None) == "The default policy can be used; no value differs from the defaults"


def test_a_contracting_company_is_told_by_its_name_or_with_all_that_a_contract_says_of_it() -> None:
    mine = policy.parse("[contract]\ncompanies = ['星河', { name = '银河', address = '深圳' }]\n").contract
    assert mine.company_names == ("星河", "银河")
    assert (mine.company("星河").address, mine.company("银河").address) == ("", "深圳")
    assert mine.company("已不用的公司").name == "已不用的公司"


def test_a_text_of_ones_own_leaves_no_translation_of_another() -> None:
    mine = policy.parse(AGREEMENT + "'{agency}代理{company}的产品'\n").contract
    assert mine.agreement("en").text == mine.agreement("zh").text == "{agency}代理{company}的产品"
    assert policy.default().contract.agreement("en").title == "Channel Partner Agreement"


AGREEMENT = "[[contract.agreements]]\nlanguage = 'zh'\ntitle = '合同'\ntext = "


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("vendr = 'x'", "line 1: vendr: there is no such value; did you mean vendor?"),
        ("[quiet_hours]\nform = 21:00:00", "line 2: quiet_hours.form: there is no such value; did you mean from?"),
        ("[pool.claims_a_day]\nzzz = 1", "zzz: there is no such value; known are agency, person"),
        ("[people]\n\ninvitation_hours = '72'", "line 3: people.invitation_hours: input should be a valid integer"),
        ("[protection]\nmonths = { approved = 0 }", "line 2: protection.months.approved: input should be greater"),
        ("[forecast]\nlead_months = { contact = 1000 }", "line 2: forecast.lead_months.contact: input should be less"),
        ("[calendar]\nopens = 9", "line 2: calendar.opens: a time of day such as 09:00:00, not 9"),
        ("[calendar]\nopens = 19:00:00", "line 1: calendar: closes must be later than opens"),
        ("[calendar]\nfiscal_year_starts = '02-29'", "a month and a day of every year, such as 04-01"),
        (
            "[calendar]\ndays_off = [2027-01-01]\ndays_on = [2027-01-01]",
            "2027-01-01 stands in days_off and in days_on",
        ),
        ("[registration]\ncaptcha = 'audio'", "line 2: registration.captcha: input should be 'picture' or 'none'"),
        ("[registration]\nproducts = []", "line 2: registration.products: at least one is needed"),
        ("[contract]\ntransports = ['快递', '快递']", "contract.transports: 快递 stands here more than once"),
        ("time_zone = 'Mars/Base'", "line 1: time_zone: 'Mars/Base' is no time zone; an example: Asia/Shanghai"),
        ("time_zone = '../etc/passwd'", "is no time zone"),
        ("report_needs_contract = 'no'", "report_needs_contract: input should be a valid boolean"),
        ("calendar = 3", "line 1: calendar: must be a table, not 3"),
        (
            "links = [{ label = 'x', url = 'javascript:1' }]",
            "line 1: links[1].url: javascript:1 is no http or https address",
        ),
        ("[[units]]\nname = '南'\nprovinces = ['广东省']", "line 1: units[1]: 广东省 is no province; write 广东"),
        ("[[units]]\nname = '南'\nprovinces = ['广东']", "line 1: units: no unit covers 北京, 天津"),
        ("[[units]]\nname = '南'", 'units[1]: a region needs provinces (or kind = "industry")'),
        ("[contract]\napproval_path = ['boss']", '\'boss\' is neither "head", "administrator" nor an e-mail address'),
        (
            "[[contract.entities]]\nname = 'A'\ntypes = ['XX']",
            "entity A: no contract type has the code XX",
        ),
        ("[contract]\ncompanies = ['甲', '甲']", "甲 stands here more than once"),
        ("[contract]\ncompanies = [{ name = '甲', credit_code = '91' }]", "companies[1]: 91 is no 统一社会信用代码"),
        (
            AGREEMENT + "'{nummber}{year}{agencys}'",
            (
                "line 4: contract.agreements[1].text: there is no field {nummber}; did you mean {number}?; "
                "there is no field {agencys}; did you mean {agency}?"
            ),
        ),
        (AGREEMENT + "'{甲方}'", "there is no field {甲方}; there are {number}, {version}, {year}"),
        (AGREEMENT + "'{number!r}'", "there is no field {number!r}; did you mean {number}?"),
        (AGREEMENT + "'{}'", "there is no field {}"),
        (AGREEMENT + "'第}条'", "a brace stands alone; a field is written {number}, a brace itself {{ or }}"),
        (AGREEMENT + "'｛number｝'", "a field stands in { and }, not in ｛"),
        (AGREEMENT + "' '", "there is no text"),
        (AGREEMENT.replace("zh", "en") + "'x'", 'the Chinese text (language = "zh") is needed'),
        ((AGREEMENT + "'x'\n") * 2, "there are two texts in zh"),
        ("[approvals.appeal]\nhours = 3", "nudges, hours and head must come one after the other"),
        ("[reasons.extensions]\nreject = []", "no kind of request is called extensions"),
        ('[reasons.extension]\nreject = [{ text = "重复" }, { text = "重复" }]', "重复 stands here more than once"),
        ('[reasons.extension]\nrejct = [{ text = "重复" }]', "rejct"),
        ("x = [", "not TOML: "),
    ],
)
def test_a_mistake_is_named_with_its_place(text: str, mistake: str) -> None:
    with pytest.raises(PolicyError) as caught:
        policy.parse(text, "my.toml")
    assert mistake in str(caught.value)
    assert str(caught.value).startswith("my.toml")


def test_all_mistakes_are_named_at_once_in_the_order_of_the_file() -> None:
    with pytest.raises(PolicyError) as caught:
        policy.parse("[pool]\ndetails_a_day = 0\n[orders]\nremind = 1\n[people]\ninvitation_hours = -1\n")
    assert [each.split(": ")[1] for each in caught.value.mistakes] == [
        "pool.details_a_day",
        "orders.remind",
        "people.invitation_hours",
    ]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(PolicyError, match=r"none\.toml: No such file"):
        policy.load(tmp_path / "none.toml")
    (tmp_path / "gbk.toml").write_bytes('vendor = "华芯"'.encode("gbk"))
    with pytest.raises(PolicyError, match="not UTF-8 text"):
        policy.load(tmp_path / "gbk.toml")


def test_a_policy_cannot_be_changed_behind_its_back() -> None:
    with pytest.raises(ValueError, match="frozen"):
        policy.default().people.invitation_hours = 1  # type: ignore[misc]


def test_a_paper_is_a_text_or_a_file_beside_the_policy(tmp_path: Path) -> None:
    (tmp_path / "terms.txt").write_text("一、范围。\n\n二、期限。", "utf-8")
    (tmp_path / "letter.pdf").write_bytes(b"%PDF-1.7")
    file = tmp_path / "policy.toml"
    file.write_text(
        '[registration]\nterms = { file = "terms.txt" }\n[contract]\nletter = { file = "letter.pdf" }\n', "utf-8"
    )
    mine = policy.load(file)
    assert mine.registration.terms.text == "一、范围。\n\n二、期限。"
    assert (mine.contract.letter.name, mine.contract.letter.text) == ("letter.pdf", "")
    assert policy.parse(policy.show(mine)) == mine, "the record of it needs no file"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('{ file = "none.pdf" }', "none.pdf: No such file"),
        ('{ file = "letter.exe" }', "letter.exe: neither a text"),
        ('{ file = "gbk.txt" }', "gbk.txt: not UTF-8"),
        ('{ text = "是", file = "letter.pdf" }', "either a text or a file"),
        ('""', "either a text or a file"),
    ],
)
def test_a_paper_that_cant_be_used_is_named_with_its_line(tmp_path: Path, given: str, said: str) -> None:
    (tmp_path / "letter.exe").write_bytes(b"MZ")
    (tmp_path / "gbk.txt").write_bytes("同意".encode("gbk"))
    file = tmp_path / "policy.toml"
    file.write_text(f"[contract]\nletter = {given}\n", "utf-8")
    with pytest.raises(PolicyError, match=f"line 2: contract.letter: {said}"):
        policy.load(file)


def test_words_of_ones_own_are_laid_over_those_that_there_are() -> None:
    found = policy.parse(
        '[contract.words]\n"快递" = { english = "Parcel" }\n"水运" = { also = ["船运"] }'
    ).contract.words
    assert found.called("快递")[:2] == ("快递", "Parcel")
    assert found.called("水运") == ("水运", "船运")
    assert found.called("自提")[1] == "Pick-up"
    assert (found.told("水运"), found.told("驼运")) == ("水运", "驼运")
