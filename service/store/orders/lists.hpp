#pragma once

#include "service/store/database/transaction.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service::store::orders {

// An order as lists show it. Names as they are stored: "awaiting_payment", "applicant".
struct Line {
  std::string id;
  std::string organisation;
  std::string organisation_name;  // as it is now; empty: nobody registered it
  std::string project;
  std::string operation;
  std::string variant;
  std::string stage;
  std::string status;
  std::string payment_status;
  std::string waiting_for;
  std::string turn;  // empty: nobody's
  std::int64_t since_s = 0;
  std::optional<std::int64_t> until_s;
  std::int64_t begun_at_s = 0;
  std::int64_t version = 0;

  friend bool operator==(const Line&, const Line&) = default;
};

// Where a list goes on: behind this order.
struct Behind {
  std::int64_t since_s = 0;
  std::string id;
};

// Empty: any. The longest waiting comes first.
struct Filter {
  std::string organisation = {};
  std::string project = {};
  std::string stage = {};
  std::vector<std::string> stages = {};  // one of these
  std::string status = {};
  std::string turn = {};
  std::optional<std::int64_t> late_at_s = {};  // should have gone on by then
  std::optional<Behind> behind = {};
  int limit = 100;
  int skip = 0;
};

[[nodiscard]] std::vector<Line> lines(database::Transaction& transaction, const Filter& filter);

}  // namespace vermilion::service::store::orders
