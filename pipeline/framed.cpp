#include "pipeline/framed.hpp"

#include <optional>

namespace vermilion::pipeline {
namespace {

cv::Mat part(const cv::Mat& plane, const cv::Rect& area) {
  return plane.empty() ? plane : plane(area).clone();
}

cv::Rect upright(const cv::Rect& area, cv::Size stored, int clockwise_deg) {
  switch (clockwise_deg) {
    case 90:
      return {stored.height - area.br().y, area.x, area.height, area.width};
    case 180:
      return {stored.width - area.br().x, stored.height - area.br().y, area.width, area.height};
    case 270:
      return {area.y, stored.width - area.br().x, area.height, area.width};
    default:
      return area;
  }
}

void move(Box& box, cv::Point by) {
  box.x += by.x;
  box.y += by.y;
}

void move(std::optional<Box>& box, cv::Point by) {
  if (box) move(*box, by);
}

// Sheet -> page, then the page by so much.
void move(FormPlacement& placement, cv::Point by) {
  auto& map = placement.page_from_mm;
  for (std::size_t i = 0; i < 3; ++i) {
    map[i] += by.x * map[6 + i];
    map[3 + i] += by.y * map[6 + i];
  }
}

void move_facts(Facts& facts, cv::Point by) {
  if (facts.seals) {
    for (SealFact& seal : *facts.seals) move(seal.box, by);
  }
  if (facts.qr) {
    for (QrFact& qr : *facts.qr) move(qr.box, by);
  }
  if (facts.credit_code) move(facts.credit_code->box, by);
  if (facts.expected_code) move(facts.expected_code->box, by);
  if (facts.document) move(facts.document->box, by);
  for (auto& [fact, field] : facts.fields) move(field.box, by);
  if (facts.form && facts.form->placement) move(*facts.form->placement, by);
}

}  // namespace

codec::Planes cut_out(const codec::Planes& picture, const cv::Rect& area) {
  const cv::Rect half(area.x / 2, area.y / 2, area.width / 2, area.height / 2);
  return {.luma = part(picture.luma, area),
          .cb = part(picture.cb, half),
          .cr = part(picture.cr, half),
          .luma_half = part(picture.luma_half, half)};
}

void put_back(Report& report, const cv::Rect& area, cv::Size stored) {
  if (!report.image) return;
  const int turn_deg = report.image->rotation_deg;
  const cv::Rect page = upright(area, stored, turn_deg);
  const bool lies = turn_deg % 180 != 0;
  report.image->width = lies ? stored.height : stored.width;
  report.image->height = lies ? stored.width : stored.height;
  report.image->page_area = Box{page.x, page.y, page.width, page.height};
  move_facts(report.facts, page.tl());
  for (Finding& found : report.findings) move(found.box, page.tl());
  for (auto& [check, measurements] : report.measurements) {
    for (Measurement& measured : measurements) move(measured.box, page.tl());
  }
}

}  // namespace vermilion::pipeline
