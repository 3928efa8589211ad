#pragma once

#include "pipeline/report.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The paper that came, held against the scan it was approved by.
namespace vermilion::service::post_room {

enum class Aspect : std::uint8_t {
  Readable,    // a page was there to look at
  Kind,        // the title names another document
  Form,        // the code on the form: order, document, generation
  CreditCode,  //
  SealCount,   //
  SealPlace,   // a seal stands elsewhere, or has another shape
  SealSize,    // its diameter
  PageSize,    // the sheet is smaller or larger: a reduced copy
};
[[nodiscard]] std::string_view name_of(Aspect aspect);

struct Difference {
  Aspect aspect = Aspect::Readable;
  std::string uploaded;  // as people read it: "2", "91360600MA35DEM06M", "40.1 mm"
  std::string paper;
  std::optional<pipeline::Box> uploaded_box;
  std::optional<pipeline::Box> paper_box;
  std::string zh;
  std::string en;
};

struct Comparison {
  std::vector<Difference> differences;
  std::vector<Aspect> compared;  // what both sides told; anything else was not looked at
};

// What differs, by what both reports measured; what only one of them tells is no difference but is
// not among `compared`. Pure.
[[nodiscard]] Comparison compare(const pipeline::Report& uploaded, const pipeline::Report& paper);

}  // namespace vermilion::service::post_room
