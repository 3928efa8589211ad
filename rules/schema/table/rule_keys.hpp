#pragma once

#include "rules/schema/table/values.hpp"
#include "rules/schema/table/words.hpp"

// A rule of a document, and how a project changes one.
namespace vermilion::rules::schema::table {

inline constexpr Key kRuleCheck{
    "check", {Check}, kOptional, "", {"由机器做的检查", "The check a machine makes"}};
inline constexpr Key kRuleReview{
    "review", kTexts, kOptional, "", {"由审核人员回答的问题", "A question a reviewer answers"}};
inline constexpr Key kRuleWith{"with",
                               {Parameters},
                               kOptional,
                               "each at its fallback",
                               {"检查的参数", "Parameters of the check"}};
inline constexpr Key kRuleLevel{
    "level",
    one_of(kLevels),
    kOptional,
    "the finding's own",
    {"问题的轻重：note 提示、warn 转人工、block 退回",
     "How grave: note informs, warn refers to a person, block rejects"}};
inline constexpr Key kRuleWhen{
    "when", kCondition, kOptional, "always", {"何时适用", "When the rule applies"}};
inline constexpr Key kRuleMode{"mode",
                               one_of(kModes),
                               kOptional,
                               "shown",
                               {"log：只记录，不给人看", "log: recorded, never shown"}};
inline constexpr Key kRuleApplicant{"applicant",
                                    kTemplates,
                                    kOptional,
                                    "the finding's own text",
                                    {"给经办人看的文字", "What the applicant reads"}};
inline constexpr Key kRuleReviewer{"reviewer",
                                   kTemplates,
                                   kOptional,
                                   "the finding's own text",
                                   {"给审核人员看的文字", "What the reviewer reads"}};

inline constexpr auto kCheckOrReview = std::to_array<std::string_view>({"check", "review"});

inline constexpr std::array kRuleKeys{
    Key{"rule", kId, kRequired, "", {"规则的标识", "The rule's identifier"}},
    kRuleCheck,
    kRuleReview,
    kRuleWith,
    kRuleLevel,
    Key{"source", kSource, kRequired, "", kSourceSummary},
    kRuleWhen,
    kRuleMode,
    kRuleApplicant,
    kRuleReviewer};
inline constexpr Shape kRule{
    "rule", {"文件的一条规则", "A rule of a document"}, kRuleKeys, "rule", kCheckOrReview, true};
inline constexpr Value kRuleValue = object(kRule);

inline constexpr std::array kRuleChangeKeys{
    Key{"rule",
        kId,
        kRequired,
        "",
        {"要改的规则；新的标识则是加一条", "The rule to change; a new identifier adds one"}},
    kRuleCheck,
    kRuleReview,
    kRuleWith,
    kRuleLevel,
    Key{"source", kSource, kOptional, "the rule's own", kSourceSummary},
    kRuleWhen,
    kRuleMode,
    kRuleApplicant,
    kRuleReviewer,
    Key{"off",
        kBoolean,
        kOptional,
        "false",
        {"true：本项目不用这条规则", "true: the project leaves the rule out"}}};
inline constexpr Shape kRuleChange{"rule_change",   {"改动一条规则", "A change of a rule"},
                                   kRuleChangeKeys, "rule",
                                   kCheckOrReview,  false};
inline constexpr Value kRuleChangeValue = object(kRuleChange);

}  // namespace vermilion::rules::schema::table
