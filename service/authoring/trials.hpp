#pragma once

#include "service/authoring/trying.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vermilion::service::authoring {

// Cases tried for authors on a server that has other work: one author at a time, one case at a
// time, for so long. Who asks again meanwhile has thought of something better: his first trial is
// ended. Any number of threads.
class Trials {
 public:
  // As long as nginx waits for an answer, less a case.
  static constexpr std::chrono::seconds kWithin{50};

  struct Ran {
    Tried tried;
    std::size_t of = 0;  // cases there are
    bool complete() const { return tried.tally.total() == of; }
  };

  // Nothing: somebody else's are being tried.
  [[nodiscard]] std::optional<Ran> run(const std::string& author,
                                       const std::vector<cases::Listed>& list,
                                       const cases::InspectByPlan& inspect,
                                       const std::function<bool()>& stop,
                                       std::chrono::milliseconds within = kWithin);

 private:
  [[nodiscard]] bool begin(const std::string& author);
  void end();

  std::mutex mutex_;
  std::condition_variable ended_;
  std::string running_;  // for whom; empty: for nobody
  std::atomic<bool> cancelled_ = false;
};

}  // namespace vermilion::service::authoring
