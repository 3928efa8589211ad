#include "bench/service/reports.hpp"

#include "bench/service/scans.hpp"
#include "service/demo/applicant.hpp"

#include <atomic>
#include <future>
#include <list>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace vermilion::service_load {
namespace {

// How often the report is asked for; the pages are told by events and lose nothing against it.
constexpr std::chrono::milliseconds kAsk{20};
constexpr std::chrono::seconds kGivenUp{60};
// Of one organisation in a second, more than any machine bears here: for so many there is room.
constexpr std::size_t kUploadsMost = 10;

std::unique_ptr<Applicant> applicant(const ADemo& demo, std::size_t which) {
  const auto account = demo.applicants().at(which);
  return std::make_unique<Applicant>(demo.port(), account.credit_code, account.mobile);
}

void await_report(Applicant& who, Clock::time_point begun) {
  while (who.verdict().empty()) {
    if (Clock::now() - begun > kGivenUp)
      throw std::runtime_error("no report on " + who.slot().path());
    std::this_thread::sleep_for(kAsk);
  }
}

// An applicant with orders enough for so many versions of one document, taken in turn.
class Desk {
 public:
  Desk(const ADemo& demo, std::size_t which, std::size_t uploads)
      : copies_(service::demo::kFirstSeed + which) {
    for (std::size_t done = 0; done < uploads; done += kVersionsMost) {
      orders_.push_back(applicant(demo, which));
    }
  }
  Applicant& next() { return *orders_[next_++ % orders_.size()]; }
  std::string scan() { return copies_.next(); }

 private:
  StampedCopies copies_;
  std::vector<std::unique_ptr<Applicant>> orders_;
  std::size_t next_ = 0;
};

class Load {
 public:
  Load(Sustained& sum, std::chrono::seconds how_long)
      : sum_(sum), until_(Clock::now() + how_long) {}

  void keep_uploading(Desk& desk) {
    while (Clock::now() < until_) upload(desk.next(), desk.scan());
  }

 private:
  void upload(Applicant& who, const std::string& scan) {
    const auto begun = Clock::now();
    const bool taken = !who.put(scan).empty();
    const double taken_ms = ms_since(begun);
    if (taken) await_report(who, begun);
    const double reported_ms = ms_since(begun);
    const std::scoped_lock lock(mutex_);
    if (!taken) ++sum_.refused;
    if (!taken) return;
    sum_.taken.add(taken_ms);
    sum_.reported.add(reported_ms);
  }

  Sustained& sum_;
  const Clock::time_point until_;
  std::mutex mutex_;
};

}  // namespace

Reports one_at_a_time(const ADemo& demo, std::size_t count) {
  std::list<Desk> desks;
  for (std::size_t i = 0; i < demo.applicants().size(); ++i) desks.emplace_back(demo, i, count);
  Reports reports;
  for (std::size_t i = 0; i < count; ++i) {
    desks.splice(desks.end(), desks, desks.begin());  // the next one's turn
    Applicant& who = desks.back().next();
    const std::string scan = desks.back().scan();
    const auto begun = Clock::now();
    if (who.put(scan).empty()) throw std::runtime_error("refused one at a time");
    reports.taken.add(ms_since(begun));
    await_report(who, begun);
    reports.reported.add(ms_since(begun));
  }
  return reports;
}

Sustained as_many_as_it_bears(const ADemo& demo, std::chrono::seconds how_long, unsigned each) {
  // A lane has orders of its own, so that no scan replaces another on its way.
  const std::size_t uploads = static_cast<std::size_t>(how_long.count()) * kUploadsMost / each;
  std::list<Desk> lanes;
  for (std::size_t i = 0; i < demo.applicants().size(); ++i) {
    for (unsigned lane = 0; lane < each; ++lane) lanes.emplace_back(demo, i, uploads);
  }
  Sustained sum;
  Load load(sum, how_long);
  const double api_before = demo.api_cpu_s();
  const double workers_before = demo.workers_cpu_s();
  const auto begun = Clock::now();
  {
    std::vector<std::future<void>> threads;
    for (Desk& lane : lanes) {
      threads.push_back(std::async(std::launch::async, [&] { load.keep_uploading(lane); }));
    }
    for (auto& thread : threads) thread.get();
  }
  sum.wall_s = ms_since(begun) / 1000;
  sum.api_cpu_s = demo.api_cpu_s() - api_before;
  sum.workers_cpu_s = demo.workers_cpu_s() - workers_before;
  return sum;
}

Beside beside_a_greedy_one(const ADemo& demo, std::chrono::seconds how_long) {
  const auto seconds = static_cast<std::size_t>(how_long.count());
  Desk greedy(demo, 1, seconds * kUploadsMost);
  Desk honest(demo, 0, seconds + 1);
  Beside beside;
  std::atomic<bool> over = false;
  std::jthread besides([&] {
    while (!over) ++(greedy.next().put(greedy.scan()).empty() ? beside.refused : beside.greedy);
  });
  const auto until = Clock::now() + how_long;
  while (Clock::now() < until) {
    Applicant& who = honest.next();
    const auto begun = Clock::now();
    if (who.put(honest.scan()).empty()) continue;
    await_report(who, begun);
    beside.honest.add(ms_since(begun));
    std::this_thread::sleep_until(begun + std::chrono::seconds(1));
  }
  over = true;
  besides.join();
  return beside;
}

}  // namespace vermilion::service_load
