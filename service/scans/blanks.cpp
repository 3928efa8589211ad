#include "service/scans/blanks.hpp"

#include "rules/placeholders.hpp"

#include <string>
#include <string_view>

namespace vermilion::service::scans {
namespace {

using rules::forms::FormFacts;

// As long as a name or two.
constexpr std::string_view kLine = "____________";

bool is_printed(const std::string& needs, const FormFacts& facts) {
  return needs.empty() || facts.values.contains(needs);
}

void open_text(const rules::forms::Text& text, FormFacts& facts) {
  for (const std::string& paragraph : text.paragraphs) {
    for (const auto fact : rules::placeholders_of(paragraph)) facts.values.emplace(fact, kLine);
  }
}

}  // namespace

void leave_open(const rules::forms::Form& form, FormFacts& facts) {
  const FormFacts known = facts;
  for (const auto& text : form.texts) {
    if (is_printed(text.needs, known)) open_text(text, facts);
  }
  for (const auto& field : form.fields) {
    const bool asks = !field.fact.empty() && field.otherwise.empty();
    if (asks && is_printed(field.needs, known)) facts.values.emplace(field.fact, "");
  }
}

}  // namespace vermilion::service::scans
