#pragma once

#include "pipeline/finding.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What differs between two spellings of the name of an organisation or a person.
namespace vermilion::rules {

// One character that is missing (`read` empty), extra (`expected` empty) or another one. Places
// count characters from 0; a missing character is placed where it should have stood.
struct NameEdit {
  std::size_t read_at = 0;
  std::size_t expected_at = 0;
  std::string read;
  std::string expected;

  friend bool operator==(const NameEdit&, const NameEdit&) = default;
};

struct NameDifference {
  // NAME_WIDTH: the same name, but full-width and half-width characters are mixed up, as in （ and
  // (. NAME_MISSING, NAME_EXTRA: it differs by such characters alone. NAME_CHAR: anything else.
  pipeline::FindingCode code;
  // The fewest that lead from the name expected to the name read, from left to right. Characters
  // that differ in width alone are among them only for NAME_WIDTH.
  std::vector<NameEdit> edits;

  friend bool operator==(const NameDifference&, const NameDifference&) = default;
};

// Nothing when both are the same bytes. Names are compared character by character in their normal
// form: NFKC of the characters that exist in two widths (U+FF00 block, the ideographic space), of
// compatibility ideographs and of radicals, each of which a keyboard or a reader may put in place
// of the usual character; and one dot for the five that stand between the parts of a transliterated
// name. Nothing else is folded: 十 and + stay what they are, a blank counts.
[[nodiscard]] std::optional<NameDifference> name_difference(std::string_view read,
                                                            std::string_view expected);

// "4: 省/有, 9: -/公": place in the name expected counted from 1, as read, as expected.
[[nodiscard]] std::string edits_text(const NameDifference& difference);

}  // namespace vermilion::rules
