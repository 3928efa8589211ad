#pragma once

#include "rules/order_facts.hpp"
#include "rules/schema/table/document_keys.hpp"
#include "rules/schema/table/operation_keys.hpp"

// A project.
namespace vermilion::rules::schema::table {

inline const std::array kRegionKeys{
    Key{"prefix",
        {.kind = Word, .words = provinces()},
        kRequired,
        "",
        {"信用代码里省份的两位数字，如 \"36\"",
         "Two digits of the province in the credit code, such as \"36\""}},
    Key{"organisations",
        one_of(kInsideOutside),
        kRequired,
        "",
        {"inside 省内、outside 省外、any 不限", "inside or outside the province, or any"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline const Shape kRegion{"region", {"单位所在地", "Where the organisation is"}, kRegionKeys};

inline constexpr std::array kEligibilityKeys{
    Key{"ask", kTexts, kRequired, "", {"问经办人的问题", "What the applicant is asked"}},
    Key{"otherwise",
        one_of(kHall),
        kRequired,
        "",
        {"答否时：hall 到现场办理", "On no: hall, at the counter"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
inline constexpr Shape kEligibility{"eligibility", {"申请条件", "Who may apply"}, kEligibilityKeys};
inline constexpr Value kEligibilityValue = object(kEligibility);

inline constexpr Value kAnyOperation = one_of(kAllOperations);
inline constexpr std::array kHallKeys{
    Key{"operations",
        list_of(kAnyOperation),
        kRequired,
        "",
        {"只能现场办理的业务", "Operations of the counter only"}},
    Key{"notice", kTexts, kRequired, "", {"提示", "What is shown"}},
    Key{"phone", kText, kOptional, "", {"咨询电话", "The phone to call"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline constexpr Shape kHallOnly{"hall_only", {"只能现场办理", "At the counter only"}, kHallKeys};

inline constexpr std::array kAgreementKeys{
    kName,
    Key{"version",
        kText,
        kOptional,
        "1",
        {"版本；文字改了就换一个，经办人须重新同意",
         "Its version; after another the applicant accepts anew"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
inline constexpr Shape kAgreement{"agreement", {"协议", "The agreement"}, kAgreementKeys};

inline constexpr std::array kVerificationKeys{
    Key{"legal_person",
        kBoolean,
        kRequired,
        "",
        {"是否需要法人核验", "Whether the legal person is verified"}},
    Key{"per_order", kBoolean, kOptional, "false", {"每个订单都要核验一次", "Anew for each order"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
inline constexpr Shape kVerification{
    "verification", {"法人核验", "Verification of the legal person"}, kVerificationKeys};

inline constexpr std::array kMainKeyKeys{
    Key{"one_per_organisation",
        kBoolean,
        kRequired,
        "",
        {"每个单位只能有一个主锁", "An organisation has one main key"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
inline constexpr Shape kMainKey{"main_key", {"主锁", "The main key"}, kMainKeyKeys};

inline constexpr Value kPayment = one_of(kPayments);
inline constexpr std::array kPaymentKeys{
    Key{"methods", list_of(kPayment), kRequired, "", {"付款方式", "How it can be paid"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline constexpr Shape kPaymentShape{"payment", {"付款", "Payment"}, kPaymentKeys};

inline constexpr std::array kFreightKeys{
    Key{"to_us",
        one_of(kPayers),
        kRequired,
        "",
        {"寄来的运费：applicant 经办人付、collect 到付、unset 未定",
         "Who pays the way here: applicant, collect, or unset"}},
    Key{"to_applicant",
        one_of(kPayers),
        kRequired,
        "",
        {"寄回的运费：applicant 经办人付、collect 到付、unset 未定",
         "Who pays the way back: applicant, collect, or unset"}},
    Key{"courier", one_of(kCouriers), kOptional, "any", {"快递公司", "The courier"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline constexpr Shape kFreight{"freight", {"运费", "Freight"}, kFreightKeys};

inline constexpr Value kWorkingDays = whole(1, 60, "working_days");
inline constexpr std::array kSlaKeys{
    Key{"making", kWorkingDays, kRequired, "", {"制作证书", "Making the certificate"}},
    Key{"making_alarm",
        kWorkingDays,
        kOptional,
        "",
        {"制作到几天时提醒", "When making is overdue for us"}},
    Key{"invoice", kWorkingDays, kOptional, "", {"开发票", "Writing the invoice"}},
    Key{"invoice_late",
        kWorkingDays,
        kOptional,
        "",
        {"制证之后才提交开票信息时，几天内开发票",
         "Writing it when its data came after the making"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
inline constexpr Shape kSla{"sla", {"办理时限", "How long it takes"}, kSlaKeys};

inline constexpr Value kSlotOrOrder{.kind = Slot, .words = kOrder};
inline constexpr auto kSameOrDifferent = std::to_array<std::string_view>({"same", "different"});
inline constexpr std::array kCompareKeys{
    Key{"rule", kId, kRequired, "", {"规则的标识", "The rule's identifier"}},
    Key{"same",
        one_of(kFacts),
        kOptional,
        "",
        {"各处必须相同的信息", "The fact that must be the same"}},
    Key{"different",
        one_of(kDifferent),
        kOptional,
        "",
        {"各处必须不同的图像", "The picture that must differ"}},
    Key{"in",
        list_of(kSlotOrOrder),
        kRequired,
        "",
        {"比较哪几份文件；order 是订单", "The documents compared; order is the order itself"}},
    Key{"finding",
        {Finding},
        kRequired,
        "",
        {"不符时的问题代码", "The finding when it does not hold"}},
    Key{"source", kSource, kRequired, "", kSourceSummary},
    kRuleLevel,
    kRuleWhen,
    kRuleMode,
    kRuleApplicant,
    kRuleReviewer};
inline constexpr Shape kCompare{
    "compare",        {"文件之间的比较", "A comparison across documents"},
    kCompareKeys,     "rule",
    kSameOrDifferent, true};
inline constexpr Value kCompareValue = object(kCompare);

inline constexpr std::array kPaperKeys{
    Key{"slot", {Slot}, kRequired, "", {"哪份文件", "The document"}},
    Key{"original", kBoolean, kOptional, "true", {"寄原件", "The original is mailed"}},
    Key{"note", kTexts, kOptional, "", {"说明", "What to mind"}},
    Key{"when", kCondition, kOptional, "always", {"何时需要", "When it is asked for"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
inline constexpr Shape kPaper{
    "paper", {"邮寄的一份纸质资料", "A paper to be mailed"}, kPaperKeys, "slot"};
inline constexpr Value kPaperValue = object(kPaper);

inline constexpr std::array kSourcedTextKeys{
    Key{"zh", kText, kRequired, "", {"中文", "In Chinese"}},
    Key{"en", kText, kRequired, "", {"英文", "In English"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline constexpr Shape kSourcedText{
    "sourced_text",
    {"有出处的中英文文字", "A text in both languages and its source"},
    kSourcedTextKeys};
inline constexpr Value kSourcedTexts = object(kSourcedText);

inline constexpr std::array kTextsKeys{
    Key{"applicant_intro", kSourcedTexts, kOptional, "", {"办理流程", "How it goes"}},
    Key{"mailing", kSourcedTexts, kOptional, "", {"邮寄说明", "How to mail"}},
    Key{"contact", kSourcedTexts, kOptional, "", {"联系方式", "How to get in touch"}},
    Key{"payment", kSourcedTexts, kOptional, "", {"付款说明", "How to pay"}}};
inline constexpr Shape kTextsShape{"texts", {"给经办人的文字", "Texts for applicants"}, kTextsKeys};

inline constexpr std::array kProjectKeys{
    Key{"project",
        kId,
        kRequired,
        "",
        {"项目的标识，与文件名相同", "The project's identifier, as the file is named"}},
    kName,
    Key{"source", kSource, kRequired, "", kSourceSummary},
    Key{"draft",
        kBoolean,
        kOptional,
        "false",
        {"true：草稿，不对外", "true: not shown to applicants yet"}},
    Key{"scope", kTexts, kRequired, "", {"证书用在哪里", "What the certificate is for"}},
    Key{"region", object(kRegion), kOptional, "any", {"单位所在地", "Where the organisation is"}},
    Key{"eligibility", list_of(kEligibilityValue), kOptional, "", {"申请条件", "Who may apply"}},
    Key{"hall_only",
        object(kHallOnly),
        kOptional,
        "",
        {"只能现场办理的业务", "What is done at the counter only"}},
    Key{"agreement",
        object(kAgreement),
        kOptional,
        "none",
        {"要同意的协议", "The agreement to accept"}},
    Key{"verification",
        object(kVerification),
        kRequired,
        "",
        {"法人核验", "Verification of the legal person"}},
    Key{"main_key", object(kMainKey), kOptional, "", {"主锁", "The main key"}},
    Key{"operations",
        map_of(kOperationName, kOperationValue),
        kRequired,
        "",
        {"可办的业务", "What can be applied for"}},
    Key{"payment", object(kPaymentShape), kRequired, "", {"付款", "Payment"}},
    Key{"freight", object(kFreight), kRequired, "", {"运费", "Freight"}},
    Key{"sla", object(kSla), kRequired, "", {"办理时限", "How long it takes"}},
    Key{"documents",
        list_of(kSlotValue),
        kRequired,
        "",
        {"要上传的文件", "The documents to upload"}},
    Key{"compare",
        list_of(kCompareValue),
        kOptional,
        "",
        {"文件之间的比较", "Comparisons across documents"}},
    Key{"paper",
        list_of(kPaperValue),
        kRequired,
        "",
        {"邮寄的纸质资料，按此顺序", "The papers to mail, in this order"}},
    Key{"texts", object(kTextsShape), kOptional, "", {"给经办人的文字", "Texts for applicants"}}};
inline constexpr Shape kProject{"project", {"项目", "A project"}, kProjectKeys};

}  // namespace vermilion::rules::schema::table
