#pragma once

#include <array>
#include <string_view>

// The words a value may be one of.
namespace vermilion::rules::schema::table {

inline constexpr auto kLevels = std::to_array<std::string_view>({"note", "warn", "block"});
inline constexpr auto kModes = std::to_array<std::string_view>({"log"});
inline constexpr auto kFormats = std::to_array<std::string_view>({"jpeg", "png", "bmp"});
inline constexpr auto kTitles = std::to_array<std::string_view>(
    {"business_licence", "electronic_licence", "institution_certificate", "association_certificate",
     "medical_licence", "code_certificate", "id_card", "application_form", "authorisation_letter",
     "seal_sheet", "appointment_letter", "refund_letter"});
inline constexpr auto kPlaces =
    std::to_array<std::string_view>({"blank", "business_scope", "id_card_back", "signing_name"});
inline constexpr auto kSigners =
    std::to_array<std::string_view>({"organisation", "legal_person", "jiangxi_head"});
inline constexpr auto kSigns = std::to_array<std::string_view>({"seal", "signature"});
inline constexpr auto kSealShapes =
    std::to_array<std::string_view>({"round", "oval", "square", "rectangle"});
inline constexpr auto kHall = std::to_array<std::string_view>({"hall"});
inline constexpr auto kOperations = std::to_array<std::string_view>({"new", "reissue", "renew"});
inline constexpr auto kAllOperations =
    std::to_array<std::string_view>({"new", "reissue", "renew", "change", "cancel"});
inline constexpr auto kInsideOutside =
    std::to_array<std::string_view>({"inside", "outside", "any"});
inline constexpr auto kSections = std::to_array<std::string_view>(
    {"organisation", "legal_person", "agent", "invoice", "recipient", "certificate"});
inline constexpr auto kPeople =
    std::to_array<std::string_view>({"legal_person", "agent", "recipient"});
inline constexpr auto kUnset = std::to_array<std::string_view>({"unset"});
inline constexpr auto kFeePer = std::to_array<std::string_view>({"certificate", "year"});
inline constexpr auto kNone = std::to_array<std::string_view>({"none"});
inline constexpr auto kPayments = std::to_array<std::string_view>({"wechat", "alipay"});
inline constexpr auto kPayers = std::to_array<std::string_view>({"applicant", "collect", "unset"});
inline constexpr auto kCouriers = std::to_array<std::string_view>({"SF", "EMS"});
inline constexpr auto kFacts =
    std::to_array<std::string_view>({"credit_code", "organisation", "legal_person", "agent",
                                     "agent_id", "jiangxi_head", "order_number", "date"});
inline constexpr auto kDifferent = std::to_array<std::string_view>({"image", "seal"});
inline constexpr auto kOrder = std::to_array<std::string_view>({"order"});
inline constexpr auto kCopies = std::to_array<std::string_view>({"colour", "black_and_white"});
inline constexpr auto kVerdicts =
    std::to_array<std::string_view>({"accept", "refer", "reject", "unreadable"});

}  // namespace vermilion::rules::schema::table
