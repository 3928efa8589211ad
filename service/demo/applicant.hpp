#pragma once

#include "service/demo/visitor.hpp"
#include "service/simulator/partners.hpp"

#include <cstdint>
#include <stop_token>
#include <string>

namespace vermilion::service::demo {

// Nobody else's: the shipped samples are drawn from one on.
inline constexpr std::uint64_t kFirstSeed = 9001;

inline constexpr const char* kPassword = "zhusha-demo-2026";

// An organisation nobody has heard of, its legal person and its agent: of one seed, so that its
// licence, cards and seals are drawn to fit.
struct Applicant {
  std::uint64_t seed = 0;
  std::string credit_code;
  std::string name;
  std::string legal_person;
  std::string agent;
  std::string mobile;
  std::string address;
};
[[nodiscard]] Applicant invented(std::uint64_t seed);

// Registers it as a person would: captcha, code by SMS, password. The code is read from the
// vendor's book. Afterwards the visitor has signed in.
void register_with(Visitor& visitor, const Applicant& applicant, simulator::Partners& partners,
                   const std::stop_token& stop);

// What a captcha's question comes to: "What is 35 plus 8?"
[[nodiscard]] int solved(const std::string& question);

}  // namespace vermilion::service::demo
