#pragma once

#include "service/store/orders/orders.hpp"

#include <tl/expected.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Keys that were issued at the hall, from its list: without them an organisation could have a
// second main key, and nobody could renew the first.
namespace vermilion::service::store::imports {

struct HallKey {
  std::string credit_code;
  std::string project;
  workflow::Certificate certificate;

  friend bool operator==(const HallKey&, const HallKey&) = default;
};

struct Mistake {
  std::size_t row = 0;  // as a spreadsheet numbers them; 0: the whole file
  std::string column;
  std::string why;

  friend bool operator==(const Mistake&, const Mistake&) = default;
};

// CSV in UTF-8 with the columns credit_code, project, serial, key_id, main_key (yes, no) and
// valid_until (2027-11-21, the last day), in any order. All mistakes of all rows at once; a file
// with one is not read.
[[nodiscard]] tl::expected<std::vector<HallKey>, std::vector<Mistake>> read_hall_keys(
    std::string_view csv);

struct Imported {
  std::size_t fresh = 0;
  std::size_t known = 0;         // from an earlier import
  std::vector<Mistake> refused;  // by the ledger: another main key is issued
};

// Each by itself: what was imported before it broke off stays, and is known the next time.
[[nodiscard]] database::Result<Imported> import_hall_keys(orders::Orders& orders,
                                                          const std::vector<HallKey>& keys,
                                                          const std::string& by);

}  // namespace vermilion::service::store::imports
