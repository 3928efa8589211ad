#pragma once

#include "service/demo/applicant.hpp"
#include "service/scans/house.hpp"
#include "workflow/order.hpp"

#include <cstdint>
#include <string>

namespace vermilion::service::demo {

// A file as an applicant would upload it.
struct Paper {
  std::string bytes;
  std::string type;  // "image/jpeg"
};

// What may be wrong with a paper on purpose.
enum class Flaw : std::uint8_t { None, FadedSeal, NoSeal };

// The scan for a slot of an order: its form, printed, filled in, signed, stamped and scanned; or
// what the applicant has, drawn.
[[nodiscard]] Paper paper_for(scans::House& house, const workflow::Order& order,
                              const std::string& slot, const Applicant& applicant, Flaw flaw);

}  // namespace vermilion::service::demo
