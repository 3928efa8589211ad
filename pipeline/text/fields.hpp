#pragma once

#include "pipeline/report.hpp"
#include "pipeline/text/row_reader.hpp"

#include <optional>
#include <string>
#include <string_view>

// What a page without a template says in its fields.
namespace vermilion::pipeline::text {

// How far what was read bears out the text expected in a field; from here on it does: every
// character of it was read in its place, and none that belongs to it stands beside it. A character
// less, and the name of a neighbour would pass.
inline constexpr double kBorneOut = 1;

// In the place where we printed it a text is borne out from here on. Its signed code says what was
// printed, so the question is only whether another text altogether stands there, and a name of three
// characters may be read with a slip: of 1,720 names of other organisations 37 come up to this
// (evaluate --names).
inline constexpr double kBorneOutInPlace = 0.5;

// The field of this fact, found by its label or by what is expected in it. Its value is `expected`,
// as the caller writes it, where the print bears it out, else what was read. Nothing where neither
// label nor text was found. Reads rows at some 20 ms each, so ask only where somebody wants to
// know.
[[nodiscard]] std::optional<FieldFact> field_of(RowReader& rows, std::string_view fact,
                                                const std::optional<std::string>& expected);

// The same where it was printed, in this row of a form of ours. Nothing where nothing is read.
[[nodiscard]] std::optional<FieldFact> field_in(RowReader& rows, const page::TextLine& row,
                                                const std::optional<std::string>& expected);

}  // namespace vermilion::pipeline::text
