#include "rules/schema/form_boxes.hpp"

#include "rules/schema/scalars.hpp"

#include <charconv>
#include <string_view>
#include <utility>

namespace vermilion::rules::schema {
namespace {

using yaml::Node;

double number_at(const Node& box, std::string_view key) {
  const Node* node = box.find(key);
  double value = 0;
  if (node == nullptr) return value;
  std::from_chars(node->text.data(), node->text.data() + node->text.size(), value);
  return value;
}

forms::Box box_of(const Node& node) {
  return {number_at(node, "x"), number_at(node, "y"), number_at(node, "w"), number_at(node, "h")};
}

// Last part of a path: "stamps/organisation" -> "organisation".
std::string_view id_of(std::string_view path) {
  return path.substr(path.find('/') + 1);
}

struct Written {
  std::vector<forms::Placed> boxes;
  std::vector<yaml::Span> spans;

  void add(std::string path, const Node& node) {
    boxes.push_back({std::move(path), box_of(node)});
    spans.push_back(node.span);
  }
};

// In the order of forms::placed(), so that both tell the same of two that overlap.
Written boxes_in(const Node& form) {
  Written written;
  if (const Node* code = form.find("code_box")) {
    written.add("code", *code);
  } else {
    written.boxes.push_back({"code", forms::kCode});
    written.spans.push_back(form.span);
  }
  written.boxes.front().box.h += forms::kCodeCaption;
  using Names = std::pair<std::string_view, std::string_view>;
  for (const auto& [list, id] :
       {Names{"fields", "field"}, Names{"stamps", "stamp"}, Names{"texts", "text"},
        Names{"ticks", "tick"}, Names{"codes", "code"}, Names{"tables", "table"}}) {
    const Node* items = form.find(list);
    if (items == nullptr) continue;
    for (const Node& item : items->items) {
      const Node* name = item.find(id);
      const Node* box = item.find("box");
      if (name == nullptr || box == nullptr) continue;
      written.add(std::string(list) + "/" + name->text, *box);
    }
  }
  return written;
}

}  // namespace

Mistake box_mistake(const forms::MisplacedBox& fault, const forms::Placed& placed,
                    yaml::Span span) {
  const std::string name(id_of(placed.path));
  if (fault.fault == forms::BoxFault::OffPage) {
    return {MistakeCode::BoxOffPage,
            span,
            {{"name", name},
             {"right", plain_number(placed.box.right())},
             {"bottom", plain_number(placed.box.bottom())}}};
  }
  return {MistakeCode::BoxesOverlap,
          span,
          {{"name", name}, {"other", std::string(id_of(fault.other))}}};
}

std::vector<Mistake> box_mistakes(const Node& form) {
  const Written written = boxes_in(form);
  std::vector<Mistake> mistakes;
  for (const auto& fault : forms::misplaced(written.boxes)) {
    mistakes.push_back(box_mistake(fault, written.boxes[fault.which], written.spans[fault.which]));
  }
  return mistakes;
}

}  // namespace vermilion::rules::schema
