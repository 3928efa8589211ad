#include "service/demo/applicant.hpp"

#include "samples/invented.hpp"
#include "service/demo/waiting.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <sstream>

namespace vermilion::service::demo {
namespace {

using samples::Random;

// Six digits in the blanks of the last message that went to this number.
std::optional<std::string> code_sent_to(const std::string& mobile, simulator::Partners& partners) {
  const auto texts = partners.book().texts;
  const auto last = std::find_if(texts.rbegin(), texts.rend(), [&](const simulator::Text& text) {
    return text.phone.ends_with(mobile);
  });
  if (last == texts.rend()) return std::nullopt;
  std::string digits;
  for (const char c : last->blanks) {
    digits = c >= '0' && c <= '9' ? digits + c : std::string();
    if (digits.size() == 6) return digits;
  }
  return std::nullopt;
}

}  // namespace

// The streams by which samples/ draws licence and identity card of this seed.
Applicant invented(std::uint64_t seed) {
  const Random random(seed);
  const auto organisation =
      samples::invent_organisation(samples::Category::Company, random.child("organisation"));
  const auto agent = samples::invent_person(random.child("document").child("person"));
  Random numbers = random.child("demo");
  return {.seed = seed,
          .credit_code = organisation.code_meant,
          .name = organisation.name,
          .legal_person = organisation.legal_person,
          .agent = agent.name,
          .mobile = "199000" + numbers.digits(5),
          .address = organisation.address};
}

int solved(const std::string& question) {
  int numbers[2] = {0, 0};
  std::istringstream words(question);
  std::string word;
  int found = 0;
  bool adds = true;
  while (words >> word) {
    if (word == "minus") adds = false;
    if (word.front() >= '0' && word.front() <= '9' && found < 2) numbers[found++] = std::stoi(word);
  }
  return adds ? numbers[0] + numbers[1] : numbers[0] - numbers[1];
}

void register_with(Visitor& visitor, const Applicant& applicant, simulator::Partners& partners,
                   const std::stop_token& stop) {
  const Json captcha = visitor.post("/api/v1/captchas");
  visitor.post("/api/v1/codes",
               {{"purpose", "register"},
                {"credit_code", applicant.credit_code},
                {"mobile", applicant.mobile},
                {"captcha",
                 {{"id", captcha.at("id")},
                  {"answer", std::to_string(solved(captcha.at("question_en")))}}}});
  const std::string code =
      awaited("the code by SMS", stop, [&] { return code_sent_to(applicant.mobile, partners); });
  visitor.post("/api/v1/registrations", {{"credit_code", applicant.credit_code},
                                         {"name", applicant.name},
                                         {"person", applicant.agent},
                                         {"mobile", applicant.mobile},
                                         {"code", code},
                                         {"password", kPassword}});
}

}  // namespace vermilion::service::demo
