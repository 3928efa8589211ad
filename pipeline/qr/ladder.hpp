#pragma once

#include "pipeline/cost.hpp"
#include "pipeline/page/light.hpp"
#include "pipeline/page/pyramid.hpp"
#include "pipeline/page/text_lines.hpp"
#include "pipeline/qr/symbol.hpp"
#include "pipeline/readers/zbar_reader.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace vermilion::pipeline::qr {

struct Reading {
  Symbol symbol;             // corners in pixels of the page
  std::string_view read_by;  // name of the rung
};

// Reads the symbols of a page, cheap attempts first: the regions where symbols may be, as they are;
// enlarged, for small symbols in photos; the whole page; zbar last, and only where something that
// looks like a symbol stayed unread. A rung is climbed only while nothing has been read, and is
// accounted for apart.
std::vector<Reading> read(const page::Pyramid& pyramid, const page::Light& light,
                          const page::TextLines& lines, readers::ZbarReader& zbar, Costs& costs);

struct RungName {
  std::string_view name;   // as Reading::read_by has it
  std::string_view stage;  // in the account of costs
};

// In order.
std::span<const RungName> rungs();

}  // namespace vermilion::pipeline::qr
