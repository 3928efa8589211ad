#pragma once

#include "workflow/instant.hpp"

#include <cstdint>
#include <string>

// Particulars of an order: who takes part in it, and what is made, sent and invoiced.
namespace vermilion::workflow {

// A certificate as a person meets it: in a key.
struct Certificate {
  std::string serial;
  std::string key_id;
  Instant valid_until{};
  bool main_key = false;

  friend bool operator==(const Certificate&, const Certificate&) = default;
};

struct Person {
  std::string name;
  std::string mobile;

  friend bool operator==(const Person&, const Person&) = default;
};

struct Recipient {
  Person person;
  std::string address;

  friend bool operator==(const Recipient&, const Recipient&) = default;
};

enum class Delivery : std::uint8_t { Courier, Collection };

struct Parcel {
  std::string carrier;
  std::string number;

  friend bool operator==(const Parcel&, const Parcel&) = default;
};

struct InvoiceData {
  std::string title;
  std::string tax_id;  // empty for a person
  std::string email;

  friend bool operator==(const InvoiceData&, const InvoiceData&) = default;
};

}  // namespace vermilion::workflow
