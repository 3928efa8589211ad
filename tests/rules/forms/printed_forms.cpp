#include "tests/rules/forms/printed_forms.hpp"

#include "rules/forms/drawing/print.hpp"
#include "rules/forms/template.hpp"
#include "tests/rules/forms/an_order.hpp"
#include "tests/rules/rule_files.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace vermilion::tests {
namespace {

constexpr double kDpi = 150;

rules::Project project_named(const std::string& id) {
  for (const auto& file : shipped_rules().projects) {
    if (file.id == id) return compiled(file, shipped_rules().documents);
  }
  throw std::invalid_argument(id);
}

PrintedForm form_of(const std::string& project, const std::string& document) {
  PrintedForm form{.project = project_named(project)};
  for (const rules::Slot& slot : form.project.slots) {
    const auto type = std::ranges::find(slot.alternatives, document, &rules::DocumentType::id);
    if (type == slot.alternatives.end()) continue;
    form.slot = slot.id;
    form.type = *type;
    form.order = an_order_for(form.project);
    return form;
  }
  throw std::invalid_argument(document);
}

void print(PrintedForm& form, const rules::forms::FilledForm& filled, const std::string& payload) {
  auto raster = rules::forms::drawing::raster(filled, payload, kDpi);
  if (!raster) throw std::runtime_error(raster.error().detail);
  form.sheet = {raster->width, raster->height, std::move(raster->grey), kDpi};
  form.form = rules::forms::template_of(form.project, form.type, form.order);
  form.signers = {.organisation = form.order.organisation.value(),
                  .seal_number = "3600001234567",
                  .legal_person = form.order.legal_person.value(),
                  .jiangxi_head = form.order.jiangxi_head.value(),
                  .agent = form.order.agent.value()};
}

cv::Point2d apply(const cv::Matx33d& map, double x, double y) {
  const cv::Vec3d image = map * cv::Vec3d(x, y, 1);
  return {image[0] / image[2], image[1] / image[2]};
}

}  // namespace

PrintedForm printed_form(const std::string& project, const std::string& document) {
  PrintedForm form = form_of(project, document);
  const auto filled_form = filled(form.project, form.type, form.order);
  print(form, filled_form, payload_of(form.project, form.type, filled_form));
  return form;
}

PrintedForm printed_form(const std::string& project, const std::string& document,
                         const std::string& payload) {
  PrintedForm form = form_of(project, document);
  print(form, filled(form.project, form.type, form.order), payload);
  return form;
}

samples::FormSample handed_in(const PrintedForm& form, const samples::FormRecipe& recipe) {
  return samples::hand_in(form.sheet, form.form, form.signers, recipe);
}

double error_mm(const samples::FormSample& sample, const std::array<double, 9>& page_from_mm) {
  const cv::Matx33d truth(sample.picture_from_mm.data());
  const cv::Matx33d placed(page_from_mm.data());
  double worst = 0;
  for (int x = 10; x <= 200; x += 19) {
    for (int y = 10; y <= 287; y += 27) {
      // The truth counts from the edge of the first pixel, placements from its middle.
      const cv::Point2d there = apply(truth, x, y) - cv::Point2d(0.5, 0.5);
      const double px_per_mm = cv::norm(apply(truth, x + 1, y) - apply(truth, x, y));
      worst = std::max(worst, cv::norm(apply(placed, x, y) - there) / px_per_mm);
    }
  }
  return worst;
}

}  // namespace vermilion::tests
