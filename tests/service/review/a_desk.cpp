#include "tests/service/review/a_desk.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "service/authoring/files.hpp"
#include "tests/service/authoring/shipped_files.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::tests {
namespace {

using namespace workflow;
using service::review::Decision;
using service::review::ReportKey;
using service::review::Samples;
using service::review::ShownReport;

const Actor kSeat{Role::Applicant, "seat-1"};
const Actor kMachine{Role::System, "machine"};

}  // namespace

nlohmann::ordered_json a_report(std::string_view verdict, const std::vector<AFinding>& findings) {
  nlohmann::ordered_json report{{"schema", 1},
                                {"verdict", verdict},
                                {"rules", {{"project", "yingtan_sunshine"}, {"type", ""}}},
                                {"findings", nlohmann::ordered_json::array()},
                                {"cross", nlohmann::ordered_json::array()}};
  for (const AFinding& finding : findings) {
    report["findings"].push_back(
        {{"code", finding.code},
         {"level", finding.level},
         {"check", "a_check"},
         {"rule", finding.rule.empty() ? "p/t/" + finding.code : finding.rule},
         {"message", finding.code + " 说明"},
         {"remedy", "请重新扫描。"},
         {"message_en", finding.code + " text"},
         {"remedy_en", "Scan again."}});
  }
  return report;
}

void FakeReports::put(const std::string& order, const std::string& slot, const std::string& sha256,
                      nlohmann::ordered_json report) {
  shown_[{order, slot, sha256}] = std::move(report);
}

std::optional<ShownReport> FakeReports::shown(const Order& order, const std::string& slot) const {
  const auto found = shown_.find({order.id, slot, order.documents.at(slot).sha256});
  if (found == shown_.end()) return std::nullopt;
  const std::string text = found->second.dump();
  return ShownReport{1, sha256_of(text).substr(0, 16), text};
}

std::optional<pipeline::Report> FakeReports::measured(const Order& order,
                                                      const std::string& slot) const {
  const auto found = measurements.find(order.id + "/" + slot);
  if (found == measurements.end()) return std::nullopt;
  return found->second;
}

std::optional<std::int64_t> FakeReports::version_of(const std::string&, const std::string&,
                                                    const std::string&) const {
  return 1;
}

std::vector<ReportKey> FakeReports::kept(std::int64_t from_ms, int most) const {
  std::vector<ReportKey> keys;
  for (const auto& [key, text] : stored) {
    if (key.kept_at_ms >= from_ms && keys.size() < static_cast<std::size_t>(most)) {
      keys.push_back(key);
    }
  }
  return keys;
}

std::vector<ReportKey> FakeReports::latest(int most) const {
  auto keys = kept(0, static_cast<int>(stored.size()));
  std::ranges::reverse(keys);
  if (keys.size() > static_cast<std::size_t>(most)) keys.resize(static_cast<std::size_t>(most));
  return keys;
}

std::optional<std::string> FakeReports::read(const ReportKey& key) const {
  const auto found =
      std::ranges::find_if(stored, [&](const auto& one) { return one.first == key; });
  if (found == stored.end()) return std::nullopt;
  return found->second;
}

std::shared_ptr<const rules::Project> the_project() {
  static const auto kProject =
      service::authoring::sound(shipped_files()).value().projects.at("yingtan_sunshine").rules;
  return kProject;
}

ADesk::ADesk(Backend backend, int per_thousand)
    : store(backend),
      desk({.orders = store.orders,
            .reports = reports,
            .project_of = [](const auto&, const auto&) { return the_project(); },
            .checks = pipeline::check_descriptions(),
            .samples = Samples(per_thousand, "key of the samples")}) {}

service::store::orders::Answer ADesk::say(const std::string& order, const Actor& by, Body body) {
  auto said =
      store.orders.say(order, {fmt::format("{}/said/{}", order, ++said_), by, std::move(body)});
  EXPECT_TRUE(said) << (said ? "" : said.error().detail);
  return *said;
}

void ADesk::tell(const std::string& order, const Actor& by, std::string_view line) {
  Journey journey;
  journey.id = order;
  journey.order = this->order(order);
  for (Body body : bodies_of(journey, words_in(line))) {
    if (auto* upload = std::get_if<UploadDocument>(&body)) {
      upload->sha256 = sha256_of(fmt::format("{}/{}/{}", order, upload->slot, said_));
    }
    const auto answer = say(order, by, std::move(body));
    EXPECT_TRUE(answer) << line << ": " << (answer ? "" : name_of(answer.error().code));
  }
}

Order ADesk::order(const std::string& id) {
  return store.orders.order(id).value();
}

Order ADesk::submit(const std::string& id,
                    const std::map<std::string, nlohmann::ordered_json>& found,
                    const std::string& organisation, const std::string& name) {
  Journey journey;
  journey.id = id;
  auto begin = std::get<Begin>(bodies_of(journey, words_in("begin new sub")).front());
  begin.organisation = organisation;
  begin.organisation_name = name;
  EXPECT_TRUE(say(id, kSeat, begin));
  tell(id, kSeat, "fill_form");
  tell(id, kMachine, "verify passed");
  tell(id, kSeat, "upload all");
  for (const auto& [slot, document] : order(id).documents) {
    const auto report = found.find(slot);
    reports.put(id, slot, document.sha256,
                report == found.end() ? a_report("accept") : report->second);
  }
  tell(id, kMachine, "inspect all clean");
  tell(id, kSeat, "submit");
  return order(id);
}

Order ADesk::submit_again(const std::string& id, const std::string& slot) {
  tell(id, kSeat, "upload " + slot);
  reports.put(id, slot, order(id).documents.at(slot).sha256, a_report("accept"));
  tell(id, kMachine, "inspect " + slot + " clean");
  tell(id, kSeat, "submit");
  return order(id);
}

Decision ADesk::accepting(const service::review::Case& shown) {
  Decision decision;
  decision.digest = shown.digest;
  for (const auto& document : shown.documents) {
    decision.documents.push_back({document.slot, document.document.sha256, true, {}});
  }
  return decision;
}

Decision ADesk::refusing(const service::review::Case& shown, const std::string& slot,
                         const std::string& reason) {
  Decision decision = accepting(shown);
  for (auto& document : decision.documents) {
    if (document.slot != slot) continue;
    document.accepted = false;
    document.reasons = {reason};
  }
  return decision;
}

}  // namespace vermilion::tests
