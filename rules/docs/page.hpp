#pragma once

#include "rules/project.hpp"

#include <string>
#include <variant>
#include <vector>

// A page for people in both languages, Chinese first, and the two ways it is written down. The same
// page gives the same bytes.
namespace vermilion::rules::docs {

struct Heading {
  LocalText text;
  int level = 2;  // below the title, to 4
};

struct Paragraph {
  LocalText text;
};

struct List {
  std::vector<LocalText> items;
  bool numbered = false;
};

struct Table {
  std::vector<LocalText> head;
  std::vector<std::vector<LocalText>> rows;  // each as long as the head
};

// Lines to tick by hand, in their order.
struct Checklist {
  std::vector<std::vector<LocalText>> items;  // what it is, then what to mind
};

using Block = std::variant<Heading, Paragraph, List, Table, Checklist>;

struct Page {
  LocalText title;
  std::vector<Block> blocks;
};

[[nodiscard]] std::string markdown(const Page& page);

// One file, with its style and without a script; to be read on a screen and printed on A4.
[[nodiscard]] std::string html(const Page& page);

}  // namespace vermilion::rules::docs
