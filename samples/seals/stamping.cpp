#include "samples/seals/stamping.hpp"

#include "samples/documents/catalogue.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace vermilion::samples::seals {
namespace {

using documents::Document;
using documents::PlannedSeal;
using pipeline::SealRole;

// The company's own seal leads; special seals follow it.
SealDesign any_company_seal(const Organisation& holder, Random& random) {
  static constexpr std::array kDiameters_mm{40.0, 40.0, 40.0, 42.0, 42.0, 38.0, 45.0};
  const bool foreign = holder.category == Category::Company && random.chance(0.06);
  if (foreign) return foreign_company_seal(holder.name, holder.seal_number);
  SealDesign design = company_seal(holder.name, holder.seal_number, random.choose(kDiameters_mm));
  if (random.chance(0.12)) design.number.clear();  // old seals have none
  return design;
}

double overlap_area(const Rect& a, const Rect& b) {
  const double width = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  const double height = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return std::max(0.0, width) * std::max(0.0, height);
}

double area_covered(const Document& document, const Rect& seal) {
  double area = 0;
  for (const Rect& text : document.texts) area += overlap_area(seal, text);
  for (const Rect& other : document.others) area += overlap_area(seal, other);
  for (const PlannedSeal& planned : document.seals) {
    area += overlap_area(seal, around(planned.centre, planned.design.size));
  }
  return area;
}

// A place where the seal covers nothing, or as little as the page allows.
Point blank_for(const Document& document, Size seal, Random& random) {
  constexpr int kTries = 300;
  const Rect& room = document.stampable;
  Point best = room.centre();
  double least = area_covered(document, around(best, seal));
  for (int i = 0; i < kTries; ++i) {
    const Point at{room.x + seal.width / 2 + random.uniform() * (room.width - seal.width),
                   room.y + seal.height / 2 + random.uniform() * (room.height - seal.height)};
    const double area = area_covered(document, around(at, {seal.width + 2, seal.height + 2}));
    if (area < least) {
      least = area;
      best = at;
    }
    if (least == 0) break;
  }
  return best;
}

double any_turn_deg(Random& random) {
  return random.chance(0.9) ? random.normal() * 7 : random.uniform(-40, 40);
}

std::vector<PlannedSeal> planned_for_holder(const Document& document, const Organisation& holder,
                                            Random& random) {
  std::vector<PlannedSeal> planned;
  for (const PlannedSeal& seal : document.seals) {
    if (seal.role == SealRole::Holder) planned.push_back(seal);
  }
  if (!planned.empty()) return planned;
  const SealDesign design = any_company_seal(holder, random);
  return {
      {design, blank_for(document, design.size, random), SealRole::Holder, any_turn_deg(random)}};
}

// A seal that stands on a line stands on its middle, more or less.
Point onto(const Rect& line, Random& random) {
  const Point middle = line.centre();
  return {middle.x + random.normal() * line.width * 0.08, middle.y + random.normal() * 3};
}

// Where the most text lies beneath: the middle of the line around which most of it stands.
Point densest_text(const Document& document, Size seal) {
  Point best = document.stampable.centre();
  double most = 0;
  for (const Rect& line : document.texts) {
    const Rect place = around(line.centre(), seal);
    double area = 0;
    for (const Rect& text : document.texts) area += overlap_area(place, text);
    for (const Rect& other : document.others) area -= 10 * overlap_area(place, other);
    for (const PlannedSeal& planned : document.seals) {
      area -= 10 * overlap_area(place, around(planned.centre, planned.design.size));
    }
    if (area <= most) continue;
    most = area;
    best = line.centre();
  }
  return best;
}

// Beyond the left edge, where no document has its registrar's seal.
Point over_the_edge(const SealDesign& design, Point centre, double share_beyond) {
  return {design.size.width * (0.5 - share_beyond), centre.y};
}

void misplace(PlannedSeal& seal, const Document& document, const Recipe& recipe, Random& random) {
  if (has(recipe, Defect::SealOverCode) && document.code_line) {
    seal.centre = onto(*document.code_line, random);
  }
  if (has(recipe, Defect::SealOverName) && document.name_line) {
    seal.centre = onto(*document.name_line, random);
  }
  if (has(recipe, Defect::SealOverText)) {
    seal.centre = densest_text(document, seal.design.size);
  }
  if (const auto beyond = strength(recipe, Defect::SealAtEdge)) {
    seal.centre = over_the_edge(seal.design, seal.centre, *beyond);
  }
}

struct Fault {
  Defect defect;
  double Stamping::*amount;
};
constexpr std::array kFaults{Fault{Defect::SealFaded, &Stamping::kept},
                             Fault{Defect::SealSmeared, &Stamping::smear_mm},
                             Fault{Defect::SealBlurred, &Stamping::blur_mm},
                             Fault{Defect::SealBrokenBorder, &Stamping::rim_lost},
                             Fault{Defect::SealSpeckle, &Stamping::specks_per_cm2},
                             Fault{Defect::SealPrinted, &Stamping::screen_lpi}};

struct Pad {
  Defect defect;
  InkColour colour;
};
constexpr std::array kPads{Pad{Defect::SealPurple, kPurple}, Pad{Defect::SealOrange, kOrange},
                           Pad{Defect::SealDark, kBrown}};

StampedSeal stamped(const PlannedSeal& planned, const Recipe& recipe, Random& random) {
  StampedSeal seal{{planned.design, planned.centre, planned.turn_deg, natural_stamping(random)},
                   planned.role,
                   {}};
  seal.defects = plant(recipe, seal.impression.stamping);
  if (has(recipe, Defect::SealBw)) seal.defects.emplace_back(describe(Defect::SealBw).id);
  return seal;
}

Stamping flawless() {
  return {
      .colour = {{0.87, 0.10, 0.10}}, .unevenness = 0, .texture = 0, .pinholes = 0, .bleed_mm = 0};
}

}  // namespace

std::vector<std::string> plant(const Recipe& recipe, Stamping& stamping) {
  std::vector<std::string> planted;
  for (const Fault& fault : kFaults) {
    const auto amount = strength(recipe, fault.defect);
    if (!amount) continue;
    stamping.*fault.amount = *amount;
    planted.emplace_back(describe(fault.defect).id);
  }
  for (const Pad& pad : kPads) {
    const auto share = strength(recipe, pad.defect);
    if (!share) continue;
    stamping.colour = towards(stamping.colour, pad.colour, *share);
    planted.emplace_back(describe(pad.defect).id);
  }
  return planted;
}

std::vector<StampedSeal> original_seals(const Document& document, Random random) {
  std::vector<StampedSeal> seals;
  for (const PlannedSeal& planned : document.seals) {
    if (planned.role == SealRole::Holder) continue;
    const Stamping how = document.born_digital ? flawless() : natural_stamping(random);
    const double turn_deg = document.born_digital ? 0 : planned.turn_deg;
    seals.push_back({{planned.design, planned.centre, turn_deg, how}, planned.role, {}});
  }
  return seals;
}

std::vector<StampedSeal> holder_seals(const Document& document, const Organisation& holder,
                                      const Recipe& recipe, Random random) {
  if (!documents::describe(recipe.document).is(documents::kHolderSeal)) return {};
  if (has(recipe, Defect::SealMissing)) return {};
  auto planned = planned_for_holder(document, holder, random);
  misplace(planned.front(), document, recipe, random);
  std::vector<StampedSeal> seals;
  seals.reserve(planned.size());
  for (const PlannedSeal& seal : planned) seals.push_back(stamped(seal, recipe, random));
  return seals;
}

bool covers(const Impression& impression, const Rect& rect) {
  const Rect box = box_of(impression);
  if (!overlap(box, rect)) return false;
  if (!is_curved(impression.design.shape)) return true;
  const double dx = std::clamp(impression.centre.x, rect.x, rect.right()) - impression.centre.x;
  const double dy = std::clamp(impression.centre.y, rect.y, rect.bottom()) - impression.centre.y;
  return std::hypot(dx / (box.width / 2), dy / (box.height / 2)) < 1;
}

}  // namespace vermilion::samples::seals
