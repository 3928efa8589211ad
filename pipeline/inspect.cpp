#include "pipeline/inspect.hpp"

#include "pipeline/checks/catalogue.hpp"
#include "pipeline/codec/decode.hpp"
#include "pipeline/cost.hpp"
#include "pipeline/decide.hpp"
#include "pipeline/digest.hpp"
#include "pipeline/framed.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/page.hpp"
#include "pipeline/page/area.hpp"
#include "pipeline/qr/symbol.hpp"
#include "pipeline/tools.hpp"

#include <malloc.h>
#include <opencv2/core/utility.hpp>

#include <cassert>
#include <utility>

namespace vermilion::pipeline {
namespace {

constexpr int kPictureBytes = 64 * 1024 * 1024;

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
  findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

const checks::Check& check_named(const std::string& id) {
  const checks::Check* check = checks::find(id);
  assert(check != nullptr && "plans name checks of the catalogue only");
  return *check;
}

// A check looks once, however many rules ask for it; each rule decides by its own thresholds.
void look(const Plan& plan, Page& page, Report& report) {
  for (const CheckRequest& request : plan.checks) {
    const checks::Check& check = check_named(request.check);
    auto known = report.measurements.find(request.check);
    if (known == report.measurements.end()) {
      if (!is_asked(check.description, plan)) continue;
      known = report.measurements.emplace(request.check, check.measure(page)).first;
    }
    append(report.findings, decide(check.description, known->second, request));
  }
}

Finding by(std::string_view stage, Finding found) {
  found.check = stage;
  return found;
}

}  // namespace

struct Inspector::Readers {
  Tools tools;
};

Inspector::Inspector(std::unique_ptr<Readers> readers) : readers_(std::move(readers)) {}
Inspector::Inspector(Inspector&&) noexcept = default;
Inspector& Inspector::operator=(Inspector&&) noexcept = default;
Inspector::~Inspector() = default;

Result<Inspector> Inspector::create(const std::filesystem::path& models) {
  // Scans are looked at side by side; threads within one would only get in each other's way.
  cv::setNumThreads(1);
  // Pictures of one scan are of a size with those of the next. Given back to the system in between,
  // their pages would be zeroed and mapped anew each time, which costs a seventh of a decode.
  mallopt(M_MMAP_THRESHOLD, kPictureBytes);
  mallopt(M_TRIM_THRESHOLD, 4 * kPictureBytes);
  auto tools = tools_in(models);
  if (!tools) return tl::make_unexpected(tools.error());
  return Inspector(std::make_unique<Readers>(Readers{std::move(*tools)}));
}

Result<void> Inspector::load() {
  qr::load_encodings();
  Tools& tools = readers_->tools;
  return tools.english.load().and_then([&] { return tools.chinese.load(); });
}

Report Inspector::inspect(std::span<const std::byte> bytes, std::string_view file,
                          const Plan& plan) {
  Costs costs;
  Report report{.file = std::string(file),
                .bytes = bytes.size(),
                .asked = {plan.max_bytes, plan.expected_code}};
  report.sha256 = costs.measure("digest", [&] { return sha256(bytes); });
  auto intake =
      costs.measure("intake", [&] { return intake::examine(bytes, file, plan.max_bytes); });
  for (Finding& found : intake.findings) report.findings.push_back(by("intake", std::move(found)));
  if (intake.header) {
    auto planes = costs.measure("decode", [&] { return codec::decode(bytes, *intake.header); });
    if (planes) {
      const cv::Size stored = planes->luma.size();
      const auto area = costs.measure("page area", [&] { return page::area_of(planes->luma); });
      if (area) *planes = cut_out(*planes, *area);
      Page page(std::move(*planes), *intake.header,
                {plan.document, plan.expected_code, plan.expected_citizen_id, plan.form, plan.fields,
                 plan.today},
                readers_->tools, costs);
      look(plan, page, report);
      report.readable = true;
      report.image = page.image_fact();
      report.facts = page.facts(plan.seal_pictures);
      if (area) put_back(report, *area, stored);
    } else {
      report.findings.push_back(by("decode", planes.error()));
    }
  }
  report.costs = costs.stages();
  return report;
}

}  // namespace vermilion::pipeline
