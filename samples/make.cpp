#include "samples/make.hpp"

#include "pipeline/credit_code/credit_code.hpp"
#include "samples/capture/capture.hpp"
#include "samples/capture/copier.hpp"
#include "samples/documents/catalogue.hpp"
#include "samples/encode/encode.hpp"
#include "samples/invented_numbers.hpp"
#include "samples/seals/stamping.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace vermilion::samples {
namespace {

using capture::Shot;
using documents::Document;
using seals::StampedSeal;

// Another organisation's code is taken where the first has no digit a letter could stand for.
Organisation with_lookalike_printed(Organisation holder, const Random& random) {
  Random misprint = random.child("misprint");
  for (int nth = 2; holder.code_printed == holder.code_meant; ++nth) {
    holder.code_printed = with_lookalike(holder.code_meant, misprint);
    if (holder.code_printed != holder.code_meant) break;
    holder =
        invent_organisation(holder.category, random.child("organisation " + std::to_string(nth)));
  }
  return holder;
}

Organisation holder_of(const Recipe& recipe, const Random& random) {
  Organisation holder = invent_organisation(documents::describe(recipe.document).category,
                                            random.child("organisation"));
  if (has(recipe, Defect::CodeLookalike)) return with_lookalike_printed(holder, random);
  if (has(recipe, Defect::CodeWrong)) {
    Random misprint = random.child("misprint");
    holder.code_printed = misprinted(holder.code_meant, misprint);
  }
  return holder;
}

// The sheet that goes on the glass: the original, copied or not, with the holder's seals on it.
struct HandedIn {
  Picture page;
  std::vector<StampedSeal> seals;
};

void stamp_all(Picture& page, const std::vector<StampedSeal>& stamped, int dpi,
               const Random& random) {
  int nth = 0;
  for (const StampedSeal& seal : stamped) {
    seals::stamp(page, dpi, seal.impression, random.child("ink " + std::to_string(nth++)));
  }
}

HandedIn handed_in(const Document& document, const Organisation& holder, const Recipe& recipe,
                   const Random& random) {
  HandedIn result{picture_of(document.page),
                  seals::original_seals(document, random.child("registrar"))};
  stamp_all(result.page, result.seals, recipe.dpi, random.child("registrar"));
  const bool copied = !document.born_digital && recipe.copy == Copy::BlackAndWhite;
  if (copied) capture::photocopy(result.page, recipe.dpi, random.child("copier"));
  auto fresh = seals::holder_seals(document, holder, recipe, random.child("holder"));
  stamp_all(result.page, fresh, recipe.dpi, random.child("holder"));
  if (has(recipe, Defect::SealBw)) {
    capture::photocopy(result.page, recipe.dpi, random.child("second copier"));
  }
  for (StampedSeal& seal : fresh) result.seals.push_back(std::move(seal));
  return result;
}

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
    truths.push_back({design.shape, seal.role, design.arch, *box,
                      std::max(design.size.width, design.size.height),
                      is_red(seal, document, recipe, colourless) ? "red" : "grey", seal.defects,
                      covered_by(seal, document)});
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
}

void tell_code(Truth& truth, const Shot& shot, const Document& document,
               const Organisation& holder) {
  if (!document.code_line) return;
  truth.code_printed = holder.code_printed;
  truth.code_meant = holder.code_meant;
  truth.code_valid = pipeline::credit_code::valid(holder.code_printed);
  truth.code_box = box_of(shot, document.code_line);
}

// What the file says of itself: the density it was scanned at, enlarged or not.
int stated_dpi(const Recipe& recipe) {
  const auto scanned = strength(recipe, Defect::Lowres);
  return scanned ? std::min(recipe.dpi, static_cast<int>(std::lround(*scanned))) : recipe.dpi;
}

std::string extension(pipeline::ImageFormat format) {
  return format == pipeline::ImageFormat::Jpeg ? "jpg" : std::string(name(format));
}

}  // namespace

Sample make(const Recipe& recipe) {
  const Random random(recipe.seed);
  const auto& kind = documents::describe(recipe.document);
  const Organisation holder = holder_of(recipe, random);
  const Document document = kind.draw(recipe.dpi, holder, random.child("document"));
  const HandedIn paper = handed_in(document, holder, recipe, random);
  const Shot shot = capture::capture(capture::sheet(paper.page, recipe.dpi), recipe,
                                     document.born_digital, random.child("capture"));
  const int turn_deg = capture::turn_deg(recipe);
  const auto file = encode::encode(capture::stored(shot.picture, turn_deg), stated_dpi(recipe),
                                   recipe, random.child("encode"));

  Truth truth{.document = std::string(kind.id),
              .layout = std::string(kind.layout),
              .copy = copy_of(document, recipe),
              .format = std::string(name(file.format)),
              .decoys = document.decoys,
              .organisation = holder.name,
              .legal_person = holder.legal_person,
              .seals = seals_in(shot, paper.seals, document, recipe, file.colourless),
              .qr = qr_in(shot, document),
              .emblem = emblem_in(shot, document),
              .defects = planted_in(recipe)};
  tell_code(truth, shot, document, holder);
  tell_page(truth, shot, document);
  truth.turn_deg = turn_deg;
  return {file.bytes, extension(file.format), truth};
}

}  // namespace vermilion::samples
