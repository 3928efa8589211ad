#pragma once

#include "pipeline/report.hpp"
#include "rules/judge.hpp"
#include "rules/language.hpp"
#include "service/overlay/placement.hpp"

#include <optional>
#include <string>
#include <vector>

// What is to be pointed out on a page, before anything is drawn.
namespace vermilion::service::overlay {

// One finding as the reader meets it: numbered in the list above the page and on the page.
struct Item {
  int number = 0;  // from 1
  pipeline::Level level;
  std::string label;    // a few characters, for the page
  std::string message;  // a sentence, for the list
  std::optional<pipeline::Box> box;
};

// Gravest first; of equal gravity in the order of the findings.
[[nodiscard]] std::vector<Item> items_of(const rules::Judgement& judgement,
                                         rules::Language language);

// How a page is shown: its size in pixels, how much it is enlarged, where its corner lies.
struct PageView {
  Size page;
  double scale;
  Point corner;
};

// A box on the canvas and the findings it stands for: a seal that is faint and blurred is one box
// with two lines.
struct Mark {
  Rect box;
  pipeline::Level level;  // the gravest of its lines
  std::vector<const Item*> lines;
};

// A box around nearly the whole page points at nothing and is left to the list. The marks point
// into `items`.
[[nodiscard]] std::vector<Mark> marks_of(const std::vector<Item>& items, const PageView& view);
[[nodiscard]] std::vector<Mark> marks_of(std::vector<Item>&& items, const PageView& view) = delete;

// Something that was recognised, lightly shown.
struct FactMark {
  Rect box;
  std::string text;
};

[[nodiscard]] std::vector<FactMark> facts_of(const pipeline::Facts& facts, const PageView& view,
                                             rules::Language language);

}  // namespace vermilion::service::overlay
