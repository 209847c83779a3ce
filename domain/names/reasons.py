"""Why two names are alike, or aren't: the words a manager reads (domain terms, shown as they are)."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """The value is the word shown."""

    IDENTICAL = "同名"
    WRITING = "写法"
    """Width, case, blanks, punctuation, brackets."""
    TRADITIONAL = "繁体"
    SAME_SHAPE = "同形字"
    """Letters of another alphabet, or other characters, that the eye can't tell apart."""
    ALIAS = "别名"
    SAME_CODE = "信用代码相同"
    OTHER_CODE = "信用代码不同"
    ABBREVIATION = "简称"
    REGION_MISSING = "地区缺失"
    REGION_WRITING = "地区写法"
    """市 added or dropped, or the place stands elsewhere in the name."""
    REGION_LEVEL = "地区层级"
    OTHER_REGION = "异地"
    OTHER_LEGAL_FORM = "后缀不同"
    ONE_WRONG = "错一字"
    TWO_WRONG = "错两字"
    ONE_MORE = "多一字"
    ONE_LESS = "少一字"
    LOOKS_ALIKE = "形近"
    CHARACTERS_SWAPPED = "字序"
    WORDS_SWAPPED = "词序"
    HOMOPHONE = "同音"
    BRANCH = "分支机构"
    TRADE_MORE_OR_LESS = "行业增减"
    OTHER_TRADE = "行业不同"
    CARRIED = "名中名"
    """The name stands within the other text, beside another name or behind words that are no part of it."""
    OTHER_NUMBER = "序号不同"
    NO_BRAND = "无字号"
    """Only words that nobody owns: the region is what tells such names apart."""
    OTHER_BRAND = "字号不同"
