#include "samples/fill_in.hpp"

#include "samples/hand/writing.hpp"
#include "samples/seals/impression.hpp"
#include "samples/seals/stamping.hpp"
#include "samples/utf8.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace vermilion::samples {
namespace {

namespace printed = pipeline::form;
using seals::Impression;
using seals::SealDesign;

constexpr double kMmPerPoint = 25.4 / 72;

// Names as wide as a 法人章, which has 16 to 25 mm.
constexpr double kSealWidth = 20;
constexpr double kFarTooWide = 48;

bool may_be(const printed::Stamp& stamp, std::string_view with) {
  return std::ranges::find(stamp.with, with) != stamp.with.end();
}

const printed::Stamp* stamp_of(const printed::Template& form, std::string_view by) {
  const auto stamp = std::ranges::find(form.stamps, by, &printed::Stamp::by);
  return stamp == form.stamps.end() ? nullptr : &*stamp;
}

Rect rect_of(const printed::BoxMm& box) {
  return {box.x, box.y, box.w, box.h};
}

bool is_written_by_hand(const printed::Field& field) {
  return field.fact.empty();
}

// One sheet under the hands of those who fill it in.
class Desk {
 public:
  Desk(Picture& page, double dpi, printed::Template form, const Signers& signers,
       const FormRecipe& recipe, const Recipe& wanted, const Random& random)
      : page_(page),
        dpi_(dpi),
        form_(form),
        signers_(signers),
        recipe_(recipe),
        wanted_(wanted),
        random_(random) {}

  // The day written by hand, if one was.
  [[nodiscard]] const std::string& written_day() const { return written_day_; }

  void fill() {
    Random pens = random_.child("pens");
    for (const printed::Field& field : form_.fields) {
      if (is_written_by_hand(field) && !has(FormFault::FieldBlank)) fill(field, pens);
    }
    for (const printed::Tick& tick : form_.ticks) {
      if (!tick.fact.empty() || has(FormFault::Unticked)) continue;
      hand::tick(page_, dpi_, rect_of(tick.square), hand::any_pen(pens), random_.child(tick.id));
    }
    for (const printed::Stamp& stamp : form_.stamps) put(stamp);
  }

 private:
  [[nodiscard]] bool has(FormFault fault) const {
    return std::ranges::find(recipe_.faults, fault) != recipe_.faults.end();
  }

  // In 2027 at the earliest, unless it is to be soon.
  [[nodiscard]] std::array<std::string, 3> day_to_write() const {
    if (has(FormFault::DaySoon)) return {"2026", "11", "29"};
    Random random = random_.child("day");
    return {std::to_string(random.integer(2027, 2036)), std::to_string(random.integer(1, 12)),
            std::to_string(random.integer(1, 28))};
  }

  // The blanks between the words of 自签发之日起，至　　　　　年　　　月　　　日止, else the
  // middle.
  void fill(const printed::Field& field, Random& pens) {
    const seals::InkColour pen = hand::any_pen(pens);
    const std::string words = field.printed.value_or("");
    const auto all = characters(words);
    const std::array<std::string, 3> day = day_to_write();
    const double em = field.size_pt * kMmPerPoint;
    std::size_t nth = 0;
    for (std::size_t i = 0; i < all.size() && nth < day.size(); ++i) {
      std::size_t end = i;
      while (end < all.size() && all[end] == "\u3000") ++end;
      if (end == i) continue;
      const double middle = (static_cast<double>(i) + static_cast<double>(end)) / 2;
      const Point at{field.value.x + 2 + middle * em, field.value.y + field.value.h / 2};
      hand::write(page_, dpi_, {.text = day[nth], .centre = at, .size_mm = 4.4, .advance = 0.55},
                  pen, random_.child(field.id).child(day[nth]));
      ++nth;
      i = end;
    }
    if (nth > 0) {
      written_day_ = fmt::format("{}-{:0>2}-{:0>2}", day[0], day[1], day[2]);
      return;
    }
    const Point at{field.value.x + field.value.w / 3, field.value.y + field.value.h / 2};
    hand::write(page_, dpi_, {.text = "长期有效", .centre = at, .size_mm = 4.8}, pen,
                random_.child(field.id));
  }

  void put(const printed::Stamp& stamp) {
    Random random = random_.child(stamp.id);
    if (stamp.by == "organisation") return put_company_seal(stamp, random);
    if (stamp.by == "legal_person") return put_legal_person(stamp, random);
    if (stamp.by == "jiangxi_head") return put_person(stamp, signers_.jiangxi_head, random);
    sign(stamp, signers_.agent, kSealWidth, random);
  }

  void put_company_seal(const printed::Stamp& stamp, Random& random) {
    if (has(FormFault::SealMissing) || samples::has(wanted_, Defect::SealMissing)) return;
    static constexpr std::array kDiameters_mm{38.0, 40.0, 40.0, 42.0};
    SealDesign design = has(FormFault::SealSquare)
                            ? seals::person_seal(signers_.organisation, 30, false)
                            : seals::company_seal(signers_.organisation, signers_.seal_number,
                                                  random.choose(kDiameters_mm));
    if (has(FormFault::SealSquare)) design.arch = characters_of_organisation();
    if (has(FormFault::SealNumberClogged)) design.number = clogged(design.number, random);
    Impression impression{design, place_in(stamp, design.size, random), random.normal() * 6,
                          seals::natural_stamping(random)};
    if (has(FormFault::SealFaint)) impression.stamping.kept = random.uniform(0.15, 0.28);
    seals::plant(wanted_, impression.stamping);
    misplace(impression, stamp, random);
    seals::stamp(page_, dpi_, impression, random.child("ink"));
  }

  // Four of them fill a square.
  [[nodiscard]] std::string characters_of_organisation() const {
    std::string four;
    const auto all = characters(signers_.organisation);
    for (std::size_t i = 0; i < std::min<std::size_t>(4, all.size()); ++i) four += all[i];
    return four;
  }

  // Three digits side by side are blots.
  static std::string clogged(std::string number, const Random& random) {
    constexpr int kDigits = 3;
    const int last = static_cast<int>(number.size()) - kDigits;
    const auto begin = static_cast<std::size_t>(random.child("clogged").integer(0, last));
    return number.replace(begin, kDigits, "●●●");
  }

  void misplace(Impression& impression, const printed::Stamp& own, Random& random) {
    if (has(FormFault::SealWrongBox)) {
      const printed::Stamp* other = other_box(own);
      if (other != nullptr) impression.centre = place_in(*other, impression.design.size, random);
    }
    if (has(FormFault::SealOverLine)) {
      // A quarter to a half of it beyond the upper line of its box, where it has a neighbour.
      const double beyond = random.uniform(0.25, 0.45) * impression.design.size.height;
      impression.centre.y = own.box.y - beyond + impression.design.size.height / 2;
    }
    if (has(FormFault::SealOverKey)) impression.centre = key_place(random);
  }

  [[nodiscard]] const printed::Stamp* other_box(const printed::Stamp& own) const {
    const auto other = std::ranges::find_if(form_.stamps, [&](const printed::Stamp& stamp) {
      return stamp.id != own.id && stamp.framed && stamp.box.h > 40;
    });
    return other == form_.stamps.end() ? nullptr : &*other;
  }

  // On the first values, which say whose form it is.
  Point key_place(Random& random) const {
    if (form_.fields.empty()) return Rect{rect_of(form_.code)}.centre();
    const printed::Field& field = form_.fields.front();
    return {field.value.x + random.uniform(18, 30), field.value.y + field.value.h / 2};
  }

  void put_legal_person(const printed::Stamp& stamp, Random& random) {
    if (has(FormFault::SignatureMissing)) return;
    const bool signs = has(FormFault::SignaturePrinted) || has(FormFault::SignatureVertical) ||
                       has(FormFault::SignatureWide);
    if (signs) return sign(stamp, signers_.legal_person, width_of_signature(), random);
    if (!has(FormFault::PersonSealRound)) return put_person(stamp, signers_.legal_person, random);
    const SealDesign round{
        .size = {22, 22}, .rim = 0.8, .arch = signers_.legal_person, .star = true};
    stamp_person(stamp, round, random);
  }

  [[nodiscard]] double width_of_signature() const {
    return has(FormFault::SignatureWide) ? kFarTooWide : kSealWidth;
  }

  // A seal where one may stand, a signature else; where both may, three in ten sign.
  void put_person(const printed::Stamp& stamp, const std::string& name, Random& random) {
    const bool signs = !may_be(stamp, "seal") || (may_be(stamp, "signature") && random.chance(0.3));
    if (signs) return sign(stamp, name, kSealWidth, random);
    static constexpr std::array kSides_mm{18.0, 20.0, 20.0, 22.0};
    stamp_person(stamp, seals::person_seal(name, random.choose(kSides_mm), random.chance(0.2)),
                 random);
  }

  void stamp_person(const printed::Stamp& stamp, const SealDesign& design, Random& random) {
    const Impression impression{design, place_in(stamp, design.size, random), random.normal() * 3,
                                seals::natural_stamping(random)};
    seals::stamp(page_, dpi_, impression, random.child("ink"));
  }

  void sign(const printed::Stamp& stamp, const std::string& name, double width, Random& random) {
    const bool legal = stamp.by == "legal_person";
    const auto count = static_cast<double>(std::max<std::size_t>(2, characters(name).size()));
    const double wanted = std::min(width * random.uniform(0.9, 1.15), stamp.room.w - 8);
    const double by_width = wanted / (1 + (count - 1) * 0.9);
    const double size = std::min(by_width, stamp.room.h * 0.6);
    hand::Writing writing{.text = name,
                          .centre = place_in(stamp, {wanted, size * 1.4}, random),
                          .size_mm = size,
                          .advance = size < by_width ? (wanted - size) / size / (count - 1) : 0.9};
    if (legal && has(FormFault::SignatureVertical)) {
      writing.direction = hand::Direction::Down;
      writing.centre = place_in(stamp, {size * 1.4, wanted}, random);
    }
    if (legal && has(FormFault::SignaturePrinted)) return hand::type(page_, dpi_, writing);
    hand::write(page_, dpi_, writing, hand::any_pen(random), random.child("hand"));
  }

  // In the room the box leaves, near its middle.
  static Point place_in(const printed::Stamp& stamp, Size size, Random& random) {
    const printed::BoxMm& room = stamp.room;
    const double spare_x = std::max(0.0, (room.w - size.width) / 2 - 3);
    const double spare_y = std::max(0.0, (room.h - size.height) / 2 - 2);
    return {room.x + room.w / 2 + std::clamp(random.normal() * 0.4, -1.0, 1.0) * spare_x,
            room.y + room.h / 2 + std::clamp(random.normal() * 0.4, -1.0, 1.0) * spare_y};
  }

  Picture& page_;
  double dpi_;
  const printed::Template form_;
  const Signers& signers_;
  const FormRecipe& recipe_;
  const Recipe& wanted_;
  const Random random_;
  std::string written_day_;
};

}  // namespace

bool can_have(const printed::Template& form, FormFault fault) {
  const printed::Stamp* company = stamp_of(form, "organisation");
  const printed::Stamp* person = stamp_of(form, "legal_person");
  switch (fault) {
    case FormFault::SealMissing:
    case FormFault::SealFaint:
    case FormFault::SealSquare:
    case FormFault::SealNumberClogged:
    case FormFault::SealOverKey:
      return company != nullptr;
    case FormFault::SealOverLine:
      return company != nullptr && company->framed;
    case FormFault::SealWrongBox:
      return company != nullptr && person != nullptr && person->framed;
    case FormFault::PersonSealRound:
      return person != nullptr && may_be(*person, "seal");
    case FormFault::SignatureMissing:
      return person != nullptr;
    case FormFault::SignaturePrinted:
    case FormFault::SignatureVertical:
    case FormFault::SignatureWide:
      return person != nullptr && may_be(*person, "signature");
    case FormFault::DaySoon:
      return std::ranges::any_of(form.fields, [](const printed::Field& field) {
        return is_written_by_hand(field) && field.id == "valid_until";
      });
    case FormFault::FieldBlank:
      return std::ranges::any_of(form.fields, is_written_by_hand);
    case FormFault::Unticked:
      return std::ranges::any_of(form.ticks,
                                 [](const printed::Tick& tick) { return tick.fact.empty(); });
    case FormFault::Reduced:
    case FormFault::Enlarged:
      return true;
  }
  return false;
}

std::string fill_in(Picture& page, double dpi, const printed::Template& form,
                    const Signers& signers, const FormRecipe& recipe, const Recipe& wanted,
                    const Random& random) {
  Desk desk(page, dpi, form, signers, recipe, wanted, random);
  desk.fill();
  return desk.written_day();
}

}  // namespace vermilion::samples
