"""Codes, phone numbers and addresses as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.base import identifiers
from domain.base.identifiers import (
    Flaw,
    IdentityCard,
    NotALink,
    NotAnEmail,
    NotAPhone,
    NotMobile,
    ReadableNumber,
    Scientific,
    SeveralPhones,
    Whereabouts,
    WrongCharacter,
    WrongCheck,
    WrongLength,
)

GOOD = "91110000600037341L"  # the example in the documentation of python-stdnum
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_check(body: str) -> str:
    """GB 32100-2015 once more, by powers of three instead of a table of weights."""
    total = sum(CREDIT_ALPHABET.index(each) * pow(3, at, 31) for at, each in enumerate(body))
    return CREDIT_ALPHABET[-total % 31]


@pytest.mark.parametrize(
    "typed",
    [
        GOOD,
        GOOD.lower(),
        f" {GOOD[:9]} {GOOD[9:]} ",
        "９１１１０００0600037341Ｌ",
        "91110000-600037341-L",
        f"\u200b{GOOD}",
    ],
)
def test_a_credit_code_is_taken_however_it_was_written(typed: str) -> None:
    assert identifiers.credit_code(typed) == GOOD


@pytest.mark.parametrize(
    ("typed", "flaw"),
    [
        ("", WrongLength(0, 18)),
        (GOOD[:-1], WrongLength(17, 18)),
        (f"{GOOD}1", WrongLength(19, 18)),
        (GOOD[:-1] + "M", WrongCheck()),
        ("91110000600037314L", WrongCheck()),  # two changed places
        ("9111000O600037341L", WrongCharacter(8, "O", "0")),
        ("91110000600037341I", WrongCharacter(18, "I", "1")),
        ("9111000A600037341L", WrongCharacter(8, "A", "")),
        ("V1110000600037341L", WrongCharacter(1, "V", "")),
        ("统一社会信用代码统一社会信用代码统一", WrongCharacter(1, "统", "")),
        ("9.14408941488594E+17", Scientific()),  # without its signs it would be a valid code
        ("9.14403E+17", Scientific()),
        ("９.１４４０３e17", Scientific()),
    ],
)
def test_what_is_wrong_with_a_credit_code_is_told_by_its_place(typed: str, flaw: Flaw) -> None:
    assert identifiers.credit_code(typed) == flaw


bodies = st.builds(
    lambda head, region, tail: head + region + tail,
    st.text(CREDIT_ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(CREDIT_ALPHABET, min_size=9, max_size=9),
)


@given(bodies)
def test_every_code_with_the_right_check_character_is_good(body: str) -> None:
    code = body + credit_check(body)
    assert identifiers.credit_code(code) == code


@given(bodies, st.integers(8, 17), st.sampled_from(CREDIT_ALPHABET))
def test_one_mistyped_character_is_always_noticed(body: str, at: int, typed: str) -> None:
    code = body + credit_check(body)
    wrong = code[:at] + typed + code[at + 1 :]
    assert identifiers.credit_code(wrong) == (code if wrong == code else WrongCheck())


@given(st.text(max_size=40))
def test_whatever_is_typed_gets_an_answer(text: str) -> None:
    for check in (identifiers.credit_code, identifiers.organisation_code, identifiers.phone, identifiers.mobile):
        assert isinstance(check(text), str | Flaw)
    assert isinstance(identifiers.email(text), str | Flaw)


def test_the_organisation_code_is_inside_of_the_credit_code() -> None:
    inside = identifiers.organisation_code_of(GOOD)
    assert inside == "600037341"
    assert identifiers.organisation_code(inside) == inside


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("60003734-1", "600037341"),
        ("d2143569-x", "D2143569X"),  # the example of the standard
        ("60003734-2", WrongCheck()),
        ("60003734", WrongLength(8, 9)),
        ("60003734-A", WrongCharacter(9, "A", "")),
    ],
)
def test_an_organisation_code_has_its_own_check_character(typed: str, result: str | Flaw) -> None:
    assert identifiers.organisation_code(typed) == result


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("0755-83765566", "+8675583765566"),
        ("(0755) 8376-5566", "+8675583765566"),
        ("86-755-83765566", "+8675583765566"),
        ("０７５５－８３７６５５６６", "+8675583765566"),
        ("0755-83765566-801", "+8675583765566;ext=801"),
        ("0755-83765566转801", "+8675583765566;ext=801"),
        ("010 8888 8888 转 801", "+861088888888;ext=801"),
        ("0755-8376 5566 分机：801", "+8675583765566;ext=801"),
        ("0755-83765566#801", "+8675583765566;ext=801"),
        ("+86 755 8376 5566 ext. 801", "+8675583765566;ext=801"),
        ("（010）6552 9988", "+861065529988"),
        ("400-820-0100", "+864008200100"),
        ("座机 0755-83765566", "+8675583765566"),
        ("电话：13800138000", "+8613800138000"),
        ("Tel. 0755-83765566 转分机 801", "+8675583765566;ext=801"),
        ("M: +65 9123 4567", "+6591234567"),
        ("tel:+8613800138000", "+8613800138000"),
        ("(852) 9123-4567", "+85291234567"),
        ("00886 912 345 678", "+886912345678"),
        ("微信 13800138000", NotAPhone()),
        ("电话 很多", NotAPhone()),
        ("13800138000", "+8613800138000"),
        ("138-0013-8000", "+8613800138000"),
        ("8613800138000", "+8613800138000"),
        ("+852 2345 6789", "+85223456789"),
        ("852-9123 4567", "+85291234567"),
        ("00852 9123 4567", "+85291234567"),
        ("85291234567", "+85291234567"),
        ("853 6612 3456", "+85366123456"),
        ("6591234567", "+6591234567"),
        ("886912345678", "+886912345678"),
        ("0912-345-678", "+886912345678"),
        ("1-415-555-2671", "+14155552671"),
        ("33912345678", NotAPhone()),  # a slip in a Chinese number is no French one
        ("23800138000", NotAPhone()),
        ("13800138000 张三", NotAPhone()),
        ("13800138000/13900139000", SeveralPhones()),
        ("13800138000、0755-83765566", SeveralPhones()),
        *(
            (typed, "+8613800138000")
            for typed in (
                "13800138000 微信同号",
                "13800138000（微信同号）",
                "138 0013 8000同微信",
                "13800138000/wx同号",
                "13800138000 VX同号",
                "13800138000(V同号)",
                "微信同号13800138000",
                "手机/微信：13800138000",
                "手机（微信同号）：13800138000",
                "13800138000，同步微信",
                "13800138000 加微信",
                "13800138000 (WeChat)",
                "13800138000 same as WeChat",
                "13800138000（李工）",
                "13800138000 王经理",
                "张总监：138 0013 8000",
                "采购部李小姐 13800138000",
                "Mr. Li 13800138000",
            )
        ),
        ("QQ 1380013800", NotAPhone()),  # no telephone
        *(
            (typed, "+8675583765566;ext=801")
            for typed in (
                "0755-83765566(801)",
                "0755-83765566（801）",
                "(0755)83765566-(801)",
                "0755-83765566,801",
                "0755-83765566 801",
                "0755 8376 5566 801",
                "0755-83765566 分机号801",
                "0755-83765566转接801",
            )
        ),
        ("0755-8376(5566)", "+8675583765566"),
        ("0755-83765566/77", NotAPhone()),
        ("13800138000 801", NotAPhone()),  # a mobile has no switchboard
        ("13800138000（停用）", NotAPhone()),
        ("不是李工 13800138000", NotAPhone()),
        *((typed, "+886223456789") for typed in ("02-2345-6789", "(02)2345-6789", "02 23456789", "886-2-2345-6789")),
        ("02-2345-6789#123", "+886223456789;ext=123"),
        ("03-234-5678", "+88632345678"),
        ("049-2345678", "+886492345678"),
        ("0223456789", Whereabouts("+886 2 2345 6789")),  # or one of Tianjin's that lacks a digit
        ("022-2345678", NotAPhone()),
        ("021-1234567", NotAPhone()),
        ("0755-83765566-8012345", NotAPhone()),
        ("12345", NotAPhone()),
        ("没有", NotAPhone()),
        ("", NotAPhone()),
    ],
)
def test_a_phone_number_is_of_china_unless_it_says_otherwise(typed: str, result: str | Flaw) -> None:
    assert identifiers.phone(typed) == result


@pytest.mark.parametrize(
    ("kept", "number", "extension"),
    [
        ("+8613800138000", "138 0013 8000", ""),
        ("+8675583765566", "0755-8376 5566", ""),
        ("+8675583765566;ext=801", "0755-8376 5566", "801"),
        ("+861065529988", "010-6552 9988", ""),
        ("+864008200100", "400 820 0100", ""),
        ("+85291234567", "+852 9123 4567", ""),
        ("+886912345678", "+886 912 345 678", ""),
        ("+86 755 8376 5566 ext. 801", "0755-8376 5566", "801"),
        ("没有", "没有", ""),
    ],
)
def test_a_number_is_shown_in_one_way(kept: str, number: str, extension: str) -> None:
    assert identifiers.written(kept) == ReadableNumber(number, extension)


def test_a_number_is_found_however_its_digits_are_typed() -> None:
    assert identifiers.phone_digits("+8675583765566") == "8675583765566 075583765566"


PHONES = st.builds(
    lambda area, number, extension: f"+86{area}{number}" + (f";ext={extension}" if extension else ""),
    st.sampled_from(["10", "21", "755", "769", "138", "186"]),
    st.integers(20000000, 89999999),
    st.sampled_from(["", "1", "801", "8012"]),
)


@given(PHONES | st.sampled_from(["+85291234567", "+886912345678", "+6591234567", "+14155552671", "+442079460958"]))
def test_what_is_shown_of_a_phone_is_what_is_kept(kept: str) -> None:
    found = identifiers.phone(kept)
    if isinstance(found, Flaw):
        return
    assert found == kept
    shown = identifiers.written(found)
    for joint in (" 转 ", "-", " ext. ") if shown.extension else ("",):
        assert identifiers.phone(f"{shown.number}{joint}{shown.extension}") == found


@pytest.mark.parametrize("typed", ["110101199003078515", "11010519491231002X", "11010519491231002x", "110105491231002", "440301 19900307 8519"])  # fmt: skip
def test_an_identity_card_is_no_credit_code(typed: str) -> None:
    assert identifiers.credit_code(typed) == IdentityCard()
    assert identifiers.issued_code(typed) == IdentityCard()


@given(st.sampled_from(["11", "12", "51", "52", "91", "92", "93"]), bodies)
def test_a_good_credit_code_is_hardly_ever_taken_for_a_card(issuer: str, rest: str) -> None:
    body = issuer + rest[2:]
    code = body + credit_check(body)
    assert identifiers.credit_code(code) in (code, IdentityCard())
    assert identifiers.credit_code(code) == code or (code[:17].isdecimal() and code[6:8] in ("19", "20"))


def test_a_code_that_was_issued_with_another_check_character_can_be_insisted_upon() -> None:
    odd = GOOD[:-1] + "M"
    assert identifiers.credit_code(odd) == WrongCheck()
    assert identifiers.issued_code(odd) == odd
    assert identifiers.issued_code(GOOD[:-1]) == WrongLength(17, 18)


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("138 0013 8000", "+8613800138000"),
        ("＋86 １３８００１３８０００", "+8613800138000"),
        ("+85291234567", "+85291234567"),
        ("0755-83765566", NotMobile()),
        ("1380013800", NotAPhone()),
    ],
)
def test_a_mobile_number_is_a_mobile_number(typed: str, result: str | Flaw) -> None:
    assert identifiers.mobile(typed) == result


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("li.ming@QQ.com", "li.ming@qq.com"),
        (" li＠qq.com ", "li@qq.com"),
        ("li@qq", NotAnEmail()),
        ("li@@qq.com", NotAnEmail()),
        ("李明@qq.com", NotAnEmail()),
        ("qq.com", NotAnEmail()),
        ("", NotAnEmail()),
    ],
)
def test_an_address_is_checked_without_asking_a_network(typed: str, result: str | Flaw) -> None:
    assert identifiers.email(typed) == result


@pytest.mark.parametrize(
    ("typed", "result"),
    [
        ("https://example.com/licence.pdf", "https://example.com/licence.pdf"),
        (" HTTP://Example.COM:8080/a?b=c&d=%20#e ", "http://example.com:8080/a?b=c&d=%20#e"),
        ("https://例子.公司/执照.pdf", "https://xn--fsqu00a.xn--55qx5d/%E6%89%A7%E7%85%A7.pdf"),
        ("http://192.168.1.9/a.pdf", "http://192.168.1.9/a.pdf"),
        ("javascript:alert(1)", NotALink()),
        ("file://host/passwd", NotALink()),
        ("ftp://example.com/a", NotALink()),
        ("//example.com/a", NotALink()),
        ("https://user:secret@example.com/", NotALink()),
        ("https://good.example@evil.example/", NotALink()),
        ("https://localhost/a", NotALink()),
        ("https://-bad-.com/", NotALink()),
        ("https://example.com:99999/", NotALink()),
        ("https://[::1", NotALink()),
        ("https://exa mple.com/", NotALink()),
        ("https://example.com/a b", NotALink()),
        ("https://" + "a" * 64 + ".com/", NotALink()),
        ("https://example.com/" + "a" * 500, NotALink()),
        ("https://example.com/" + "照" * 60, NotALink()),
        ("", NotALink()),
    ],
)
def test_a_link_is_one_that_a_browser_opens_and_a_button_can_carry(typed: str, result: str | Flaw) -> None:
    assert identifiers.link(typed) == result
