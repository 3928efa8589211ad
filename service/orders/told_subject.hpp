#pragma once

#include "rules/project.hpp"
#include "service/orders/json.hpp"
#include "service/orders/words.hpp"
#include "workflow/order.hpp"
#include "workflow/project_terms.hpp"
#include "workflow/subject.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

// What two persons are shown before what cannot be undone: the text whose digest binds them, and
// the same line for line in people's words.
namespace vermilion::service::orders {

// How the value of a line is to be read.
enum class Reads : std::uint8_t {
  Text,
  Digest,  // SHA-256; empty: there is nothing it could be of
  Person,  // an account of the staff
};

struct ToldLine {
  rules::LocalText name;
  rules::LocalText value;
  Reads reads = Reads::Text;
};

// What a name stands for.
struct SubjectWord {
  std::string_view name;
  Words words;
  Reads reads = Reads::Text;
};

// The value as it stands; nothing where the name has no word.
[[nodiscard]] std::optional<ToldLine> told_by(std::span<const SubjectWord> words,
                                              const workflow::SubjectLine& line);

// {"text", "digest", "lines"}; a line is {"name": {"zh", "en"}, "value": {"zh", "en"}, "reads"}.
[[nodiscard]] Json told_subject(const std::string& text,
                                const std::function<ToldLine(const workflow::SubjectLine&)>& told);

// Of an order, by the names its rules have for what it is about; with the "matter".
[[nodiscard]] Json told_subject(const workflow::Order& order, workflow::Matter matter,
                                const rules::Project& rules, const workflow::ProjectTerms& terms);

}  // namespace vermilion::service::orders
