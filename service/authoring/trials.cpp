#include "service/authoring/trials.hpp"

namespace vermilion::service::authoring {
namespace {

// A case takes a second; whoever is told to end does so after the one he is at.
constexpr std::chrono::seconds kEnding{10};

}  // namespace

bool Trials::begin(const std::string& author) {
  std::unique_lock lock(mutex_);
  if (running_ == author) {
    cancelled_ = true;
    ended_.wait_for(lock, kEnding, [&] { return running_.empty(); });
  }
  if (!running_.empty()) return false;
  running_ = author;
  cancelled_ = false;
  return true;
}

void Trials::end() {
  {
    const std::lock_guard lock(mutex_);
    running_.clear();
  }
  ended_.notify_all();
}

std::optional<Trials::Ran> Trials::run(const std::string& author,
                                       const std::vector<cases::Listed>& list,
                                       const cases::InspectByPlan& inspect,
                                       const std::function<bool()>& stop,
                                       std::chrono::milliseconds within) {
  if (!begin(author)) return std::nullopt;
  struct Ending {
    Trials& trials;
    ~Ending() { trials.end(); }
  } const ending{*this};
  const auto until = std::chrono::steady_clock::now() + within;
  cases::Inspectors inspectors([&] { return inspect; });
  Ran ran;
  ran.of = list.size();
  cases::try_cases(
      list, 1, inspectors,
      [&](const cases::Listed& listed, const cases::Outcome& outcome) {
        ran.tried.add(listed, outcome);
      },
      [&] { return cancelled_ || stop() || std::chrono::steady_clock::now() >= until; });
  return ran;
}

}  // namespace vermilion::service::authoring
