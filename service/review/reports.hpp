#pragma once

#include "pipeline/report.hpp"
#include "workflow/order.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::review {

// A report as people are shown it.
struct ShownReport {
  std::int64_t version = 0;  // of the scan in its slot
  std::string etag;          // another one: something was found anew, or other documents have come
  std::string
      json;  // rules/report_json.hpp, and `cross`: what the documents say against each other
};

// Where a kept report is to be found.
struct ReportKey {
  std::int64_t kept_at_ms = 0;
  std::string order;
  std::string slot;
  std::int64_t version = 0;  // of the scan in its slot
  std::string rules;         // digest of the project it was judged by
  std::string sha256;        // of the scan
  std::string verdict;

  friend bool operator==(const ReportKey&, const ReportKey&) = default;
};

// Where reports lie: with whoever inspects. Asked between transactions, never in one. What cannot
// be read just now is not there: whoever asks tries again.
class Reports {
 public:
  virtual ~Reports() = default;

  // On the scan that lies in the slot now. Nothing: it has not been inspected yet.
  [[nodiscard]] virtual std::optional<ShownReport> shown(const workflow::Order& order,
                                                         const std::string& slot) const = 0;
  // What was measured on the scan that lies in the slot now.
  [[nodiscard]] virtual std::optional<pipeline::Report> measured(const workflow::Order& order,
                                                                 const std::string& slot) const = 0;
  // Which version of the slot a scan was; the last, where it was handed in again.
  [[nodiscard]] virtual std::optional<std::int64_t> version_of(const std::string& order,
                                                               const std::string& slot,
                                                               const std::string& sha256) const = 0;
  // At most so many that were kept at that time or later, the oldest first.
  [[nodiscard]] virtual std::vector<ReportKey> kept(std::int64_t from_ms, int most) const = 0;
  // At most so many, the latest first.
  [[nodiscard]] virtual std::vector<ReportKey> latest(int most) const = 0;
  // As it was kept: rules/report_json.hpp and nothing besides.
  [[nodiscard]] virtual std::optional<std::string> read(const ReportKey& key) const = 0;
};

}  // namespace vermilion::service::review
