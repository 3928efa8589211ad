#include "service/running/crew.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <exception>

namespace vermilion::service::running {
namespace {

// Between two looks at a list without work; an applicant who waits for a code to pay by does not
// notice it.
constexpr std::chrono::milliseconds kLook{200};
// After an error of the database, which is not mended by asking quickly.
constexpr std::chrono::milliseconds kPause{1000};

}  // namespace

Crew::Crew(store::jobs::Jobs& jobs, effects::World& world, unsigned runners, Complain complain)
    : jobs_(jobs), world_(world), complain_(std::move(complain)) {
  threads_.reserve(runners);
  for (unsigned i = 0; i < runners; ++i) {
    threads_.emplace_back([this, name = fmt::format("{}/{}", getpid(), i)](
                              const std::stop_token& stop) { keep_working(name, stop); });
  }
}

Crew::~Crew() {
  stop();
}

void Crew::ask_to_stop() {
  for (std::jthread& thread : threads_) thread.request_stop();
}

void Crew::stop() {
  ask_to_stop();
  threads_.clear();  // waits for each
}

void Crew::keep_working(const std::string& name, const std::stop_token& stop) {
  effects::Runner runner(jobs_, world_, name);
  while (!stop.stop_requested()) {
    const auto pause = work_once(runner);
    if (pause.count() == 0) continue;
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, stop, pause, [] { return false; });
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
