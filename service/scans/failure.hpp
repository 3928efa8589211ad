#pragma once

#include "service/store/blobs/failure.hpp"
#include "service/store/database/error.hpp"
#include "workflow/refusal.hpp"

#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace vermilion::service::scans {

enum class Fault : std::uint8_t {
  NotThere,    // no such order, slot, scan or form, or none the asker may know of
  TooLarge,    // for this slot
  WrongKind,   // no picture of a kind the slot takes
  NotOpened,   // the case is not held by who asks: identity documents are shown to nobody else
  Refused,     // by the life of the order: `refusal` says why
  TooMany,     // scans of one organisation wait already, or versions of one scan
  Unshowable,  // it cannot be drawn; nobody can look at it
  Busy,        // later
  Broken,      // ours: database, disk, a form that cannot be printed
};

struct Failure {
  Fault fault = Fault::Broken;
  std::string detail = {};  // in English, for the log and for who programs against us
  std::optional<workflow::Refusal> refusal = {};
  std::optional<std::chrono::seconds> again_in = {};
};

template <class T>
using Result = tl::expected<T, Failure>;

[[nodiscard]] tl::unexpected<Failure> failed(Fault fault, std::string detail = {});
[[nodiscard]] tl::unexpected<Failure> failed(const store::database::Error& error);
[[nodiscard]] tl::unexpected<Failure> failed(const store::blobs::Failure& failure);

}  // namespace vermilion::service::scans
