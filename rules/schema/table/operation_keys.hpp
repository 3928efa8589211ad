#pragma once

#include "rules/schema/table/document_keys.hpp"
#include "rules/schema/table/values.hpp"
#include "rules/schema/table/words.hpp"

// What can be applied for.
namespace vermilion::rules::schema::table {

inline constexpr Value kSection = one_of(kSections);
inline constexpr Value kPerson = one_of(kPeople);
inline constexpr std::array kFormKeys{Key{"sections",
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
inline constexpr Shape kForm{"form", {"订单表", "The order form"}, kFormKeys};
inline constexpr Key kFormKey{"form", object(kForm), kOptional, "", {"订单表", "The order form"}};

inline constexpr std::array kWindowKeys{
    Key{"before_days",
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
inline constexpr Shape kWindow{"window", {"办理的时间", "When it can be done"}, kWindowKeys};

// A fee in fen; 100 000 yuan would be a slip of the finger.
inline constexpr Value kFee{
    .kind = Whole, .min = 0, .max = 10'000'000, .unit = "fen", .words = kUnset};
inline constexpr std::array kVariantKeys{
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
inline constexpr Shape kVariant{"variant", {"锁的种类", "A kind of key"}, kVariantKeys};
inline constexpr Value kVariantValue = object(kVariant);

inline constexpr std::array kOperationKeys{
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
inline constexpr Shape kOperation{"operation", {"业务", "An operation"}, kOperationKeys};
inline constexpr Value kOperationValue = object(kOperation);
inline constexpr Value kOperationName = one_of(kOperations);

}  // namespace vermilion::rules::schema::table
