#include "bench/speed/orders.hpp"

#include "bench/speed/cpu_clock.hpp"
#include "workflow/apply.hpp"
#include "workflow/fold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace vermilion::speed {
namespace {

using namespace workflow;

constexpr std::size_t kEvents = 100;  // an order with a dozen rounds of review has as many
constexpr int kRounds = 200;
constexpr int kFolds = 50;  // in a round, so that the clock's grain does not show

ProjectTerms terms() {
  VariantTerms variant;
  variant.id = "sub";
  variant.fee = Fen{19000};
  variant.slots = {{"application_form", "", "", true},
                   {"licence", "", "", false},
                   {"id_card", "", "", false},
                   {"authorisation_letter", "", "", true}};
  OperationTerms operation;
  operation.variants = {variant};
  ProjectTerms terms;
  terms.operations = {operation};
  return terms;
}

// Uploads and their inspections, over and over, as of an applicant who does not get it right.
std::vector<Event> long_log() {
  const ProjectTerms project = terms();
  const Facts facts{project, {}, {}};
  const Instant now{std::chrono::hours(500'000)};
  Order order;
  std::vector<Event> log;
  const auto say = [&](Role role, Body body) {
    const Command command{fmt::format("c{}", log.size()), {role, "x"}, std::move(body)};
    auto step = apply(order, command, facts, now);
    if (!step) throw std::logic_error("the order of the benchmark was refused");
    order = std::move(step->order);
    log.insert(log.end(), step->events.begin(), step->events.end());
  };
  Begin begin;
  begin.order = "O1";
  begin.variant = "sub";
  say(Role::Applicant, begin);
  say(Role::Applicant, FillForm{{"张三", "13807010001"}, {{"李四", "13907010002"}, "鹰潭市"}});
  const auto& slots = project.operations.front().variants.front().slots;
  while (log.size() < kEvents) {
    const std::string& slot = slots[log.size() / 2 % slots.size()].id;
    const std::string sha256 = fmt::format("{:064}", log.size());
    say(Role::Applicant, UploadDocument{slot, sha256});
    say(Role::System, NoteInspection{slot, sha256, {"SEAL_NONE"}, {}});
  }
  return log;
}

}  // namespace

MaybeRow fold_row() {
  const std::vector<Event> log = long_log();
  std::vector<double> rounds_ms;
  for (int round = 0; round < kRounds; ++round) {
    const auto begin = cpu_ms();
    for (int i = 0; i < kFolds; ++i) {
      if (fold(log).version != log.size()) throw std::logic_error("events were lost");
    }
    rounds_ms.push_back((cpu_ms() - begin) / kFolds);
  }
  const double fastest = *std::ranges::min_element(rounds_ms);
  return Row{fastest, {{"events", static_cast<double>(log.size())}, {"ms", fastest}}};
}

}  // namespace vermilion::speed
