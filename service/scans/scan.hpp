#pragma once

#include "pipeline/report.hpp"
#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Which scans lie in the slots of an order, and what became of each: rows, no bytes.
namespace vermilion::service::scans {

enum class State : std::uint8_t { Waiting, Inspecting, Inspected, Replaced };
std::string_view name_of(State state);

struct Scan {
  std::string order;
  std::string slot;
  std::int64_t version = 0;
  std::string organisation;
  std::string sha256;
  std::int64_t bytes = 0;
  pipeline::ImageFormat format = pipeline::ImageFormat::Jpeg;
  State state = State::Waiting;
  std::int64_t uploaded_at_ms = 0;
  std::string by;

  friend bool operator==(const Scan&, const Scan&) = default;
};

// As the next version of its slot, which becomes its number; what waits in the slot is replaced.
Scan add(store::database::Transaction& transaction, Scan scan);
void set_state(store::database::Transaction& transaction, const Scan& scan, State state);

// The oldest first.
[[nodiscard]] std::vector<Scan> scans_in(store::database::Transaction& transaction,
                                         const std::string& order, const std::string& slot);
// Without a version the last one.
[[nodiscard]] std::optional<Scan> find_scan(store::database::Transaction& transaction,
                                            const std::string& order, const std::string& slot,
                                            std::optional<std::int64_t> version = {});
// The last of each slot, by slot.
[[nodiscard]] std::vector<Scan> present_scans(store::database::Transaction& transaction,
                                              const std::string& order);
// How many wait, of the last hour: what has waited longer waits for us, not for them.
[[nodiscard]] std::int64_t waiting_of(store::database::Transaction& transaction,
                                      const std::string& organisation);

// What was seen in a scan.
struct Seen {
  std::string rules;  // digest
  std::string verdict;
  std::set<std::string> blocking;  // codes of its findings
  std::string report_sha256;
  std::int64_t inspected_at_ms = 0;

  friend bool operator==(const Seen&, const Seen&) = default;
};
void add(store::database::Transaction& transaction, const Scan& scan, const Seen& seen);
// Under these rules; without any, the last.
[[nodiscard]] std::optional<Seen> find_seen(store::database::Transaction& transaction,
                                            const Scan& scan,
                                            const std::optional<std::string>& rules = {});

}  // namespace vermilion::service::scans
