#include "service/store/orders/certificates.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::store::orders {

std::string text_of(const ImportedCertificate& imported) {
  const workflow::Certificate& certificate = imported.certificate;
  return nlohmann::json{{"organisation", imported.organisation},
                        {"project", imported.project},
                        {"serial", certificate.serial},
                        {"key_id", certificate.key_id},
                        {"valid_until", certificate.valid_until.time_since_epoch().count()},
                        {"main_key", certificate.main_key}}
      .dump();
}

ImportedCertificate imported_of(const std::string& text) {
  const auto json = nlohmann::json::parse(text);
  return {json.at("organisation"),
          json.at("project"),
          {json.at("serial"), json.at("key_id"),
           workflow::Instant(std::chrono::seconds(json.at("valid_until").get<std::int64_t>())),
           json.at("main_key")}};
}

Rows rows_of(const ImportedCertificate& imported) {
  using database::Value;
  const workflow::Certificate& certificate = imported.certificate;
  return {{{"certificates", {certificate.serial, ""}},
           {Value{certificate.key_id}, Value{imported.organisation}, Value{imported.project},
            Value{std::int64_t{certificate.main_key}},
            Value{std::int64_t{certificate.valid_until.time_since_epoch().count()}},
            Value{std::int64_t{0}}}}};
}

std::optional<workflow::Certificate> find_certificate(database::Transaction& transaction,
                                                      const std::string& serial,
                                                      const std::string& organisation,
                                                      const std::string& project) {
  const auto row = transaction.row<std::string, std::int64_t, std::int64_t>(
      "SELECT key_id, main_key, valid_until FROM certificates"
      " WHERE serial = $1 AND organisation = $2 AND project = $3"
      " AND NOT EXISTS (SELECT 1 FROM revocations WHERE revocations.serial = certificates.serial)"
      " ORDER BY valid_until DESC LIMIT 1",
      {serial, organisation, project});
  if (!row) return std::nullopt;
  const auto& [key_id, main_key, valid_until] = *row;
  return workflow::Certificate{serial, key_id, workflow::Instant(std::chrono::seconds(valid_until)),
                               main_key != 0};
}

}  // namespace vermilion::service::store::orders
