#include "rules/forms/boxes.hpp"

#include <algorithm>

namespace vermilion::rules::forms {
namespace {

// Cells that share an edge do not overlap, and 0.1 mm is less than the line between them.
constexpr double kTouching = 0.1;

// White a mark needs around it to be told from what is printed near by.
constexpr double kMarkQuiet = 2;

Box grown(const Box& box, double by) {
  return {box.x - by, box.y - by, box.w + 2 * by, box.h + 2 * by};
}

bool overlap(const Box& a, const Box& b) {
  return std::min(a.right(), b.right()) - std::max(a.x, b.x) > kTouching &&
         std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y) > kTouching;
}

bool is_on_sheet(const Box& box) {
  return box.x >= 0 && box.y >= 0 && box.right() <= kSheet.w && box.bottom() <= kSheet.h;
}

bool meets_a_mark(const Box& box) {
  return std::ranges::any_of(
      corner_marks(), [&](const Box& mark) { return overlap(box, grown(mark, kMarkQuiet)); });
}

std::optional<MisplacedBox> fault_of(std::span<const Placed> boxes, std::size_t i) {
  const Box& box = boxes[i].box;
  if (!is_on_sheet(box)) return MisplacedBox{BoxFault::OffPage, i, {}};
  if (meets_a_mark(box)) return MisplacedBox{BoxFault::Overlap, i, "corner_mark"};
  const auto before = boxes.first(i);
  const auto beneath = std::ranges::find_if(before, [&](const Placed& other) {
    return is_on_sheet(other.box) && overlap(box, other.box);
  });
  if (beneath == before.end()) return std::nullopt;
  return MisplacedBox{BoxFault::Overlap, i, beneath->path};
}

template <class Item>
void add(std::vector<Placed>& boxes, const char* list, const std::vector<Item>& items) {
  for (const Item& item : items) boxes.push_back({std::string(list) + "/" + item.id, item.box});
}

// What else than a box an item cannot do without.
const char* lacked(const Field&) {
  return nullptr;
}
const char* lacked(const Stamp& stamp) {
  return stamp.by.empty() ? "by" : stamp.with.empty() ? "with" : nullptr;
}
const char* lacked(const Text& text) {
  return text.paragraphs.empty() ? "paragraphs" : nullptr;
}
const char* lacked(const Tick& tick) {
  return tick.label.empty() ? "label" : !tick.fact.empty() && tick.is.empty() ? "is" : nullptr;
}
const char* lacked(const Code& code) {
  return code.fact.empty() ? "fact" : nullptr;
}
const char* lacked(const Table& table) {
  return table.rows.empty() ? "rows" : table.columns.empty() ? "columns" : nullptr;
}

template <class Item>
void find_lacking(std::vector<Lacking>& all, const char* list, const std::vector<Item>& items) {
  for (const Item& item : items) {
    const char* key = item.box.w == 0 ? "box" : lacked(item);
    if (key != nullptr) all.push_back({std::string(list) + "/" + item.id, key});
  }
}

}  // namespace

std::vector<Box> corner_marks() {
  const double right = kSheet.w - kMarkInset - kMarkSide;
  const double bottom = kSheet.h - kMarkInset - kMarkSide;
  return {{kMarkInset, kMarkInset, kMarkSide, kMarkSide},
          {right, kMarkInset, kMarkSide, kMarkSide},
          {kMarkInset, bottom, kMarkSide, kMarkSide},
          {right, bottom, kMarkSide, kMarkSide}};
}

std::vector<Placed> placed(const Form& form) {
  Box code = form.code;
  code.h += kCodeCaption;
  std::vector<Placed> boxes{{"code", code}};
  add(boxes, "fields", form.fields);
  add(boxes, "stamps", form.stamps);
  add(boxes, "texts", form.texts);
  add(boxes, "ticks", form.ticks);
  add(boxes, "codes", form.codes);
  add(boxes, "tables", form.tables);
  return boxes;
}

std::vector<Lacking> lacking(const Form& form) {
  std::vector<Lacking> all;
  find_lacking(all, "fields", form.fields);
  find_lacking(all, "stamps", form.stamps);
  find_lacking(all, "texts", form.texts);
  find_lacking(all, "ticks", form.ticks);
  find_lacking(all, "codes", form.codes);
  find_lacking(all, "tables", form.tables);
  const bool printed = placed(form).size() > 1;
  if (printed && form.generation == 0) all.push_back({"", "generation"});
  return all;
}

std::vector<MisplacedBox> misplaced(std::span<const Placed> boxes) {
  std::vector<MisplacedBox> faults;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (auto fault = fault_of(boxes, i)) faults.push_back(std::move(*fault));
  }
  return faults;
}

}  // namespace vermilion::rules::forms
