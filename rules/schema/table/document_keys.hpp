#pragma once

#include "pipeline/limits.hpp"
#include "rules/schema/table/form_keys.hpp"
#include "rules/schema/table/rule_keys.hpp"

// A document type, and its place in an order as a project writes it.
namespace vermilion::rules::schema::table {

inline constexpr Value kFormat = one_of(kFormats);
inline constexpr std::array kFilesKeys{
    Key{"formats",
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
inline constexpr Shape kFiles{"files", {"上传的文件", "What may be uploaded"}, kFilesKeys};

inline constexpr Value kSign = one_of(kSigns);
inline constexpr std::array kSignedKeys{
    Key{"by", one_of(kSigners), kRequired, "", {"谁盖章或签字", "Who stamps or signs"}},
    Key{"with",
        list_of(kSign),
        kRequired,
        "",
        {"盖章（seal）或签字（signature）；写两个为任选其一",
         "Seal or signature; both: either of them"}},
    Key{"shape", one_of(kSealShapes), kOptional, "any", {"印章的形状", "The seal's shape"}},
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline constexpr Shape kSigned{"signed", {"盖章和签字", "A stamp or signature"}, kSignedKeys, "by"};
inline constexpr Value kSignedValue = object(kSigned);

inline constexpr Value kTitle = one_of(kTitles);
inline constexpr Value kPlace = one_of(kPlaces);

inline constexpr Key kName{"name", kTexts, kRequired, "", {"名称", "What it is called"}};
inline constexpr Key kOwnName{
    "name", kTexts, kOptional, "the type's", {"名称", "What it is called"}};
inline constexpr Key kHelp{"help",
                           kTexts,
                           kOptional,
                           "",
                           {"上传前告诉经办人的话", "What the applicant is told beforehand"}};
inline constexpr Key kKinds{"kinds",
                            list_of(kTitle),
                            kOptional,
                            "",
                            {"标题可以是哪几种证照", "The kinds its title may name"}};
inline constexpr Key kFilesKey{
    "files", object(kFiles), kOptional, "", {"文件的格式和大小", "Format and size of the file"}};
inline constexpr Key kMayCover{"seal_may_cover",
                               list_of(kPlace),
                               kOptional,
                               "anywhere",
                               {"印章可以盖在哪里", "Where a seal may stand"}};
inline constexpr Key kSignedKey{
    "signed", list_of(kSignedValue), kOptional, "", {"谁要盖章或签字", "Who must stamp or sign"}};

inline constexpr std::array kDocumentKeys{
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
    kPrintedFormKey,
    Key{"checks", list_of(kRuleValue), kOptional, "", {"规则", "The rules"}}};
// What is looked at, or only printed, such as the list of papers to mail.
inline constexpr auto kChecksOrForm = std::to_array<std::string_view>({"checks", "form"});
inline constexpr Shape kDocument{
    "document", {"文件种类", "A document type"}, kDocumentKeys, {}, {}, false, kChecksOrForm};

inline constexpr std::array kOverrideKeys{kOwnName,
                                          kHelp,
                                          kKinds,
                                          kFilesKey,
                                          kMayCover,
                                          kSignedKey,
                                          kPrintedFormKey,
                                          Key{"checks",
                                              list_of(kRuleChangeValue),
                                              kOptional,
                                              "",
                                              {"要改动的规则", "The rules to change"}}};
inline constexpr Shape kOverride{
    "override",
    {"本项目与文件种类不同之处", "Where the project differs from the document type"},
    kOverrideKeys};

inline constexpr Key kOverrideKey{"override",
                                  object(kOverride),
                                  kOptional,
                                  "",
                                  {"与文件种类不同之处", "Where it differs from the type"}};

inline constexpr std::array kAlternativeKeys{
    Key{"type", {Document}, kRequired, "", {"文件种类", "The document type"}}, kOverrideKey,
    Key{"source", kSource, kOptional, "", kSourceSummary}};
inline constexpr Shape kAlternative{"alternative",
                                    {"可以任选的一种文件", "One of the documents to choose from"},
                                    kAlternativeKeys,
                                    "type"};
inline constexpr Value kAlternativeValue = object(kAlternative);

inline constexpr auto kTypeOrAnyOf = std::to_array<std::string_view>({"type", "any_of"});
inline constexpr std::array kSlotKeys{
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
inline constexpr Shape kSlot{
    "slot", {"订单里的一份文件", "A document of the order"}, kSlotKeys, "slot", kTypeOrAnyOf, true};
inline constexpr Value kSlotValue = object(kSlot);

}  // namespace vermilion::rules::schema::table
