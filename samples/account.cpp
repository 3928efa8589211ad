#include "samples/account.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "samples/capture/capture.hpp"
#include "samples/documents/catalogue.hpp"

#include <algorithm>

namespace vermilion::samples {
namespace {

using capture::Shot;
using documents::Document;
using seals::StampedSeal;

// What went under a black-and-white copier or into a file without colour is grey.
bool is_red(const StampedSeal& seal, const Document& document, const Recipe& recipe,
            bool colourless) {
  if (colourless || has(recipe, Defect::SealBw)) return false;
  const bool under_the_copier =
      seal.role != pipeline::SealRole::Holder && recipe.copy == Copy::BlackAndWhite;
  return document.born_digital || !under_the_copier;
}

std::vector<std::string> covered_by(const StampedSeal& seal, const Document& document) {
  std::vector<std::string> covered;
  for (const Rect& text : document.texts) {
    if (!seals::covers(seal.impression, text)) continue;
    covered.emplace_back("text");
    break;
  }
  if (document.code_line && seals::covers(seal.impression, *document.code_line)) {
    covered.emplace_back("credit_code");
  }
  return covered;
}

std::vector<SealTruth> seals_in(const Shot& shot, const std::vector<StampedSeal>& stamped,
                                const Document& document, const Recipe& recipe, bool colourless) {
  std::vector<SealTruth> truths;
  for (const StampedSeal& seal : stamped) {
    const auto box = capture::box_in(shot, seals::outline_of(seal.impression));
    if (!box) continue;
    const auto& design = seal.impression.design;
    const Point at = seal.impression.centre;
    const cv::Point2d centre = capture::apply(shot.place, {at.x, at.y});
    truths.push_back({design.shape, seal.role, design.arch, *box,
                      std::max(design.size.width, design.size.height),
                      is_red(seal, document, recipe, colourless) ? "red" : "grey", seal.defects,
                      covered_by(seal, document), centre.x, centre.y});
  }
  return truths;
}

std::vector<QrTruth> qr_in(const Shot& shot, const Document& document) {
  std::vector<QrTruth> truths;
  for (const auto& mark : document.qr) {
    if (const auto box = capture::box_in(shot, outline_of(mark.box)))
      truths.push_back({mark.text, *box});
  }
  return truths;
}

std::vector<PlantedTruth> planted_in(const Recipe& recipe) {
  std::vector<PlantedTruth> truths;
  for (const Planted& planted : recipe.defects) {
    const auto& row = describe(planted.defect);
    truths.push_back({std::string(row.id), planted.strength, std::string(row.unit)});
  }
  return truths;
}

std::optional<Box> box_of(const Shot& shot, const std::optional<Rect>& place) {
  return place ? capture::box_in(shot, outline_of(*place)) : std::nullopt;
}

std::optional<Box> emblem_in(const Shot& shot, const Document& document) {
  if (!document.emblem) return std::nullopt;
  const Rect& disc = *document.emblem;
  return capture::box_in(shot, ellipse_outline(disc.centre(), {disc.width, disc.height}, 0));
}

std::string copy_of(const Document& document, const Recipe& recipe) {
  if (document.born_digital) return "born_digital";
  const bool grey = recipe.copy == Copy::BlackAndWhite || has(recipe, Defect::SealBw);
  return grey ? "black_and_white" : "colour";
}

void tell_page(Truth& truth, const Shot& shot, const Document& document) {
  const Point middle{document.page.size().width / 2, document.page.size().height / 2};
  truth.width = shot.picture.cols;
  truth.height = shot.picture.rows;
  truth.dpi = capture::density_at(shot, middle);
  truth.skew_deg = capture::slope_at(shot, middle);
  truth.perspective = shot.perspective;
  truth.page_area = shot.page_area;
}

void tell_code(Truth& truth, const Shot& shot, const Document& document,
               const Organisation& holder) {
  if (!document.code_line) return;
  truth.code_printed = holder.code_printed;
  truth.code_meant = holder.code_meant;
  truth.code_valid = pipeline::credit_code::valid(holder.code_printed);
  truth.code_box = box_of(shot, document.code_line);
}

}  // namespace

Truth account_of(const HandedIn& sheet, const Shot& shot, const encode::Encoded& file,
                 const Recipe& recipe) {
  const Document& document = sheet.document;
  const auto& kind = documents::describe(recipe.document);
  Truth truth{.document = std::string(kind.id),
              .layout = std::string(kind.layout),
              .copy = copy_of(document, recipe),
              .format = std::string(name(file.format)),
              .decoys = document.decoys,
              .organisation = sheet.holder.name,
              .legal_person = sheet.holder.legal_person,
              .seals = seals_in(shot, sheet.seals, document, recipe, file.colourless),
              .qr = qr_in(shot, document),
              .emblem = emblem_in(shot, document),
              .defects = planted_in(recipe),
              .turn_deg = capture::turn_deg(recipe)};
  tell_code(truth, shot, document, sheet.holder);
  tell_page(truth, shot, document);
  return truth;
}

}  // namespace vermilion::samples
