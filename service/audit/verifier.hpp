#pragma once

#include "service/store/ledger/verify.hpp"

#include <functional>
#include <mutex>
#include <optional>
#include <utility>

namespace vermilion::service::audit {

// The ledger verified for whoever asks: it reads a great deal, so one at a time.
class Verifier {
 public:
  using Verify = std::function<store::database::Result<store::ledger::Verified>(bool whole)>;

  explicit Verifier(Verify verify) : verify_(std::move(verify)) {}

  // Nothing: it is being verified for somebody else.
  [[nodiscard]] std::optional<store::database::Result<store::ledger::Verified>> run(bool whole) {
    const std::unique_lock lock(mutex_, std::try_to_lock);
    if (!lock) return std::nullopt;
    return verify_(whole);
  }

 private:
  Verify verify_;
  std::mutex mutex_;
};

}  // namespace vermilion::service::audit
