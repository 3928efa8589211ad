#pragma once

#include "service/store/database/transaction.hpp"
#include "service/store/orders/tables.hpp"
#include "workflow/particulars.hpp"

#include <optional>
#include <string>

// The certificates there are, by serial.
namespace vermilion::service::store::orders {

// One that we did not make, or before this program.
struct ImportedCertificate {
  std::string organisation;
  std::string project;
  workflow::Certificate certificate;

  friend bool operator==(const ImportedCertificate&, const ImportedCertificate&) = default;
};
inline constexpr std::string_view kImported = "certificate_imported";
inline constexpr std::string_view kImports = "certificates";  // the stream

[[nodiscard]] std::string text_of(const ImportedCertificate& imported);
[[nodiscard]] ImportedCertificate imported_of(const std::string& text);
[[nodiscard]] Rows rows_of(const ImportedCertificate& imported);

// As the registry has it; unset when it is not this organisation's in this project, is revoked or
// does not exist.
[[nodiscard]] std::optional<workflow::Certificate> find_certificate(
    database::Transaction& transaction, const std::string& serial, const std::string& organisation,
    const std::string& project);

}  // namespace vermilion::service::store::orders
