#pragma once

#include "rules/error.hpp"
#include "rules/forms/form_facts.hpp"
#include "rules/forms/layout.hpp"
#include "rules/forms/payload.hpp"

#include <map>
#include <string>
#include <vector>

// A form and the facts of an order -> what is printed.
namespace vermilion::rules::forms {

struct FilledForm {
  Form form;            // without what is not needed; its texts hold no {facts} any more
  PrintedFacts values;  // by the id of the field or code; a field without one is left blank
  std::map<std::string, bool, std::less<>> ticked;            // by the id of the tick
  std::map<std::string, std::vector<Row>, std::less<>> rows;  // by the id of the table
  PrintedFacts printed;  // every fact that was used, for the digest under the code
  std::string title;
  std::string order_number;
  std::string date;  // 2026-11-21
};

// What the facts tell of the print, however few there are: fields nothing is known of have no
// value, texts whose words are not all known no paragraphs, and `printed` is no ground for a
// digest.
[[nodiscard]] FilledForm fill_known(const Form& form, const FormFacts& facts);

// Every fact the form asks for must be there: a form is printed whole or not at all.
[[nodiscard]] Result<FilledForm> fill(const Form& form, const std::string& title,
                                      const FormFacts& facts);

}  // namespace vermilion::rules::forms
