#pragma once

#include <tl/expected.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// 统一社会信用代码, the credit code of an organisation: GB 32100-2015 with amendment 1 (2016).
// Eighteen characters: department, category, six digits of region, nine of GB 11714 (eight and
// their check), one check over all. Pure functions over text.
namespace vermilion::pipeline::credit_code {

inline constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";  // no I O S V Z
inline constexpr std::size_t kLength = 18;

// What speaks against a text being a credit code, in the order it is looked at.
enum class Fault : std::uint8_t {
  Length,         // not 18 characters
  CitizenId,      // a valid citizen ID number, which may satisfy the outer check by chance
  Alphabet,       // a character the standard never uses
  Region,         // positions 3 to 8 are no digits of a Chinese province or of "10"
  InnerCheck,     // position 17 does not close positions 9 to 16 (GB 11714, mod 11)
  OuterCheck,     // position 18 does not close the rest (GB 32100, mod 31)
  NonConforming,  // issued in the early pilot of Fujian with a wrong outer check: for a person
};
std::string_view name(Fault fault);

// Passing proves consistency, not existence: a code that passes may never have been issued.
[[nodiscard]] tl::expected<void, Fault> check(std::string_view code);
[[nodiscard]] inline bool valid(std::string_view code) {
  return check(code).has_value();
}

// Is the pair of the first two characters in the table of the amended standard? An unknown pair is
// for a person to look at: 54, 55, G1 and J1 are in use outside the table.
[[nodiscard]] bool category_is_known(std::string_view code);

// What a person or a reader wrote, brought into the form of the standard: full-width to half-width,
// upper case, separators gone, and the letters the alphabet lacks folded to the digit they are
// taken for (O 0, I 1, Z 2, S 5). Where the alphabet leaves a choice (l, V, letters in the region)
// the reading that passes both checks wins. Characters that cannot belong are kept for `check` to
// refuse.
[[nodiscard]] std::string normalise(std::string_view text);

// A code from text: normalised, then checked.
[[nodiscard]] tl::expected<std::string, Fault> parse(std::string_view text);

// Does the text contain letters the alphabet lacks (O I Z S V) at an otherwise fitting place?
[[nodiscard]] bool has_lookalikes(std::string_view printed);

// Valid codes that differ from `code` in one character which is easily taken for the other, such as
// 8 for B. To be offered to a person, never to be put in silently: a third of wrong codes would
// turn into another organisation's.
[[nodiscard]] std::vector<std::string> candidates(std::string_view code);

// The check characters, for those who make codes. `body` is positions 9 to 16, `first17` the rest
// with its inner check; both in the alphabet.
[[nodiscard]] char inner_check(std::string_view body);
[[nodiscard]] char outer_check(std::string_view first17);

}  // namespace vermilion::pipeline::credit_code
