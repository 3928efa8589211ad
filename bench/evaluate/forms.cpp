#include "bench/evaluate/forms.hpp"

#include "bench/evaluate/form_scans.hpp"
#include "bench/speed/cpu_clock.hpp"
#include "bench/speed/statistics.hpp"
#include "bench/speed/turbojpeg.hpp"
#include "pipeline/checks/catalogue.hpp"
#include "rules/forms/drawing/facsimiles.hpp"
#include "rules/judge_document.hpp"
#include "rules/project_plan.hpp"

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <stdexcept>

namespace vermilion::evaluate {
namespace {

constexpr double kDpi = 200;
constexpr double kPlaced_mm = 0.5;

// Every other scan has nothing wrong; the defects take turns at the rest.
constexpr int kCleanShare = 2;

// Notes disturb nobody. A day written by hand goes to a person; that is counted by itself.
bool alarms(const pipeline::Finding& finding) {
  return finding.level != pipeline::Level::Note &&
         finding.code != pipeline::FindingCode::TplHandwritten;
}

cv::Point2d apply(const cv::Matx33d& map, double x, double y) {
  const cv::Vec3d image = map * cv::Vec3d(x, y, 1);
  return {image[0] / image[2], image[1] / image[2]};
}

// Millimetres between where a place of the sheet is and where it was said to be; the worst of the
// sheet but its outermost centimetre.
double error_mm(const samples::FormSample& sample, const pipeline::FormPlacement& placed) {
  const cv::Matx33d truth(sample.picture_from_mm.data());
  const cv::Matx33d told(placed.page_from_mm.data());
  double worst = 0;
  for (int x = 10; x <= 200; x += 19) {
    for (int y = 10; y <= 287; y += 27) {
      const cv::Point2d there = apply(truth, x, y) - cv::Point2d(0.5, 0.5);
      const double px_per_mm = cv::norm(apply(truth, x + 1, y) - apply(truth, x, y));
      worst = std::max(worst, cv::norm(apply(told, x, y) - there) / px_per_mm);
    }
  }
  return worst;
}

// What is added up over the scans of a form.
struct FormFigures {
  int scans = 0;   // that show the code of the form
  int read = 0;    // codes
  int placed = 0;  // to within kPlaced_mm
  int clean = 0;
  int alarmed = 0;  // clean ones
  std::map<std::string, int> alarms = {};
  std::vector<double> errors_mm = {};
  std::vector<double> registration = {};  // CPU time over one decode of the same file
  std::vector<double> inspection = {};
};

// Days that were written by hand.
struct Days {
  int written = 0;
  int right = 0;  // every look reads what was written
  int wrong = 0;  // every look reads the same other day
  int referred = 0;
};

struct Found {
  int planted = 0;
  int found = 0;
};

double milliseconds(const pipeline::Report& report, std::string_view stage) {
  const auto cost = std::ranges::find(report.costs, stage, &pipeline::StageCost::stage);
  return cost == report.costs.end() ? 0 : static_cast<double>(cost->cpu_ns) * 1e-6;
}

// Titles, codes, fields and the names on seals are text, each counted by itself.
bool is_text(std::string_view stage) {
  static constexpr std::array<std::string_view, 6> kText{"document kind", "credit code", "reader",
                                                         "field",         "seal name",   "print"};
  return std::ranges::any_of(
      kText, [&](std::string_view part) { return stage.find(part) != std::string_view::npos; });
}

double milliseconds_without_text(const pipeline::Report& report) {
  double sum = 0;
  for (const auto& stage : report.costs) {
    if (!is_text(stage.stage)) sum += static_cast<double>(stage.cpu_ns) * 1e-6;
  }
  return sum;
}

constexpr std::array<std::string_view, 3> kAskedAnyway{"form_code_readable", "form_original_size",
                                                       "fields_as_printed"};

// Whether anything that is asked of the form could find the defect.
bool is_looked_for(const FormKind& kind, const FormDefect& defect) {
  bool by_a_check = false;
  for (const auto& check : pipeline::check_descriptions()) {
    const bool finds = std::ranges::any_of(
        check.finds, [&](pipeline::FindingCode code) { return name(code) == defect.finding; });
    if (!finds) continue;
    by_a_check = true;
    if (std::ranges::find(kAskedAnyway, check.id) != kAskedAnyway.end()) return true;
    if (std::ranges::find(kind.type.rules, check.id, &rules::Rule::check) != kind.type.rules.end())
      return true;
  }
  return !by_a_check;
}

// What the project asks, and where its form lies if it does not ask.
pipeline::Plan plan_of(const FormKind& kind, const rules::OrderFacts& order) {
  auto plan = rules::plan_of(kind.project, kind.slot, order);
  for (const std::string_view check : kAskedAnyway) {
    const bool asked =
        std::ranges::find(plan.checks, check, &pipeline::CheckRequest::check) != plan.checks.end();
    if (!asked) plan.checks.push_back({.check = std::string(check)});
  }
  if (plan.max_bytes == 0) plan.max_bytes = pipeline::limits::kFileBytes;
  if (const auto added = rules::forms::drawing::add_facsimiles(plan); !added) {
    throw std::runtime_error(added.error().detail);
  }
  return plan;
}

class Evaluation {
 public:
  Evaluation(pipeline::Inspector& inspector, const DrawnForms& wanted)
      : inspector_(inspector), wanted_(wanted) {}

  void run() {
    for (const FormKind& kind : form_kinds(wanted_.rules)) {
      if (kind.name.find(wanted_.only) == std::string::npos) continue;
      const std::vector<const FormDefect*> defects = defects_of(kind);
      FormFigures figures;
      for (int i = 0; i < wanted_.count; ++i) {
        const bool clean = i % kCleanShare == 0 || defects.empty();
        const auto nth = static_cast<std::size_t>(i / kCleanShare);
        look(kind, clean ? nullptr : defects[nth % defects.size()],
             wanted_.seed + static_cast<std::uint64_t>(i), figures);
      }
      all_.emplace_back(kind.name, std::move(figures));
      print(all_.back().first, all_.back().second);
    }
    print_defects();
    print_alarms();
    fmt::print("\ndays by hand: {}, read right {}, read wrong {}, referred {}\n", days_.written,
               days_.right, days_.wrong, days_.referred);
    print_text();
  }

 private:
  static std::vector<const FormDefect*> defects_of(const FormKind& kind) {
    std::vector<const FormDefect*> defects;
    for (const FormDefect& defect : form_defects()) {
      if (can_have(kind, defect) && is_looked_for(kind, defect)) defects.push_back(&defect);
    }
    return defects;
  }

  void look(const FormKind& kind, const FormDefect* defect, std::uint64_t seed,
            FormFigures& figures) {
    const FormScan scan = form_scan(kind, defect, seed, kDpi);
    const auto plan = plan_of(kind, scan.order);
    const auto& bytes = scan.sample.bytes;
    const double begun = speed::cpu_ms();
    decoder_.decode(bytes);
    const double decode_ms = speed::cpu_ms() - begun;
    const auto report =
        inspector_.inspect(bytes, fmt::format("form.{}", scan.sample.extension), plan);
    const std::array keys{form_key()};
    const auto judgement = rules::judge_document(kind.project, kind.slot, report, scan.order, keys);
    for (const auto& stage : report.costs) {
      if (!is_text(stage.stage)) continue;
      text_[stage.stage].push_back(static_cast<double>(stage.cpu_ns) * 1e-6 / decode_ms);
    }
    figures.registration.push_back(milliseconds(report, "registration") / decode_ms);
    figures.inspection.push_back(milliseconds_without_text(report) / decode_ms);
    const bool right =
        count_place(report, judgement, scan, figures) & count_findings(judgement, defect, figures);
    if (!scan.sample.written_day.empty()) count_day(scan, report);
    if (!right) tell(kind, defect, seed, scan, judgement);
  }

  static bool count_place(const pipeline::Report& report, const rules::Judgement& judgement,
                          const FormScan& scan, FormFigures& figures) {
    if (!scan.shows_its_code) return true;
    ++figures.scans;
    const bool read = judgement.form.has_value();
    figures.read += read ? 1 : 0;
    const auto& form = report.facts.form;
    if (!form || !form->placement || report.image->rotation_deg != scan.sample.turn_deg) {
      return false;
    }
    const double off = error_mm(scan.sample, *form->placement);
    figures.errors_mm.push_back(off);
    figures.placed += off < kPlaced_mm ? 1 : 0;
    return read && off < kPlaced_mm;
  }

  void count_day(const FormScan& scan, const pipeline::Report& report) {
    const auto read = report.facts.fields.find("valid_until");
    if (read == report.facts.fields.end()) return;
    ++days_.written;
    const bool referred =
        std::ranges::find(report.findings, pipeline::FindingCode::TplHandwritten,
                          &pipeline::Finding::code) != report.findings.end();
    const bool right = read->second.value == scan.sample.written_day;
    const bool agreed = read->second.score >= 1;
    days_.referred += referred ? 1 : 0;
    days_.right += agreed && right ? 1 : 0;
    days_.wrong += agreed && !right ? 1 : 0;
  }

  bool count_findings(const rules::Judgement& judgement, const FormDefect* defect,
                      FormFigures& figures) {
    std::set<std::string_view> codes;
    for (const auto& finding : judgement.findings) {
      if (alarms(finding)) codes.insert(name(finding.code));
    }
    if (defect != nullptr) {
      Found& found = found_[defect];
      ++found.planted;
      const auto is_it = [&](const pipeline::Finding& finding) {
        return name(finding.code) == defect->finding || name(finding.code) == defect->or_else;
      };
      const bool seen = std::ranges::any_of(judgement.findings, is_it) ||
                        std::ranges::any_of(judgement.logged, is_it);
      found.found += seen ? 1 : 0;
      return seen;
    }
    ++figures.clean;
    figures.alarmed += codes.empty() ? 0 : 1;
    for (const auto code : codes) ++figures.alarms[std::string(code)];
    return codes.empty();
  }

  void tell(const FormKind& kind, const FormDefect* defect, std::uint64_t seed,
            const FormScan& scan, const rules::Judgement& judgement) const {
    const std::string_view planted = defect == nullptr ? "clean" : defect->name;
    if (wanted_.each) {
      std::string codes;
      for (const auto& finding : judgement.findings)
        codes += fmt::format(" {} {:.2f}", name(finding.code), finding.value.value_or(0));
      fmt::print("  {} seed {} {}:{}\n", kind.name, seed, planted, codes);
    }
    if (wanted_.keep.empty()) return;
    std::filesystem::create_directories(wanted_.keep);
    std::ofstream file(fmt::format("{}/{}_{}_{}.{}", wanted_.keep, kind.name, seed, planted,
                                   scan.sample.extension),
                       std::ios::binary);
    file.write(reinterpret_cast<const char*>(scan.sample.bytes.data()),
               static_cast<std::streamsize>(scan.sample.bytes.size()));
  }

  void print(const std::string& name, const FormFigures& f) const {
    if (all_.size() == 1) {
      fmt::print("{:<46}{:>6}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}{:>7}{:>7}\n", "form", "scans", "read",
                 "placed", "median", "largest", "clean", "alarmed", "reg x", "all x");
    }
    const bool any = !f.errors_mm.empty();
    fmt::print("{:<46}{:>6}{:>6}{:>8}{:>8.3f}{:>8.3f}{:>8}{:>8}{:>7.2f}{:>7.2f}\n", name, f.scans,
               f.read, f.placed, any ? speed::median(f.errors_mm) : 0.0,
               any ? std::ranges::max(f.errors_mm) : 0.0, f.clean, f.alarmed,
               speed::median(f.registration), speed::median(f.inspection));
    std::fflush(stdout);
  }

  void print_defects() const {
    fmt::print("\n{:<26}{:<20}{:>8}{:>7}\n", "planted", "finding", "scans", "found");
    for (const FormDefect& defect : form_defects()) {
      const auto found = found_.find(&defect);
      if (found == found_.end()) continue;
      const bool known = pipeline::finding_code(defect.finding).has_value();
      fmt::print("{:<26}{:<20}{:>8}{:>7}\n", defect.name, defect.finding, found->second.planted,
                 known ? fmt::format("{}", found->second.found) : "-");
    }
  }

  void print_alarms() const {
    std::map<std::string, int> sum;
    for (const auto& [name, figures] : all_) {
      for (const auto& [code, count] : figures.alarms) sum[code] += count;
    }
    fmt::print("\n{:<26}{:>8}\n", "on clean scans", "scans");
    for (const auto& [code, count] : sum) fmt::print("{:<26}{:>8}\n", code, count);
  }

  void print_text() const {
    fmt::print("\n{:<26}{:>8}{:>9}{:>9}\n", "text, x a decode", "scans", "median", "largest");
    for (const auto& [stage, costs] : text_) {
      fmt::print("{:<26}{:>8}{:>9.2f}{:>9.2f}\n", stage, costs.size(), speed::median(costs),
                 std::ranges::max(costs));
    }
  }

  pipeline::Inspector& inspector_;
  const DrawnForms& wanted_;
  speed::BgrDecoder decoder_;
  std::vector<std::pair<std::string, FormFigures>> all_;
  std::map<const FormDefect*, Found> found_;
  Days days_;
  std::map<std::string, std::vector<double>> text_;  // by stage, over one decode of the same file
};

}  // namespace

void print_forms(pipeline::Inspector& inspector, const DrawnForms& wanted) {
  Evaluation(inspector, wanted).run();
}

}  // namespace vermilion::evaluate
