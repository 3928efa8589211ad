#include "service/scans/evidence.hpp"

#include "pipeline/intake/sniff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::service::scans {
namespace {

constexpr std::array<std::string_view, 4> kKinds{"JPEG", "PNG", "BMP", "PDF"};

}  // namespace

Result<std::string> keep_evidence(House& house, const Given& given) {
  if (given.bytes.size() > kEvidenceBytes) return failed(Fault::TooLarge);
  const auto kind = pipeline::intake::sniff(given.bytes);
  if (std::ranges::find(kKinds, kind.name) == kKinds.end()) {
    return failed(Fault::WrongKind,
                  fmt::format("this is {}; taken here are JPEG, PNG, BMP and PDF", kind.name));
  }
  const auto id =
      house.blobs.put({reinterpret_cast<const char*>(given.bytes.data()), given.bytes.size()});
  if (!id) return failed(id.error());
  const auto done =
      house.orders.database().transact([&](store::database::Transaction& transaction) {
        transaction.run(
            "INSERT INTO evidence (sha256, given_by, organisation, bytes, kind, given_at_ms) "
            "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING",
            {id->text(), given.by, given.organisation,
             static_cast<std::int64_t>(given.bytes.size()), kind.name, transaction.now_ms()});
      });
  if (!done) return failed(done.error());
  return id->text();
}

}  // namespace vermilion::service::scans
