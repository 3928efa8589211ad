#include "models/training/page_layout.hpp"
#include "pipeline/codec/decode.hpp"
#include "pipeline/intake/intake.hpp"
#include "pipeline/limits.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/red_light.hpp"
#include "samples/make.hpp"

#include <cmath>

namespace vermilion::models {
namespace {

samples::Recipe recipe(Random& random) {
  using samples::DocumentKind;
  samples::Wishes wishes;
  wishes.documents = {DocumentKind::BusinessLicence2014,    DocumentKind::BusinessLicence2019,
                      DocumentKind::BusinessLicence2019,    DocumentKind::ElectronicLicence,
                      DocumentKind::InstitutionCertificate, DocumentKind::AssociationCertificate,
                      DocumentKind::MedicalLicence,         DocumentKind::AuthorisationLetter};
  wishes.further_defects_max = 2;
  wishes.dpi = whole(random, 60, 110);
  return samples::random_recipe(random(), wishes);
}

// The box holds the line with its skew: what line fills it?
Quad line_in(const pipeline::Box& box, double skew_deg) {
  const double turn = skew_deg * CV_PI / 180;
  const double c = std::cos(turn);
  const double s = std::abs(std::sin(turn));
  const double share = c * c - s * s;
  const cv::Point2d half((box.width * c - box.height * s) / share / 2,
                         (box.height * c - box.width * s) / share / 2);
  const cv::Point2d centre(box.x + box.width / 2.0, box.y + box.height / 2.0);
  const cv::Point2d along = half.x * cv::Point2d(c, std::sin(turn));
  const cv::Point2d down = half.y * cv::Point2d(-std::sin(turn), c);
  return {cv::Point2f(centre - along - down), cv::Point2f(centre + along - down),
          cv::Point2f(centre + along + down), cv::Point2f(centre - along + down)};
}

std::optional<FlatPage> seen(const samples::Sample& sample) {
  using namespace pipeline;
  const auto taken =
      intake::examine(sample.bytes, "sample." + sample.extension, limits::kFileBytesCeiling);
  if (!taken.header) return std::nullopt;
  auto planes = codec::decode(sample.bytes, *taken.header);
  if (!planes) return std::nullopt;
  const page::Pyramid pyramid(std::move(*planes));
  FlatPage page;
  page::red_light(pyramid, 0, {{}, pyramid.luma(0).size()}).convertTo(page.picture, CV_32F);
  if (sample.truth.code_box) page.code = line_in(*sample.truth.code_box, sample.truth.skew_deg);
  return page;
}

}  // namespace

FlatPage sample_page(Random& random) {
  while (true) {
    const samples::Sample sample = samples::make(recipe(random));
    if (sample.truth.turn_deg != 0) continue;  // its boxes are those of the upright page
    if (auto page = seen(sample)) return std::move(*page);
  }
}

}  // namespace vermilion::models
