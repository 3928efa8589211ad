#include "pipeline/page.hpp"

#include "pipeline/form/facsimile.hpp"
#include "pipeline/form/field_rows.hpp"
#include "pipeline/page/cut_edges.hpp"
#include "pipeline/page/resampling.hpp"
#include "pipeline/page/sheet.hpp"
#include "pipeline/page/skew.hpp"
#include "pipeline/page/turned.hpp"
#include "pipeline/seal/ring_name.hpp"
#include "pipeline/text/document_kind.hpp"
#include "pipeline/text/fields.hpp"
#include "pipeline/text/written_day.hpp"

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include <algorithm>
#include <utility>

namespace vermilion::pipeline {
namespace {

// A picture is taken for a photo from here on, when the sheet's proportions are to give the scale.
constexpr double kPhoto = 0.3;

// Print with finer edges than this many pixels was not enlarged; only softer pages are searched for
// the trace of it. Sharp scans measured up to 1.55, pages enlarged 1.8 times 1.59.
constexpr float kSoftEdge = 1.58F;
constexpr double kSoftEdgeMm = 0.17;  // a scanner's own softness, which is more pixels at 300 dpi

// What is written by hand is not read but for a day: where it stands, for a person to read.
FieldFact written_in(const form::Field& field, const form::Placement& placement,
                     const FieldRequest& wanted, text::RowReader& rows) {
  const cv::Rect place = form::box_on_page(placement, field.value);
  FieldFact fact{.value = {},
                 .expected = wanted.expected,
                 .score = 0,
                 .box = {place.x, place.y, place.width, place.height}};
  if (wanted.fact != "valid_until") return fact;
  const text::WrittenDay written = text::written_day_in(rows, form::row_of(field, placement));
  if (const auto& day = written.day) {
    fact.value = fmt::format("{}-{:02}-{:02}", static_cast<int>(day->year()),
                             static_cast<unsigned>(day->month()),
                             static_cast<unsigned>(day->day()));
  }
  fact.score = written.agreed;
  return fact;
}

}  // namespace

Page::Page(codec::Planes stored, const intake::Header& header, Expected expected, Tools& tools,
           Costs& costs)
    : stored_(std::move(stored)),
      header_(header),
      expected_(std::move(expected)),
      tools_(tools),
      costs_(costs) {}

const Page::Upright& Page::upright() {
  return upright_.get([&] {
    Upright page{{}, costs_.measure("pyramid", [&] { return page::Pyramid(stored_); }), {}, {}};
    page.light = costs_.measure("light", [&] { return page::light_of(page.pyramid); });
    page.lines =
        costs_.measure("lines", [&] { return page::text_lines_of(page.pyramid, page.light); });
    page.turn = costs_.measure(
        "turn", [&] { return page::turn_of(page.pyramid, page.lines, tools_.turn); });
    // Too little print to go by: the camera's word is better than none.
    if (page.turn.lead == 0) page.turn.clockwise_deg = header_.exif_rotation_deg.value_or(0);
    if (page.turn.clockwise_deg == 0) return page;
    return costs_.measure("turning", [&] {
      page.pyramid = page::Pyramid(page::turned(stored_, page.turn.clockwise_deg));
      page.lines = page::text_lines_of(page.pyramid, page.light);
      return std::move(page);
    });
  });
}

const page::Turn& Page::turn() {
  return upright().turn;
}
const page::Pyramid& Page::pyramid() {
  return upright().pyramid;
}
const page::Light& Page::light() {
  return upright().light;
}
const page::TextLines& Page::lines() {
  return upright().lines;
}

double Page::skew_deg() {
  return skew_deg_.get([&] {
    const auto& found = lines();
    return costs_.measure("skew", [&] { return page::skew_of(found); });
  });
}

const page::Capture& Page::capture() {
  return capture_.get([&] {
    const Upright& page = upright();
    return costs_.measure("capture",
                          [&] { return page::capture_of(page.pyramid, page.light, page.lines); });
  });
}

const std::vector<std::string>& Page::cut_edges() {
  return cut_edges_.get([&] {
    const Upright& page = upright();
    return costs_.measure("cut edges",
                          [&] { return page::cut_edges(page.pyramid, page.light, page.lines); });
  });
}

const page::Scale& Page::scale() {
  return scale_.get([&] {
    const cv::Size size = pyramid().luma(0).size();
    page::KnownLengths known{.width_px = static_cast<double>(size.width),
                             .height_px = static_cast<double>(size.height),
                             .flat = capture().photo < kPhoto,
                             .density_tag_dpi = header_.density_dpi};
    const page::Scale by_sheet = page::scale_of(known);
    if (by_sheet.source == ScaleSource::Page) return by_sheet;
    // Seals are looked for only when the sheet does not tell.
    for (const seal::Impression& impression : found_seals().impressions) {
      if (impression.outline.shape() != SealShape::Round) continue;
      known.seal_ring_px = std::max(known.seal_ring_px.value_or(0),
                                    2.0 * static_cast<double>(impression.outline.half_width));
    }
    return page::scale_of(known);
  });
}

std::optional<double> Page::px_per_mm() {
  const auto dpi = scale().dpi;
  return dpi ? std::optional(*dpi / 25.4) : std::nullopt;
}

const page::Sharpness& Page::sharpness() {
  return sharpness_.get([&] {
    const Upright& page = upright();
    return costs_.measure("sharpness",
                          [&] { return page::sharpness_of(page.pyramid, page.light, page.lines); });
  });
}

bool Page::edges_are_soft() {
  const float finest_px = sharpness().finest_px.value_or(0);
  const auto finest_mm = scale().mm(static_cast<double>(finest_px));
  return finest_px >= kSoftEdge && finest_mm.value_or(kSoftEdgeMm) >= kSoftEdgeMm;
}

double Page::upscaling() {
  return upscaling_.get([&] {
    if (!edges_are_soft()) return 1.0;
    return costs_.measure("resampling",
                          [&] { return page::enlargement_of(pyramid().luma(0)).value_or(1.0); });
  });
}

const seal::Found& Page::found_seals() {
  return found_seals_.get([&] {
    const Upright& page = upright();
    seal::Found found =
        costs_.measure("seals", [&] { return seal::find_red(page.pyramid, page.light); });
    if (seal::is_explained(found)) return found;
    costs_.measure("tinged seals", [&] { seal::add_tinged(found, page.pyramid, page.light); });
    if (!found.impressions.empty()) return found;
    return costs_.measure("grey seals", [&] {
      // Rings of 36 to 46 mm on a page that fills the picture.
      const auto mm = static_cast<float>(
          std::max(page.pyramid.luma(0).cols, page.pyramid.luma(0).rows) / page::kA4LongMm);
      seal::Found grey = seal::find_grey(page.pyramid, page.light, 18 * mm, 23 * mm);
      if (found.emblem) grey.emblem = found.emblem;
      return grey;
    });
  });
}

const std::vector<seal::Seal>& Page::seals() {
  return seals_.get([&] {
    const Upright& page = upright();
    const seal::Found& found = found_seals();
    const auto scale_px_per_mm = px_per_mm();
    return costs_.measure("seal measures", [&] {
      return seal::seals_of(found, page.pyramid, page.light, scale_px_per_mm);
    });
  });
}

const std::vector<qr::Reading>& Page::symbols() {
  return symbols_.get([&] {
    const Upright& page = upright();
    return costs_.measure("qr", [&] {
      return qr::read(page.pyramid, page.light, page.lines, tools_.zbar, costs_);
    });
  });
}

const credit_code::Reading& Page::credit_code() {
  return credit_code_.get([&] {
    const Upright& page = upright();
    const auto& found = symbols();
    return costs_.measure("credit code", [&] {
      return credit_code::read({.pyramid = &page.pyramid,
                                .light = &page.light,
                                .lines = &page.lines,
                                .symbols = found,
                                .net = &tools_.glyphs,
                                .trained = &tools_.codes,
                                .tesseract = &tools_.english,
                                .costs = &costs_,
                                .expected = expected_.code.value_or("")});
    });
  });
}

const std::optional<DocumentKindFact>& Page::document_kind() {
  return document_kind_.get([&]() -> std::optional<DocumentKindFact> {
    // A form that was found again is what it is.
    if (expected_.document && registration().placement) return kind_of_form();
    const Upright& page = upright();
    return costs_.measure("document kind", [&] {
      return text::document_kind_of({page.pyramid, page.lines, rows(), tools_.chinese},
                                    expected_.document.value_or(""));
    });
  });
}

DocumentKindFact Page::kind_of_form() {
  DocumentKindFact fact{.kind = *expected_.document, .title = {}, .box = {}};
  const auto& texts = expected_.form->texts;
  const auto title = std::ranges::find(texts, "title", &form::Text::id);
  if (title == texts.end() || !title->printed) return fact;
  const cv::Rect place = form::box_on_page(*registration().placement, title->box);
  fact.title = *title->printed;
  fact.box = {place.x, place.y, place.width, place.height};
  return fact;
}

const form::Registration& Page::registration() {
  return registration_.get([&]() -> form::Registration {
    if (!expected_.form) return {};
    const Upright& page = upright();
    const auto& found = symbols();
    return costs_.measure("registration", [&] {
      return form::registration_of(*expected_.form, page.pyramid, page.light, found);
    });
  });
}

std::optional<double> Page::trusted_px_per_mm() {
  const bool known =
      scale().source == ScaleSource::Page || scale().source == ScaleSource::DensityTag;
  if (!known || capture().photo >= kPhoto) return std::nullopt;
  return px_per_mm();
}

std::optional<double> Page::form_scale() {
  const auto& placement = registration().placement;
  if (!placement) return std::nullopt;
  const auto trusted = trusted_px_per_mm();
  return trusted ? std::optional(placement->px_per_mm / *trusted) : std::nullopt;
}

const card::Cards& Page::cards() {
  return cards_.get([&] {
    const Upright& page = upright();
    return costs_.measure(
        "cards", [&] { return card::cards_of(page.pyramid, page.light, tools_.chinese); });
  });
}

const std::vector<std::string>& Page::card_numbers() {
  return card_numbers_.get([&] {
    const auto& all = cards().found;
    const auto portrait = std::ranges::find(all, card::Side::Portrait, &card::Card::side);
    if (portrait == all.end()) return std::vector<std::string>();
    return costs_.measure(
        "card numbers", [&] { return card::numbers_on(*portrait, pyramid(), tools_.english); });
  });
}

const std::optional<form::Contents>& Page::form_contents() {
  return form_contents_.get([&]() -> std::optional<form::Contents> {
    const auto& placement = registration().placement;
    if (!placement) return std::nullopt;
    const auto& found = seals();
    return costs_.measure("form contents", [&] {
      return form::contents_of(*expected_.form, *placement, pyramid(), light(), found);
    });
  });
}

std::vector<seal::NumberDigit> Page::seal_number(const seal::Seal& seal) {
  return costs_.measure("seal numbers", [&] {
    return seal::number_of(pyramid(), seal.impression.outline, tools_.glyphs);
  });
}

double Page::seal_name_likeness(const seal::Seal& seal, const std::string& name) {
  return costs_.measure("seal names", [&] {
    return seal::name_likeness(pyramid(), seal.impression.outline, name, tools_.chinese);
  });
}

std::optional<std::string> Page::expected_text(std::string_view fact) const {
  const auto wanted = std::ranges::find(expected_.fields, fact, &FieldRequest::fact);
  return wanted == expected_.fields.end() ? std::nullopt : wanted->expected;
}

text::RowReader& Page::rows() {
  if (!rows_) rows_.emplace(pyramid(), lines(), tools_.chinese);
  return *rows_;
}

const std::vector<std::optional<double>>& Page::printed_likeness() {
  return printed_likeness_.get([&] {
    std::vector<std::optional<double>> likeness;
    const auto& placement = registration().placement;
    if (!placement) return likeness;
    return costs_.measure("print", [&] {
      for (const form::Field& field : expected_.form->fields) {
        likeness.emplace_back();
        if (!field.facsimile) continue;
        likeness.back() = form::likeness(*field.facsimile, *placement, pyramid());
      }
      return likeness;
    });
  });
}

// In its place on a form of ours, by its label anywhere else.
std::optional<FieldFact> Page::field_of(const FieldRequest& wanted) {
  if (registration().placement) return field_of_form(wanted);
  return text::field_of(rows(), wanted.fact, wanted.expected);
}

// Only what was printed: a label in its sentences names no value, and of handwriting a person is
// told where it stands. What looks as it should need not be read.
std::optional<FieldFact> Page::field_of_form(const FieldRequest& wanted) {
  const form::Placement& placement = *registration().placement;
  const form::Field* field = form::printed_field(*expected_.form, wanted.fact);
  if (field == nullptr) {
    const form::Field* written = form::written_field(*expected_.form, wanted.fact);
    if (written == nullptr) return std::nullopt;
    return written_in(*written, placement, wanted, rows());
  }
  const auto nth = static_cast<std::size_t>(field - expected_.form->fields.data());
  const auto& likeness = printed_likeness()[nth];
  if (likeness && *likeness >= form::kSamePrint && field->printed == wanted.expected) {
    const cv::Rect place = form::box_on_page(placement, field->facsimile->box);
    return FieldFact{.value = *field->printed,
                     .expected = wanted.expected,
                     .score = *likeness,
                     .box = {place.x, place.y, place.width, place.height}};
  }
  return text::field_in(rows(), form::row_of(*field, placement), wanted.expected);
}

const std::map<std::string, FieldFact, std::less<>>& Page::fields() {
  return fields_.get([&] {
    std::map<std::string, FieldFact, std::less<>> found;
    for (const FieldRequest& wanted : expected_.fields) {
      auto field =
          costs_.measure(fmt::format("field {}", wanted.fact), [&] { return field_of(wanted); });
      if (field) found.emplace(wanted.fact, std::move(*field));
    }
    return found;
  });
}

}  // namespace vermilion::pipeline
