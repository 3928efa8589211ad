#pragma once

#include "service/demo/visitor.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

// Scans of orders, put in over HTTP as an applicant does it.
namespace vermilion::service_load {

// An organisation's licence, copied in black and white at 200 dpi, with its fresh seal, as JPEG; no
// two are the same bytes. Another's would be read over and over for a name that is not there.
class StampedCopies {
 public:
  // Of the invented organisation of this seed: a licence of either form. What comes after them is
  // one of them under another name.
  explicit StampedCopies(std::uint64_t seed);
  [[nodiscard]] std::string next();

 private:
  std::vector<std::string> pages_;
  std::size_t given_ = 0;
};

// Where a scan goes: a slot of an order that is being filled in.
constexpr std::size_t kVersionsMost = 100;
struct Slot {
  std::string order;
  std::string name;

  [[nodiscard]] std::string path() const;
};

// An applicant who has signed in and begun an order of his own.
class Applicant {
 public:
  // Throws OffTheScript where the server would not have it.
  Applicant(std::uint16_t port, const std::string& credit_code, const std::string& mobile);

  // Of the copy of the licence; takes a hundred versions.
  [[nodiscard]] const Slot& slot() const { return slot_; }
  // The digest of the scan, once it is stored; empty: too many of his wait (429).
  [[nodiscard]] std::string put(const std::string& scan);
  // The verdict on what lies there; empty until its report is there.
  [[nodiscard]] std::string verdict();
  service::demo::Visitor& visitor() { return visitor_; }

 private:
  void begin_order(const std::string& mobile);

  service::demo::Visitor visitor_;
  Slot slot_;
};

}  // namespace vermilion::service_load
