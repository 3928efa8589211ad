#include "service/running/crew.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <exception>
#include <utility>

namespace vermilion::service::running {
namespace {

using store::jobs::Lane;

// Between two looks at a list without work. What this program puts is called for; this is for what
// others put, and for what is to be tried again.
constexpr std::chrono::milliseconds kLook{200};
// After an error of the database, which is not mended by asking quickly.
constexpr std::chrono::milliseconds kPause{1000};

}  // namespace

Crew::Crew(const Hands& hands) : hands_(hands), scans_(hands.scans), rest_(hands.rest) {}

Crew::~Crew() {
  stop();
}

void Crew::start(store::jobs::Jobs& jobs, effects::World& world, Complain complain) {
  complain_ = std::move(complain);
  threads_.reserve(hands_.scans + hands_.rest);
  for (unsigned i = 0; i < hands_.scans + hands_.rest; ++i) {
    const bool looks = i < hands_.scans;
    effects::Runner runner(jobs, world, fmt::format("{}/{}", getpid(), i),
                           looks ? Lane::Scans : Lane::Rest);
    threads_.emplace_back([this, runner = std::move(runner),
                           bell = looks ? &scans_ : &rest_](const std::stop_token& stop) mutable {
      keep_working(runner, *bell, stop);
    });
  }
}

void Crew::call(const store::jobs::Asked& asked) {
  scans_.ring(asked.scans);
  rest_.ring(asked.rest);
}

void Crew::ask_to_stop() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void Crew::stop() {
  ask_to_stop();
  threads_.clear();  // waits for each
}

void Crew::keep_working(effects::Runner& runner, Bell& bell, const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const auto pause = work_once(runner);
    if (pause.count() > 0) bell.await(stop, pause);
  }
}

// What is thrown where nothing should be ends this try alone: the lease runs out, and the job is
// carried again.
std::chrono::milliseconds Crew::work_once(effects::Runner& runner) try {
  const auto done = runner.work(1);
  if (!done) complain_(done.error().detail);
  if (done && *done > 0) return {};
  return done ? kLook : kPause;
} catch (const std::exception& error) {
  complain_(error.what());
  return kPause;
}

}  // namespace vermilion::service::running
