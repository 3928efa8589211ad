#include "service/overlay/marks.hpp"

#include "rules/messages.hpp"
#include "rules/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace vermilion::service::overlay {
namespace {

using pipeline::Box;
using rules::Language;

// Boxes of one seal, measured by several checks, differ by a few pixels; of two seals never overlap
// so much.
constexpr double kSameBox = 0.8;

constexpr double kWholePage = 0.8;

Rect on_canvas(const Box& box, const PageView& view) {
  // A box of no width would be drawn as nothing at all.
  const Rect shown(box.x * view.scale, box.y * view.scale, std::max(1.0, box.width * view.scale),
                   std::max(1.0, box.height * view.scale));
  return shown + view.corner;
}

double likeness(const Rect& a, const Rect& b) {
  const double shared = (a & b).area();
  return shared / (a.area() + b.area() - shared);
}

}  // namespace

std::vector<Item> items_of(const rules::Judgement& judgement, Language language) {
  std::vector<Item> items;
  for (const auto& finding : judgement.findings) {
    auto text = rules::text_of(finding, language);
    items.push_back({.level = finding.level,
                     .label = std::move(text.label),
                     .message = std::move(text.message),
                     .box = finding.box});
  }
  std::ranges::stable_sort(items, std::ranges::greater(), &Item::level);
  for (std::size_t i = 0; i < items.size(); ++i) items[i].number = static_cast<int>(i) + 1;
  return items;
}

std::vector<Mark> marks_of(const std::vector<Item>& items, const PageView& view) {
  const Rect picture(view.corner, view.page * view.scale);
  std::vector<Mark> marks;
  for (const Item& item : items) {
    if (!item.box) continue;
    const Rect box = on_canvas(*item.box, view) & picture;
    if (box.empty() || box.area() > kWholePage * picture.area()) continue;
    const auto same = std::ranges::find_if(
        marks, [&](const Mark& mark) { return likeness(mark.box, box) > kSameBox; });
    if (same == marks.end()) {
      marks.push_back({.box = box, .level = item.level, .lines = {&item}});
      continue;
    }
    same->box |= box;
    same->level = std::max(same->level, item.level);
    same->lines.push_back(&item);
  }
  return marks;
}

std::vector<FactMark> facts_of(const pipeline::Facts& facts, const PageView& view,
                               Language language) {
  std::vector<FactMark> marks;
  if (facts.credit_code) {
    marks.push_back({on_canvas(facts.credit_code->box, view), facts.credit_code->value});
  }
  for (const auto& seal : facts.seals.value_or(std::vector<pipeline::SealFact>{})) {
    std::string text(rules::word(seal.role, language));
    if (seal.diameter_mm) text += fmt::format(" {:.1f} mm", *seal.diameter_mm);
    marks.push_back({on_canvas(seal.box, view), std::move(text)});
  }
  for (const auto& qr : facts.qr.value_or(std::vector<pipeline::QrFact>{})) {
    marks.push_back(
        {on_canvas(qr.box, view), language == Language::Chinese ? "二维码" : "QR code"});
  }
  return marks;
}

}  // namespace vermilion::service::overlay
