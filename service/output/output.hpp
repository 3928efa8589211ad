#pragma once

#include "rules/language.hpp"
#include "service/batch/outcome.hpp"

#include <iosfwd>
#include <memory>
#include <span>
#include <string_view>

// How outcomes are written down. One format, one file pair, one row in formats.cpp.
namespace vermilion::service::output {

struct Style {
  rules::Language language = rules::Language::Chinese;
  bool colour = false;
  bool costs = false;  // what each stage took; differs from run to run
};

// Begin once, write every outcome in its order, end once. The same outcomes give the same bytes.
class Output {
 public:
  virtual ~Output() = default;

  virtual void begin() {}
  virtual void write(const batch::Outcome& outcome) = 0;
  virtual void end() {}
};

struct Format {
  std::string_view name;  // what --format takes
  std::string_view summary;
  std::unique_ptr<Output> (*make)(std::ostream& out, const Style& style);
};

std::span<const Format> formats();

// Null when there is no such format.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace vermilion::service::output
