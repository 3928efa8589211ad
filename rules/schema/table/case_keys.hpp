#pragma once

#include "rules/order_facts.hpp"
#include "rules/schema/table/values.hpp"
#include "rules/schema/table/words.hpp"

// The cases beside a project.
namespace vermilion::rules::schema::table {

inline constexpr Value kDefectName{Defect};
inline constexpr Value kStrength{.kind = Number, .min = 0, .max = 1000};
inline constexpr Value kPlanted = map_of(kDefectName, kStrength);
inline constexpr std::array kSampleKeys{
    Key{"document", {Sample}, kRequired, "", {"画哪种样张", "The sample document to draw"}},
    Key{"seed", whole(0, 4294967295.0, ""), kOptional, "1", {"随机种子", "The seed"}},
    Key{"copy",
        one_of(kCopies),
        kOptional,
        "black_and_white",
        {"彩色或黑白复印", "A copy in colour or black and white"}},
    Key{"dpi", whole(50, 600, "dpi"), kOptional, "200", {"分辨率", "Resolution"}},
    Key{"defects",
        list_of(kPlanted),
        kOptional,
        "",
        {"缺陷及其程度", "Defects and their strength"}}};
inline constexpr Shape kSample{"sample", {"一张样张", "A synthetic document"}, kSampleKeys};

inline constexpr std::array kHandedInKeys{
    Key{"slot", {Slot}, kRequired, "", {"哪份文件", "The document of the order"}},
    Key{"alternative",
        {Document},
        kOptional,
        "",
        {"任选的文件中的哪一种", "Which of the types to choose from"}},
    Key{"sample", object(kSample), kRequired, "", {"样张", "What is handed in"}}};
inline constexpr Shape kHandedIn{
    "handed_in", {"上传的一份文件", "A document handed in"}, kHandedInKeys, "slot"};
inline constexpr Value kHandedInValue = object(kHandedIn);

inline const std::array kOrderKeys{
    Key{"operation", {Operation}, kOptional, "", {"业务", "The operation"}},
    Key{"variant", {Variant}, kOptional, "", {"锁的种类", "The kind of key"}},
    Key{"credit_code", kText, kOptional, "", {"统一社会信用代码", "The credit code"}},
    Key{"organisation", kText, kOptional, "", {"单位名称", "The organisation's name"}},
    Key{"organisation_kind",
        {.kind = Word, .words = organisation_kinds()},
        kOptional,
        "",
        {"单位性质", "What kind of organisation"}},
    Key{"province",
        {.kind = Word, .words = provinces()},
        kOptional,
        "",
        {"省份，两位数字", "The province, two digits"}},
    Key{"order_number", kText, kOptional, "", {"订单编号", "The order number"}},
    Key{"legal_person", kText, kOptional, "", {"法人姓名", "The legal person's name"}},
    Key{"agent", kText, kOptional, "", {"经办人姓名", "The agent's name"}},
    Key{"agent_id", kText, kOptional, "", {"经办人身份证号", "The agent's identity number"}},
    Key{"jiangxi_head", kText, kOptional, "", {"入赣负责人姓名", "The head in Jiangxi"}},
    Key{"date",
        kText,
        kOptional,
        "",
        {"判断的日期，如 2026-11-21", "The day it is judged on, as 2026-11-21"}},
    Key{"legal_person_verified",
        kBoolean,
        kOptional,
        "",
        {"法人已核验", "The legal person was verified"}},
    Key{"main_key_exists",
        kBoolean,
        kOptional,
        "",
        {"单位已有主锁", "The organisation has a main key"}}};
inline const Shape kOrderShape{"order", {"订单的信息", "Facts of the order"}, kOrderKeys};

inline constexpr Value kFindingOrRule{FindingOrRule};
inline constexpr auto kSampleOrDocuments = std::to_array<std::string_view>({"sample", "documents"});
inline constexpr Value kExpected{.kind = List, .item = &kFindingOrRule, .may_be_empty = true};
inline constexpr auto kExpectations =
    std::to_array<std::string_view>({"must", "must_not", "todo", "verdict"});
inline const std::array kCaseKeys{
    Key{"name", kText, kRequired, "", {"用例的名称", "What the case shows"}},
    Key{"slot", {Slot}, kOptional, "", {"哪份文件", "The document of the order"}},
    Key{"alternative",
        {Document},
        kOptional,
        "",
        {"任选的文件中的哪一种", "Which of the types to choose from"}},
    Key{"sample", object(kSample), kOptional, "", {"样张", "What is handed in"}},
    Key{"documents",
        list_of(kHandedInValue),
        kOptional,
        "",
        {"整个订单的文件", "All documents of an order"}},
    Key{"order", object(kOrderShape), kOptional, "", {"订单的信息", "Facts of the order"}},
    Key{"must",
        kExpected,
        kOptional,
        "",
        {"必须报出的问题代码或规则", "Findings or rules that must speak"}},
    Key{"must_not",
        kExpected,
        kOptional,
        "",
        {"不得报出的问题代码或规则", "Findings or rules that must not"}},
    Key{"todo",
        kExpected,
        kOptional,
        "",
        {"应当报出而现在还做不到的", "What should speak and does not yet"}},
    Key{"verdict", one_of(kVerdicts), kOptional, "", {"结论", "The verdict"}}};
inline const Shape kCase{"case", {"用例", "A case"}, kCaseKeys, "name", kSampleOrDocuments,
                         false,  kExpectations};
inline const Value kCaseValue = object(kCase);

inline const std::array kCasesKeys{
    Key{"project", {Project}, kRequired, "", {"测试哪个项目", "The project under test"}},
    Key{"cases", list_of(kCaseValue), kRequired, "", {"用例", "The cases"}}};
inline const Shape kCases{"cases", {"项目的用例", "Cases of a project"}, kCasesKeys};

}  // namespace vermilion::rules::schema::table
