#pragma once

#include "service/demo/applicant.hpp"
#include "service/demo/papers.hpp"
#include "service/http/message.hpp"
#include "service/scans/house.hpp"
#include "service/simulator/key_service.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

namespace vermilion::service::demo {

// The desks of invented applicants, next door to everybody outside: who they are, and what lies on
// their desks for an order, printed, signed, stamped and scanned. Who tries the pages by hand has
// no seal of an invented organisation; this one has.
class Office {
 public:
  // Papers are for orders of this house, which is there until close() comes back.
  void open(scans::House& house);
  void close();

  // GET /office, /office/applicants/SEED, /office/orders/ORDER/SLOT?flaw=faded_seal. Nothing: it is
  // asked for something else.
  [[nodiscard]] std::optional<http::Answer> answer(const http::Request& request);

  // Keys that certificates were made for, each with the last.
  [[nodiscard]] std::vector<simulator::Key> issued();

 private:
  http::Answer told(std::string_view path);
  http::Answer page();
  http::Answer particulars(std::string_view seed);
  http::Answer paper(const std::string& order, const std::string& slot, Flaw flaw);
  std::optional<Applicant> of(const std::string& credit_code);

  std::shared_mutex mutex_;
  scans::House* house_ = nullptr;
  std::map<std::string, Applicant> known_;  // by credit code
};

}  // namespace vermilion::service::demo
