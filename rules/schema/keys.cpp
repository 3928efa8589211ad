#include "rules/schema/keys.hpp"

#include "pipeline/limits.hpp"
#include "rules/order_facts.hpp"

#include <algorithm>
#include <array>

namespace vermilion::rules::schema {
namespace {

using enum ValueKind;

constexpr bool kRequired = true;
constexpr bool kOptional = false;

constexpr Value whole(double min, double max, std::string_view unit) {
  return {.kind = Whole, .min = min, .max = max, .unit = unit};
}

template <std::size_t N>
constexpr Value one_of(const std::array<std::string_view, N>& words) {
  return {.kind = Word, .words = words};
}

constexpr Value list_of(const Value& item) {
  return {.kind = List, .item = &item};
}

constexpr Value map_of(const Value& name, const Value& item) {
  return {.kind = Map, .item = &item, .name = &name};
}

constexpr Value object(const Shape& shape) {
  return {.kind = Object, .shape = &shape};
}

constexpr Value kText{Text};
constexpr Value kTemplate{Template};
constexpr Value kId{Id};
constexpr Value kBoolean{Boolean};
constexpr Value kCondition{Condition};

constexpr Value kOneSource{Source};
constexpr Value kSource{.kind = List, .item = &kOneSource, .scalar_too = true};
constexpr Words kSourceSummary{"出自哪份资料的哪一条", "The document and item that ask for it"};

// ---- words

using Strings = std::string_view;

constexpr std::array kLevels{Strings{"note"}, Strings{"warn"}, Strings{"block"}};
constexpr std::array kModes{Strings{"log"}};
constexpr std::array kFormats{Strings{"jpeg"}, Strings{"png"}, Strings{"bmp"}};
constexpr std::array kTitles{Strings{"business_licence"},
                             Strings{"electronic_licence"},
                             Strings{"institution_certificate"},
                             Strings{"association_certificate"},
                             Strings{"medical_licence"},
                             Strings{"code_certificate"},
                             Strings{"id_card"},
                             Strings{"application_form"},
                             Strings{"authorisation_letter"},
                             Strings{"seal_sheet"},
                             Strings{"appointment_letter"},
                             Strings{"refund_letter"}};
constexpr std::array kPlaces{Strings{"blank"}, Strings{"business_scope"}, Strings{"id_card_back"},
                             Strings{"signing_name"}};
constexpr std::array kSigners{Strings{"organisation"}, Strings{"legal_person"},
                              Strings{"jiangxi_head"}};
constexpr std::array kSigns{Strings{"seal"}, Strings{"signature"}};
constexpr std::array kSealShapes{Strings{"round"}, Strings{"oval"}, Strings{"square"},
                                 Strings{"rectangle"}};
constexpr std::array kHall{Strings{"hall"}};
constexpr std::array kOperations{Strings{"new"}, Strings{"reissue"}, Strings{"renew"}};
constexpr std::array kAllOperations{Strings{"new"}, Strings{"reissue"}, Strings{"renew"},
                                    Strings{"change"}, Strings{"cancel"}};
constexpr std::array kInsideOutside{Strings{"inside"}, Strings{"outside"}, Strings{"any"}};
constexpr std::array kSections{Strings{"organisation"}, Strings{"legal_person"},
                               Strings{"agent"},        Strings{"invoice"},
                               Strings{"recipient"},    Strings{"certificate"}};
constexpr std::array kPeople{Strings{"legal_person"}, Strings{"agent"}, Strings{"recipient"}};
constexpr std::array kUnset{Strings{"unset"}};
constexpr std::array kFeePer{Strings{"certificate"}, Strings{"year"}};
constexpr std::array kNone{Strings{"none"}};
constexpr std::array kPayments{Strings{"wechat"}, Strings{"alipay"}};
constexpr std::array kPayers{Strings{"applicant"}, Strings{"collect"}, Strings{"unset"}};
constexpr std::array kCouriers{Strings{"SF"}, Strings{"EMS"}};
constexpr std::array kFacts{
    Strings{"credit_code"}, Strings{"organisation"}, Strings{"legal_person"}, Strings{"agent"},
    Strings{"agent_id"},    Strings{"jiangxi_head"}, Strings{"order_number"}};
constexpr std::array kDifferent{Strings{"image"}, Strings{"seal"}};
constexpr std::array kOrder{Strings{"order"}};
constexpr std::array kCopies{Strings{"colour"}, Strings{"black_and_white"}};
constexpr std::array kVerdicts{Strings{"accept"}, Strings{"refer"}, Strings{"reject"},
                               Strings{"unreadable"}};
constexpr std::array kFindingWords{Strings{"detected"}, Strings{"detail"},    Strings{"edges"},
                                   Strings{"expected"}, Strings{"extension"}, Strings{"meant"},
                                   Strings{"printed"},  Strings{"read"},      Strings{"title"}};

// ---- texts

constexpr std::array kTranslatedKeys{Key{"zh", kText, kRequired, "", {"中文", "In Chinese"}},
                                     Key{"en", kText, kRequired, "", {"英文", "In English"}}};
constexpr Shape kTranslated{
    "translated", {"中英文文字", "A text in both languages"}, kTranslatedKeys};
constexpr Value kTexts = object(kTranslated);

constexpr std::array kTemplatesKeys{Key{"zh", kTemplate, kRequired, "", {"中文", "In Chinese"}},
                                    Key{"en", kTemplate, kRequired, "", {"英文", "In English"}}};
constexpr Shape kTemplatesShape{"template",
                                {"中英文文字，可用 {value}、{threshold} 等",
                                 "A text in both languages, with {value}, {threshold} and others"},
                                kTemplatesKeys};
constexpr Value kTemplates = object(kTemplatesShape);

// ---- rules of a document

constexpr Key kRuleCheck{
    "check", {Check}, kOptional, "", {"由机器做的检查", "The check a machine makes"}};
constexpr Key kRuleReview{
    "review", kTexts, kOptional, "", {"由审核人员回答的问题", "A question a reviewer answers"}};
constexpr Key kRuleWith{"with",
                        {Parameters},
                        kOptional,
                        "each at its fallback",
                        {"检查的参数", "Parameters of the check"}};
constexpr Key kRuleLevel{"level",
                         one_of(kLevels),
                         kOptional,
                         "the finding's own",
                         {"问题的轻重：note 提示、warn 转人工、block 退回",
                          "How grave: note informs, warn refers to a person, block rejects"}};
constexpr Key kRuleWhen{
    "when", kCondition, kOptional, "always", {"何时适用", "When the rule applies"}};
constexpr Key kRuleMode{"mode",
                        one_of(kModes),
                        kOptional,
                        "shown",
                        {"log：只记录，不给人看", "log: recorded, never shown"}};
constexpr Key kRuleApplicant{"applicant",
                             kTemplates,
                             kOptional,
                             "the finding's own text",
                             {"给经办人看的文字", "What the applicant reads"}};
constexpr Key kRuleReviewer{"reviewer",
                            kTemplates,
                            kOptional,
                            "the finding's own text",
                            {"给审核人员看的文字", "What the reviewer reads"}};

constexpr std::array kCheckOrReview{Strings{"check"}, Strings{"review"}};

constexpr std::array kRuleKeys{
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
constexpr Shape kRule{
    "rule", {"文件的一条规则", "A rule of a document"}, kRuleKeys, "rule", kCheckOrReview, true};
constexpr Value kRuleValue = object(kRule);

constexpr std::array kRuleChangeKeys{
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
constexpr Shape kRuleChange{"rule_change",   {"改动一条规则", "A change of a rule"},
                            kRuleChangeKeys, "rule",
                            kCheckOrReview,  false};
constexpr Value kRuleChangeValue = object(kRuleChange);

// ---- documents

constexpr Value kFormat = one_of(kFormats);
constexpr std::array kFilesKeys{Key{"formats",
                                    list_of(kFormat),
                                    kRequired,
                                    "",
                                    {"可以上传的格式", "Formats that may be uploaded"}},
                                Key{"max_bytes",
                                    whole(1024, pipeline::limits::kFileBytesCeiling, "bytes"),
                                    kOptional,
                                    "1048576",
                                    {"文件大小的上限", "The largest file"}},
                                Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kFiles{"files", {"上传的文件", "What may be uploaded"}, kFilesKeys};

constexpr Value kSign = one_of(kSigns);
constexpr std::array kSignedKeys{
    Key{"by", one_of(kSigners), kRequired, "", {"谁盖章或签字", "Who stamps or signs"}},
    Key{"with",
        list_of(kSign),
        kRequired,
        "",
        {"盖章（seal）或签字（signature）；写两个为任选其一",
         "Seal or signature; both: either of them"}},
    Key{"shape", one_of(kSealShapes), kOptional, "any", {"印章的形状", "The seal's shape"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kSigned{"signed", {"盖章和签字", "A stamp or signature"}, kSignedKeys, "by"};
constexpr Value kSignedValue = object(kSigned);

constexpr Value kTitle = one_of(kTitles);
constexpr Value kPlace = one_of(kPlaces);

constexpr Key kName{"name", kTexts, kRequired, "", {"名称", "What it is called"}};
constexpr Key kOwnName{"name", kTexts, kOptional, "the type's", {"名称", "What it is called"}};
constexpr Key kHelp{"help",
                    kTexts,
                    kOptional,
                    "",
                    {"上传前告诉经办人的话", "What the applicant is told beforehand"}};
constexpr Key kKinds{"kinds",
                     list_of(kTitle),
                     kOptional,
                     "",
                     {"标题可以是哪几种证照", "The kinds its title may name"}};
constexpr Key kFilesKey{
    "files", object(kFiles), kOptional, "", {"文件的格式和大小", "Format and size of the file"}};
constexpr Key kMayCover{"seal_may_cover",
                        list_of(kPlace),
                        kOptional,
                        "anywhere",
                        {"印章可以盖在哪里", "Where a seal may stand"}};
constexpr Key kSignedKey{
    "signed", list_of(kSignedValue), kOptional, "", {"谁要盖章或签字", "Who must stamp or sign"}};

constexpr std::array kDocumentKeys{
    Key{"document",
        kId,
        kRequired,
        "",
        {"文件种类的标识，与文件名相同", "The type's identifier, as the file is named"}},
    kName,
    kHelp,
    kKinds,
    kFilesKey,
    kMayCover,
    kSignedKey,
    Key{"checks", list_of(kRuleValue), kRequired, "", {"规则", "The rules"}}};
constexpr Shape kDocument{"document", {"文件种类", "A document type"}, kDocumentKeys};

constexpr std::array kOverrideKeys{kOwnName,
                                   kHelp,
                                   kKinds,
                                   kFilesKey,
                                   kMayCover,
                                   kSignedKey,
                                   Key{"checks",
                                       list_of(kRuleChangeValue),
                                       kOptional,
                                       "",
                                       {"要改动的规则", "The rules to change"}}};
constexpr Shape kOverride{
    "override",
    {"本项目与文件种类不同之处", "Where the project differs from the document type"},
    kOverrideKeys};

constexpr Key kOverrideKey{"override",
                           object(kOverride),
                           kOptional,
                           "",
                           {"与文件种类不同之处", "Where it differs from the type"}};

constexpr std::array kAlternativeKeys{
    Key{"type", {Document}, kRequired, "", {"文件种类", "The document type"}}, kOverrideKey,
    Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kAlternative{"alternative",
                             {"可以任选的一种文件", "One of the documents to choose from"},
                             kAlternativeKeys,
                             "type"};
constexpr Value kAlternativeValue = object(kAlternative);

constexpr std::array kTypeOrAnyOf{Strings{"type"}, Strings{"any_of"}};
constexpr std::array kSlotKeys{
    Key{"slot",
        kId,
        kRequired,
        "",
        {"这份文件在订单里的标识", "The document's identifier in the order"}},
    Key{"type", {Document}, kOptional, "", {"文件种类", "The document type"}},
    Key{"any_of", list_of(kAlternativeValue), kOptional, "", {"任选一种", "One of several types"}},
    kOverrideKey,
    Key{"when", kCondition, kOptional, "always", {"何时需要", "When it is asked for"}},
    kOwnName,
    kHelp,
    Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kSlot{
    "slot", {"订单里的一份文件", "A document of the order"}, kSlotKeys, "slot", kTypeOrAnyOf, true};
constexpr Value kSlotValue = object(kSlot);

// ---- operations

constexpr Value kSection = one_of(kSections);
constexpr Value kPerson = one_of(kPeople);
constexpr std::array kFormKeys{Key{"sections",
                                   list_of(kSection),
                                   kRequired,
                                   "",
                                   {"订单表填哪几部分", "What the order form asks"}},
                               Key{"mobile",
                                   list_of(kPerson),
                                   kOptional,
                                   "",
                                   {"谁的电话必须是手机号", "Whose phone must be a mobile"}},
                               Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kForm{"form", {"订单表", "The order form"}, kFormKeys};
constexpr Key kFormKey{"form", object(kForm), kOptional, "", {"订单表", "The order form"}};

constexpr std::array kWindowKeys{Key{"before_days",
                                     whole(0, 3650, "days"),
                                     kRequired,
                                     "",
                                     {"到期前多少天起可以办理", "From so many days before expiry"}},
                                 Key{"after_days",
                                     whole(0, 3650, "days"),
                                     kRequired,
                                     "",
                                     {"到期后多少天内可以办理", "To so many days after it"}},
                                 Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kWindow{"window", {"办理的时间", "When it can be done"}, kWindowKeys};

// A fee in fen; 100 000 yuan would be a slip of the finger.
constexpr Value kFee{.kind = Whole, .min = 0, .max = 10'000'000, .unit = "fen", .words = kUnset};
constexpr std::array kVariantKeys{
    kName,
    Key{"fee",
        kFee,
        kRequired,
        "",
        {"价格，以分为单位；unset 为未定", "The price in fen; unset: not known yet"}},
    Key{"fee_per",
        one_of(kFeePer),
        kOptional,
        "certificate",
        {"按证书或按年收费", "For each certificate or year"}},
    Key{"seal",
        kBoolean,
        kOptional,
        "false",
        {"是否含电子签章", "Whether it carries an electronic seal"}},
    kFormKey,
    Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kVariant{"variant", {"锁的种类", "A kind of key"}, kVariantKeys};
constexpr Value kVariantValue = object(kVariant);

constexpr std::array kOperationKeys{
    Key{"source", kSource, kRequired, "", kSourceSummary},
    Key{"variants", map_of(kId, kVariantValue), kRequired, "", {"可选的锁", "The kinds of key"}},
    Key{"documents",
        one_of(kNone),
        kOptional,
        "the project's",
        {"none：不需要资料", "none: no document is asked for"}},
    kFormKey,
    Key{"notice", kTexts, kOptional, "", {"办理前的提示", "What is shown beforehand"}},
    Key{"revokes_chosen",
        kBoolean,
        kOptional,
        "false",
        {"制作新证书时吊销所选的旧证书",
         "The chosen certificate is revoked when the new one is made"}},
    Key{"window", object(kWindow), kOptional, "any time", {"办理的时间", "When it can be done"}}};
constexpr Shape kOperation{"operation", {"业务", "An operation"}, kOperationKeys};
constexpr Value kOperationValue = object(kOperation);
constexpr Value kOperationName = one_of(kOperations);

// ---- the project

const std::array kRegionKeys{
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
const Shape kRegion{"region", {"单位所在地", "Where the organisation is"}, kRegionKeys};

constexpr std::array kEligibilityKeys{
    Key{"ask", kTexts, kRequired, "", {"问经办人的问题", "What the applicant is asked"}},
    Key{"otherwise",
        one_of(kHall),
        kRequired,
        "",
        {"答否时：hall 到现场办理", "On no: hall, at the counter"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kEligibility{"eligibility", {"申请条件", "Who may apply"}, kEligibilityKeys};
constexpr Value kEligibilityValue = object(kEligibility);

constexpr Value kAnyOperation = one_of(kAllOperations);
constexpr std::array kHallKeys{
    Key{"operations",
        list_of(kAnyOperation),
        kRequired,
        "",
        {"只能现场办理的业务", "Operations of the counter only"}},
    Key{"notice", kTexts, kRequired, "", {"提示", "What is shown"}},
    Key{"phone", kText, kOptional, "", {"咨询电话", "The phone to call"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kHallOnly{"hall_only", {"只能现场办理", "At the counter only"}, kHallKeys};

constexpr std::array kAgreementKeys{kName, Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kAgreement{"agreement", {"协议", "The agreement"}, kAgreementKeys};

constexpr std::array kVerificationKeys{
    Key{"legal_person",
        kBoolean,
        kRequired,
        "",
        {"是否需要法人核验", "Whether the legal person is verified"}},
    Key{"per_order", kBoolean, kOptional, "false", {"每个订单都要核验一次", "Anew for each order"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kVerification{
    "verification", {"法人核验", "Verification of the legal person"}, kVerificationKeys};

constexpr std::array kMainKeyKeys{
    Key{"one_per_organisation",
        kBoolean,
        kRequired,
        "",
        {"每个单位只能有一个主锁", "An organisation has one main key"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kMainKey{"main_key", {"主锁", "The main key"}, kMainKeyKeys};

constexpr Value kPayment = one_of(kPayments);
constexpr std::array kPaymentKeys{
    Key{"methods", list_of(kPayment), kRequired, "", {"付款方式", "How it can be paid"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kPaymentShape{"payment", {"付款", "Payment"}, kPaymentKeys};

constexpr std::array kFreightKeys{
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
constexpr Shape kFreight{"freight", {"运费", "Freight"}, kFreightKeys};

constexpr Value kWorkingDays = whole(1, 60, "working_days");
constexpr std::array kSlaKeys{
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
constexpr Shape kSla{"sla", {"办理时限", "How long it takes"}, kSlaKeys};

constexpr Value kSlotOrOrder{.kind = Slot, .words = kOrder};
constexpr std::array kSameOrDifferent{Strings{"same"}, Strings{"different"}};
constexpr std::array kCompareKeys{
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
constexpr Shape kCompare{"compare",        {"文件之间的比较", "A comparison across documents"},
                         kCompareKeys,     "rule",
                         kSameOrDifferent, true};
constexpr Value kCompareValue = object(kCompare);

constexpr std::array kPaperKeys{
    Key{"slot", {Slot}, kRequired, "", {"哪份文件", "The document"}},
    Key{"original", kBoolean, kOptional, "true", {"寄原件", "The original is mailed"}},
    Key{"note", kTexts, kOptional, "", {"说明", "What to mind"}},
    Key{"when", kCondition, kOptional, "always", {"何时需要", "When it is asked for"}},
    Key{"source", kSource, kRequired, "", kSourceSummary}};
constexpr Shape kPaper{"paper", {"邮寄的一份纸质资料", "A paper to be mailed"}, kPaperKeys, "slot"};
constexpr Value kPaperValue = object(kPaper);

constexpr std::array kSourcedTextKeys{Key{"zh", kText, kRequired, "", {"中文", "In Chinese"}},
                                      Key{"en", kText, kRequired, "", {"英文", "In English"}},
                                      Key{"source", kSource, kOptional, "", kSourceSummary}};
constexpr Shape kSourcedText{"sourced_text",
                             {"有出处的中英文文字", "A text in both languages and its source"},
                             kSourcedTextKeys};
constexpr Value kSourcedTexts = object(kSourcedText);

constexpr std::array kTextsKeys{
    Key{"applicant_intro", kSourcedTexts, kOptional, "", {"办理流程", "How it goes"}},
    Key{"mailing", kSourcedTexts, kOptional, "", {"邮寄说明", "How to mail"}},
    Key{"contact", kSourcedTexts, kOptional, "", {"联系方式", "How to get in touch"}},
    Key{"payment", kSourcedTexts, kOptional, "", {"付款说明", "How to pay"}}};
constexpr Shape kTextsShape{"texts", {"给经办人的文字", "Texts for applicants"}, kTextsKeys};

constexpr std::array kProjectKeys{
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
constexpr Shape kProject{"project", {"项目", "A project"}, kProjectKeys};

// ---- cases

constexpr Value kDefectName{Defect};
constexpr Value kStrength{.kind = Number, .min = 0, .max = 1000};
constexpr Value kPlanted = map_of(kDefectName, kStrength);
constexpr std::array kSampleKeys{
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
constexpr Shape kSample{"sample", {"一张样张", "A synthetic document"}, kSampleKeys};

constexpr std::array kHandedInKeys{
    Key{"slot", {Slot}, kRequired, "", {"哪份文件", "The document of the order"}},
    Key{"alternative",
        {Document},
        kOptional,
        "",
        {"任选的文件中的哪一种", "Which of the types to choose from"}},
    Key{"sample", object(kSample), kRequired, "", {"样张", "What is handed in"}}};
constexpr Shape kHandedIn{
    "handed_in", {"上传的一份文件", "A document handed in"}, kHandedInKeys, "slot"};
constexpr Value kHandedInValue = object(kHandedIn);

const std::array kOrderKeys{
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
const Shape kOrderShape{"order", {"订单的信息", "Facts of the order"}, kOrderKeys};

constexpr Value kFindingOrRule{FindingOrRule};
constexpr std::array kSampleOrDocuments{Strings{"sample"}, Strings{"documents"}};
constexpr Value kExpected{.kind = List, .item = &kFindingOrRule, .may_be_empty = true};
constexpr std::array kExpectations{Strings{"must"}, Strings{"must_not"}, Strings{"todo"},
                                   Strings{"verdict"}};
const std::array kCaseKeys{
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
const Shape kCase{"case", {"用例", "A case"}, kCaseKeys, "name", kSampleOrDocuments,
                  false,  kExpectations};
const Value kCaseValue = object(kCase);

const std::array kCasesKeys{
    Key{"project", {Project}, kRequired, "", {"测试哪个项目", "The project under test"}},
    Key{"cases", list_of(kCaseValue), kRequired, "", {"用例", "The cases"}}};
const Shape kCases{"cases", {"项目的用例", "Cases of a project"}, kCasesKeys};

const std::array kShapes{&kProject,      &kRegion,       &kEligibility,    &kHallOnly, &kAgreement,
                         &kVerification, &kMainKey,      &kOperation,      &kVariant,  &kForm,
                         &kWindow,       &kPaymentShape, &kFreight,        &kSla,      &kSlot,
                         &kAlternative,  &kOverride,     &kRuleChange,     &kCompare,  &kPaper,
                         &kTextsShape,   &kDocument,     &kFiles,          &kSigned,   &kRule,
                         &kTranslated,   &kSourcedText,  &kTemplatesShape, &kCases,    &kCase,
                         &kHandedIn,     &kSample,       &kOrderShape};

}  // namespace

const Shape& shape_of(FileKind kind) {
  switch (kind) {
    case FileKind::Document:
      return kDocument;
    case FileKind::Project:
      return kProject;
    case FileKind::Cases:
      break;
  }
  return kCases;
}

std::span<const Shape* const> shapes() {
  return kShapes;
}

const Key* find(const Shape& shape, std::string_view key) {
  const auto row = std::ranges::find(shape.keys, key, &Key::name);
  return row == shape.keys.end() ? nullptr : &*row;
}

std::string_view name(ValueKind kind) {
  switch (kind) {
    case Text:
    case Template:
      return "text";
    case Number:
      return "number";
    case Whole:
      return "whole";
    case Boolean:
      return "boolean";
    case Source:
      return "source";
    case Condition:
      return "condition";
    case List:
      return "list";
    case Map:
    case Object:
    case Parameters:
      return "mapping";
    default:
      return "name";
  }
}

std::span<const std::string_view> finding_words() {
  return kFindingWords;
}

}  // namespace vermilion::rules::schema
