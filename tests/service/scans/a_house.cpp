#include "tests/service/scans/a_house.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "pipeline/digest.hpp"
#include "service/overlay/redraw.hpp"
#include "service/scans/forms.hpp"
#include "service/scans/inspection.hpp"
#include "service/scans/upload.hpp"
#include "workflow/working_days.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace vermilion::tests {
namespace {

namespace fs = std::filesystem;
namespace blobs = service::store::blobs;
namespace projects = service::projects;
using service::scans::House;
using service::store::orders::Orders;

constexpr const char* kProject = "housing_outside";

std::shared_ptr<std::atomic<std::int64_t>> a_monday() {
  return std::make_shared<std::atomic<std::int64_t>>(1'781'510'400'000);  // 15 June 2026, 16:00
}

Options with_clock(std::shared_ptr<std::atomic<std::int64_t>> clock) {
  Options options;
  options.clock_ms = [clock] { return clock->load(); };
  return options;
}

projects::Files shipped_files() {
  projects::Files files;
  const fs::path root = fs::path(VERMILION_SOURCE_DIR) / "rules";
  for (const char* folder : {"projects", "documents"}) {
    for (const auto& entry : fs::directory_iterator(root / folder)) {
      std::ostringstream text;
      text << std::ifstream(entry.path()).rdbuf();
      files[fmt::format("{}/{}", folder, entry.path().filename().string())] = text.str();
    }
  }
  return files;
}

const projects::RuleSet& shipped_rules() {
  static const projects::RuleSet kRules = [] {
    auto rules = projects::read_rule_set(shipped_files(), pipeline::check_descriptions());
    EXPECT_TRUE(rules) << rules.error();
    return *std::move(rules);
  }();
  return kRules;
}

std::unique_ptr<projects::Kept> published(Database& database) {
  auto kept = projects::Kept::open(database);
  EXPECT_TRUE(kept) << kept.error();
  EXPECT_TRUE((*kept)->publish(shipped_rules(), "author-1", "the beginning"));
  const auto taken_over = (*kept)->refresh();
  EXPECT_TRUE(taken_over) << taken_over.error();
  return *std::move(kept);
}

pipeline::Report a_page(std::span<const std::byte> bytes, std::string_view file,
                        const pipeline::Plan& plan) {
  pipeline::Report report;
  report.file = file;
  report.sha256 = pipeline::sha256(bytes);
  report.bytes = bytes.size();
  report.readable = true;
  report.image = pipeline::ImageFact{.width = 1654, .height = 2339, .dpi = 200};
  report.asked = {plan.max_bytes, plan.expected_code};
  return report;
}

}  // namespace

std::string a_jpeg(std::string_view text) {
  return fmt::format("\xFF\xD8\xFF\xE0 {}", text);
}

std::string a_bmp(std::string_view text) {
  return fmt::format("BM{}", std::string(64, 'b') + std::string(text));
}

AHouse::AHouse(Backend backend)
    : now_ms(a_monday()),
      database_place(std::make_unique<ADatabase>(backend)),
      database(database_place->migrated(with_clock(now_ms))),
      kept(published(database)),
      orders(database, *kept, workflow::WorkingDays::shipped()),
      shelf(*blobs::FolderShelf::open(folder.path() / "blobs", disk)),
      blobs(shelf, *blobs::KeyRing::parse(blobs::new_key_line(1))),
      house{
          .orders = orders,
          .blobs = blobs,
          .rules = [this](const auto& project,
                          const auto& digest) { return kept->rules_with_digest(project, digest); },
          .document = [this](const std::string& type) { return kept->live()->documents.at(type); },
          .checks = pipeline::check_descriptions(),
          .form_keys = {{1, std::string(32, 'k')}},
          .look = [this](const auto&, auto bytes, auto file,
                         const auto& plan) -> tl::expected<pipeline::Report, std::chrono::seconds> {
            ++looks;
            return says ? says(bytes) : a_page(bytes, file, plan);
          },
          .redraw = [this](auto bytes,
                           const auto& drawing) -> tl::expected<std::string, std::string> {
            ++drawings;
            const auto drawn = service::overlay::redraw(bytes, drawing.turned_deg, drawing.width);
            if (!drawn) return tl::make_unexpected(drawn.error());
            return std::string(reinterpret_cast<const char*>(drawn->data()), drawn->size());
          },
          .refund_email = "refund@example.org"},
      jobs(orders) {
  world.in_house = [this](const service::effects::Task& task)
      -> service::effects::Outcome<service::effects::Carried> {
    switch (task.effect.kind) {
      case workflow::EffectKind::QueueInspection:
        return service::scans::inspect(house, task);
      case workflow::EffectKind::MakeForms:
        return service::scans::make_forms(house, task);
      case workflow::EffectKind::MakeRefundLetter:
        return service::scans::make_refund_letter(house, task);
      default:
        return service::effects::Carried{};
    }
  };
}

void AHouse::say(const std::string& order, workflow::Role role, const std::string& who,
                 workflow::Body body) {
  const auto said =
      orders.say(order, {fmt::format("{}-c{}", order, ++said_), {role, who}, std::move(body)});
  ASSERT_TRUE(said) << said.error().detail;
  ASSERT_TRUE(*said) << name_of(said->error().code);
}

workflow::Order AHouse::begin(const std::string& id) {
  workflow::Begin begin;
  begin.order = id;
  begin.organisation = kOrganisation;
  begin.organisation_name = "样例建设集团有限公司";
  begin.project = kProject;
  begin.variant = "main";
  begin.agreement = kept->current(kProject)->agreement;
  begin.scope_acknowledged = true;
  say(id, workflow::Role::Applicant, kApplicant, begin);
  fill_form(id, "王小明");
  return order(id);
}

void AHouse::fill_form(const std::string& order, const std::string& agent) {
  say(order, workflow::Role::Applicant, kApplicant,
      workflow::FillForm{{agent, "13807010001"}, {{"李四", "13807010002"}, "南昌市样例路1号"}});
}

workflow::Order AHouse::order(const std::string& id) {
  return orders.order(id).value();
}

service::scans::Result<service::scans::Scan> AHouse::upload(const std::string& bytes,
                                                            const std::string& slot,
                                                            const std::string& order) {
  return service::scans::upload(house, {.id = fmt::format("R-{}", ++said_),
                                        .order = order,
                                        .slot = slot,
                                        .by = kApplicant,
                                        .bytes = std::as_bytes(std::span(bytes))});
}

int AHouse::work() {
  service::effects::Runner runner(jobs, world, "runner-1");
  return runner.work().value();
}

std::vector<service::store::jobs::Job> AHouse::jobs_in(const std::string& state) {
  return jobs.in_state(state, 100).value();
}

std::size_t AHouse::blobs_kept() const {
  return shelf.ids()->size();
}

std::int64_t AHouse::rows(const std::string& table) {
  return std::get<0>(*database
                          .read([&](auto& reading) {
                            return reading.template row<std::int64_t>(
                                fmt::format("SELECT count(*) FROM {}", table));
                          })
                          .value());
}

const service::scans::Scan& the(const service::scans::Result<service::scans::Scan>& scan) {
  EXPECT_TRUE(scan) << scan.error().detail;
  return *scan;
}

}  // namespace vermilion::tests
