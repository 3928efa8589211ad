#pragma once

#include "service/certificates/certificate.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// An authority elsewhere that takes files: a file of requests goes out, a file of answers comes
// back, both CSV in UTF-8. Every request is known by the key of its effect, on both sides: what was
// written once is not written again, and what was answered once is not answered otherwise.
namespace vermilion::service::certificates::batch {

enum class Act : std::uint8_t { Issue, Renew, Revoke };
[[nodiscard]] std::string_view name_of(Act act);  // "issue", "renew", "revoke"

struct Asked {
  std::string request;
  Act act = Act::Issue;
  Holder holder;
  Algorithm algorithm = Algorithm::Sm2;
  std::string serial;  // of the certificate to renew or revoke; empty to issue
  std::string key_id;  // that is renewed; empty otherwise
  Instant valid_until{};
  bool seal = false;  // 签章 goes into the key, too

  friend bool operator==(const Asked&, const Asked&) = default;
};

struct Answer {
  enum class Outcome : std::uint8_t { Made, Revoked, Refused };

  std::string request;
  Outcome outcome = Outcome::Made;
  std::string serial;  // of the certificate made or revoked
  std::string key_id;  // of the key it is in
  Instant valid_until{};
  std::string reason;  // why Refused

  friend bool operator==(const Answer&, const Answer&) = default;
};

struct Complaint {
  std::size_t row = 0;  // as a spreadsheet numbers them; 0: the file itself
  std::string request;
  std::string why;

  friend bool operator==(const Complaint&, const Complaint&) = default;
};

// Writes what no file of requests in the folder holds yet into one more, for us alone and durably.
// Says how many that were; of none there is no file. Refused: a request without key or name, two
// of one key, fields a spreadsheet would take for formulas.
[[nodiscard]] Result<std::size_t> put_requests(const std::filesystem::path& folder,
                                               std::span<const Asked> asked, Instant now);

// A file of requests, read back: the other authority's part.
[[nodiscard]] Result<std::vector<Asked>> read_requests(std::string_view file);

struct Answers {
  std::vector<Answer> answers;
  std::vector<Complaint> complaints;
};

// A row is taken when it answers something that was asked for, with what that can be answered with:
// a renewal must come back in the same key, a revocation with the serial to be revoked. The same
// answer twice is one; two that differ are complaints, both. What is complained of is left to a
// person and all of it told at once.
[[nodiscard]] Answers read_answers(std::string_view file, std::span<const Asked> asked);

// A file of answers: the other authority's part.
[[nodiscard]] std::string answer_file(std::span<const Answer> answers);

}  // namespace vermilion::service::certificates::batch
