// The page as a report tells of it.
#include "pipeline/page.hpp"
#include "pipeline/seal/small_picture.hpp"

#include <opencv2/core.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace vermilion::pipeline {
namespace {

Box box_of(const std::array<cv::Point2f, 4>& corners) {
  float left = corners[0].x;
  float right = corners[0].x;
  float top = corners[0].y;
  float bottom = corners[0].y;
  for (const cv::Point2f& corner : corners) {
    left = std::min(left, corner.x);
    right = std::max(right, corner.x);
    top = std::min(top, corner.y);
    bottom = std::max(bottom, corner.y);
  }
  const auto whole = [](float value) { return static_cast<int>(std::lround(value)); };
  return {whole(left), whole(top), whole(right - left), whole(bottom - top)};
}

}  // namespace

ImageFact Page::image_fact() {
  const cv::Size size = pyramid().luma(0).size();
  return {.format = header_.format,
          .width = size.width,
          .height = size.height,
          .dpi = scale().dpi,
          .dpi_source = scale().source,
          .rotation_deg = turn().clockwise_deg,
          .skew_deg = skew_deg()};
}

PageFact Page::page_fact() {
  PageFact fact{.paper = light().paper,
                .contrast = light().contrast(),
                .upscaling = upscaling(),
                .photo = capture().photo,
                .cropped = !cut_edges().empty()};
  if (scale().dpi) {
    const auto mm = [&](std::optional<float> px) {
      return px ? scale().mm(static_cast<double>(*px)) : std::nullopt;
    };
    fact.edge_spread_mm = mm(sharpness().spread_px);
    fact.worst_edge_spread_mm = mm(sharpness().worst_px);
  }
  return fact;
}

// Whose form it is the rules read off the code.
std::optional<FormFact> Page::form_fact() {
  const auto& placement = registration().placement;
  if (!placement) return std::nullopt;
  FormPlacement fact{.residual_mm = placement->residual.rms_mm,
                     .worst_mm = placement->residual.worst_mm,
                     .marks = registration().marks,
                     .scale = form_scale()};
  std::copy_n(placement->page_from_mm.val, fact.page_from_mm.size(), fact.page_from_mm.begin());
  return FormFact{.placement = fact};
}

std::vector<SealFact> Page::seal_facts(const std::vector<seal::Seal>& seals, bool pictures) {
  std::vector<SealFact> facts;
  const cv::Mat& page = pyramid().luma(0);
  for (const seal::Seal& seal : seals) {
    facts.push_back(seal::fact_of(seal, page.size(), px_per_mm()));
    if (!pictures || seal.role == SealRole::Registrar) continue;
    facts.back().picture = costs_.measure(
        "seal pictures", [&] { return seal::small_picture(page, seal.impression.outline); });
  }
  return facts;
}

Facts Page::facts(bool seal_pictures) {
  if (seal_pictures) seals();
  if (!expected_.fields.empty()) fields();
  Facts facts;
  if (upscaling_.made() != nullptr && cut_edges_.made() != nullptr) facts.page = page_fact();
  if (const auto* seals = seals_.made()) facts.seals = seal_facts(*seals, seal_pictures);
  if (const auto* symbols = symbols_.made()) {
    facts.qr.emplace();
    for (const qr::Reading& reading : *symbols) {
      facts.qr->push_back(
          {reading.symbol.text, box_of(reading.symbol.corners), std::string(reading.read_by)});
    }
  }
  if (const auto* reading = credit_code_.made(); reading != nullptr && reading->code) {
    facts.credit_code = reading->code;
    facts.credit_code->read_by = reading->read_by;
  }
  if (const auto* reading = credit_code_.made()) facts.expected_code = reading->expected;
  if (const auto* kind = document_kind_.made()) facts.document = *kind;
  if (registration_.made() != nullptr) facts.form = form_fact();
  if (const auto* found = fields_.made()) facts.fields = *found;
  return facts;
}

}  // namespace vermilion::pipeline
