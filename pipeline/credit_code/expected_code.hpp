#pragma once

#include "pipeline/credit_code/trained_reader.hpp"
#include "pipeline/report.hpp"

#include <optional>
#include <string_view>

namespace vermilion::pipeline::credit_code {

// Can anything be held against it? Other texts are no code, whatever the order says.
bool may_be_expected(std::string_view code);

// What a code that was read says of the expected one, where both are the same.
ExpectedCodeFact agreeing(const CreditCodeFact& read, std::string_view read_by);

// What is left to say where another code was read, or a misprint, or nothing. Only the last may
// turn out to match, and only where the sighting leaves no doubt: a page that shows another code
// never does.
struct Otherwise {
  bool nothing_read = false;
  Sighting sighting;
};
ExpectedCodeFact borne_out(std::string_view expected, const Otherwise& otherwise);

}  // namespace vermilion::pipeline::credit_code
