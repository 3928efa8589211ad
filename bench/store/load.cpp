#include "bench/store/load.hpp"

#include "service/store/jobs/jobs.hpp"
#include "service/store/ledger/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace vermilion::storage_speed {
namespace {

using namespace service::store;
using namespace workflow;
namespace org = workflow::organisation;
using Clock = std::chrono::steady_clock;

// A project with four documents and no main key, so that an organisation may have many orders.
class OneProject final : public orders::Terms {
 public:
  OneProject() {
    VariantTerms variant;
    variant.id = "sub";
    variant.fee = Fen{19000};
    variant.slots = {{"form", "", "", true}, {"licence", "", "", false}, {"id", "", "", false}};
    OperationTerms operation;
    operation.variants = {variant};
    ProjectTerms terms;
    terms.id = "project";
    terms.digest = "rules-1";
    terms.channels = {Channel::WeChat};
    terms.operations = {operation};
    terms_ = std::make_shared<const ProjectTerms>(terms);
  }
  Found current(const std::string&) const override { return terms_; }
  Found with_digest(const std::string&, const std::string&) const override { return terms_; }

 private:
  Found terms_;
};

double ms_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

[[noreturn]] void give_up(const database::Error& error) {
  throw std::runtime_error(fmt::format("{}: {}", name_of(error.kind), error.detail));
}

// What an applicant, the machine and a reviewer say to an order until it is approved.
std::vector<std::pair<Role, Body>> life_of(const std::string& order, const std::string& code) {
  Begin begin;
  begin.order = order;
  begin.organisation = code;
  begin.organisation_name = "鹰潭市样例有限公司";
  begin.project = "project";
  begin.variant = "sub";
  std::vector<std::pair<Role, Body>> said{
      {Role::Applicant, begin},
      {Role::Applicant, FillForm{{"张三", "13807010001"},
                                 {{"李四", "13907010002"}, "江西省鹰潭市月湖区胜利路1号"}}}};
  const std::vector<std::string> slots{"form", "licence", "id"};
  const std::string scan(64, 'a');
  for (const std::string& slot : slots) {
    said.push_back({Role::Applicant, UploadDocument{slot, scan}});
    NoteInspection clean;
    clean.slot = slot;
    clean.sha256 = scan;
    if (slot == "form") clean.mark = TemplateMark{order, 1};
    said.push_back({Role::System, clean});
  }
  said.push_back({Role::Applicant, Submit{}});
  said.push_back({Role::Reviewer, ClaimReview{}});
  for (const std::string& slot : slots) {
    said.push_back({Role::Reviewer, DecideDocument{slot, scan, true}});
  }
  said.push_back({Role::Reviewer, Approve{}});
  said.push_back({Role::Applicant, OpenPayment{order + "-P1", Channel::WeChat}});
  said.push_back({Role::System, NotePayment{order + "-P1", "T-" + order, Fen{19000}, {}}});
  return said;
}

// Times of everything that was done, by all threads.
class Times {
 public:
  void add(const std::vector<double>& more) {
    const std::lock_guard lock(mutex_);
    times_ms_.insert(times_ms_.end(), more.begin(), more.end());
  }
  Figures figures(double wall_ms) {
    std::sort(times_ms_.begin(), times_ms_.end());
    const auto at = [&](double share) {
      const auto last = static_cast<double>(times_ms_.size() - 1);
      return times_ms_[static_cast<std::size_t>(share * last)];
    };
    return {static_cast<double>(times_ms_.size()) / wall_ms * 1000, at(0.5), at(0.99)};
  }

 private:
  std::mutex mutex_;
  std::vector<double> times_ms_;
};

// The work of one thread: what it took, each time.
template <class Work>
Figures in_threads(int threads, Work work) {
  Times times;
  std::mutex mutex;
  std::string failure;
  const auto start = Clock::now();
  {
    std::vector<std::jthread> running;
    for (int i = 0; i < threads; ++i) {
      running.emplace_back([&, i] {
        try {
          times.add(work(i));
        } catch (const std::exception& exception) {
          const std::lock_guard lock(mutex);
          failure = exception.what();
        }
      });
    }
  }
  if (!failure.empty()) throw std::runtime_error(failure);
  return times.figures(ms_since(start));
}

}  // namespace

Figures commands_of(database::Database& database, int writers, int commands) {
  const OneProject terms;
  orders::Orders orders(database, terms, WorkingDays::shipped());
  return in_threads(writers, [&](int writer) {
    std::vector<double> times_ms;
    const std::string code = fmt::format("91360600MA{:02}{:02}00A", writers, writer);
    for (int n = 0; static_cast<int>(times_ms.size()) < commands / writers; ++n) {
      const std::string order = fmt::format("O{}-{}-{}", writers, writer, n);
      for (const auto& [role, body] : life_of(order, code)) {
        const Command command{fmt::format("{}-{}", order, times_ms.size()), {role, "x"}, body};
        const auto start = Clock::now();
        const auto said = orders.say(order, command);
        times_ms.push_back(ms_since(start));
        if (!said) give_up(said.error());
        if (!*said) throw std::runtime_error(std::string(name_of(said->error().code)));
      }
    }
    return times_ms;
  });
}

Figures jobs_of(database::Database& database, int workers) {
  const OneProject terms;
  orders::Orders orders(database, terms, WorkingDays::shipped());
  jobs::Jobs jobs(orders);
  return in_threads(workers, [&](int worker) {
    std::vector<double> times_ms;
    for (;;) {
      const auto start = Clock::now();
      const auto claims = jobs.claim(fmt::format("w{}", worker), 1);
      if (!claims) give_up(claims.error());
      if (claims->empty()) return times_ms;
      const auto done = jobs.finish(claims->front());
      if (!done) give_up(done.error());
      times_ms.push_back(ms_since(start));
    }
  });
}

Figures verify_of(database::Database& database, int entries) {
  const auto grown = database.transact([&](database::Transaction& transaction) {
    const std::string body(600, 'x');  // about what an event takes
    for (int i = 0; i < entries; ++i) {
      ledger::append(transaction, {fmt::format("order/V{}", i % 1000), "grown", body, 1});
    }
  });
  if (!grown) give_up(grown.error());
  const std::clock_t start = std::clock();
  const auto verified = ledger::verify(database, {}, "");
  const double took_ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  if (!verified) give_up(verified.error());
  if (verified->bad) throw std::runtime_error(text_of(*verified->bad));
  return {static_cast<double>(verified->entries) / took_ms * 1000, took_ms, took_ms};
}

}  // namespace vermilion::storage_speed
