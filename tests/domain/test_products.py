"""产品领域: two levels, found by what people make."""

import pytest

from domain.base import policy
from domain.products import domains as products
from domain.products.domains import Product

POLICY = policy.default()


def test_the_table_has_two_levels() -> None:
    assert [each.label for each in products.domains(POLICY)][:3] == ["家电", "电机控制", "工业控制"]
    assert [each.label for each in products.products_of(POLICY, "照明")] == [
        "照明 · LED驱动",
        "照明 · 应急灯",
        "照明 · 智能灯",
    ]
    assert products.products_of(POLICY, "其它") == ()
    assert products.products_of(POLICY, "火箭") == ()


def test_a_domain_is_found_by_its_products_and_a_product_by_its_domain() -> None:
    assert "空调" in products.search_text(POLICY, Product("家电"))
    assert "家电" in products.search_text(POLICY, Product("家电", "空调"))


def test_everything_that_can_be_chosen_is_known_by_its_label() -> None:
    every = products.everything(POLICY)
    assert len({each.label for each in every}) == len(every) == 12 + 50
    assert all(products.known(POLICY, each.label) == each for each in every)


@pytest.mark.parametrize(
    ("label", "product"),
    [
        ("家电·空调", Product("家电", "空调")),
        ("照明 · led驱动", Product("照明", "LED驱动")),
        ("其它", Product("其它")),
        ("空调", None),
        ("", None),
    ],
)
def test_a_label_may_be_spaced_freely_but_nothing_is_guessed(label: str, product: Product | None) -> None:
    assert products.known(POLICY, label) == product


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("电饭锅", ["家电 · 电饭煲"]),
        ("扫地机器人", ["家电 · 吸尘器"]),
        ("家电·空调", ["家电 · 空调"]),
        ("tws", ["消费电子 · 耳机"]),
        ("其他", ["其它"]),
        ("仪表", ["汽车电子 · 仪表"]),
        ("火箭", []),
        ("", []),
    ],
)
def test_a_product_goes_by_several_names(name: str, labels: list[str]) -> None:
    assert [each.label for each in products.find(POLICY, name)] == labels


def test_no_two_products_go_by_one_synonym() -> None:
    own = {each.example or each.domain for each in products.everything(POLICY)}
    words = [word for each in POLICY.product_synonyms for word in each.words]
    assert own.isdisjoint(words)
    assert all(len(products.find(POLICY, word)) == 1 for word in words)
