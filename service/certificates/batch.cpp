#include "service/certificates/batch.hpp"

#include "service/crypto/secret_file.hpp"
#include "service/csv/csv.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <sstream>

namespace vermilion::service::certificates::batch {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBeginning = "requests-";
constexpr std::array<std::string_view, 3> kActs{"issue", "renew", "revoke"};
constexpr std::array<std::string_view, 3> kOutcomes{"made", "revoked", "refused"};

const csv::Row kRequestHead{"request",   "act",    "name",   "credit_code", "province", "city",
                            "algorithm", "serial", "key_id", "valid_until", "seal"};
const csv::Row kAnswerHead{"request", "outcome", "serial", "key_id", "valid_until", "reason"};

template <std::size_t Count>
std::optional<std::size_t> index_of(const std::array<std::string_view, Count>& names,
                                    std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

// Seconds since 1970: what a date means in which zone is nobody's guess.
std::string number_of(Instant at) {
  return fmt::format("{}", at.time_since_epoch().count());
}

std::optional<Instant> instant_of(std::string_view text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

csv::Row row_of(const Asked& asked) {
  return {asked.request,
          std::string(name_of(asked.act)),
          asked.holder.name,
          asked.holder.credit_code,
          asked.holder.province,
          asked.holder.city,
          std::string(certificates::name_of(asked.algorithm)),
          asked.serial,
          asked.key_id,
          number_of(asked.valid_until),
          asked.seal ? "yes" : "no"};
}

std::optional<Asked> asked_in(const csv::Row& row) {
  if (row.size() != kRequestHead.size()) return std::nullopt;
  const auto act = index_of(kActs, row[1]);
  const auto until = instant_of(row[9]);
  if (!act || !until) return std::nullopt;
  return Asked{row[0],
               static_cast<Act>(*act),
               {row[2], row[3], row[4], row[5]},
               row[6] == "rsa" ? Algorithm::Rsa : Algorithm::Sm2,
               row[7],
               row[8],
               *until,
               row[10] == "yes"};
}

// Empty: nothing.
std::string objection_to(const Asked& asked) {
  if (asked.request.empty()) return "a request without a key";
  if (asked.holder.name.empty()) return fmt::format("{}: no name", asked.request);
  const bool names_another = asked.act != Act::Issue;
  if (names_another == asked.serial.empty()) {
    return fmt::format("{}: a serial belongs to renewals and revocations", asked.request);
  }
  for (const std::string& field : row_of(asked)) {
    if (csv::looks_like_formula(field)) {
      return fmt::format("{}: a spreadsheet would take \"{}\" for a formula", asked.request, field);
    }
  }
  return {};
}

Result<std::string> text_in(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return failed(Fault::Unavailable, fmt::format("{} cannot be read", file.string()));
  return text.str();
}

// The keys of all requests that were written before.
Result<std::set<std::string>> written_before(const fs::path& folder) {
  std::set<std::string> keys;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!entry.path().filename().string().starts_with(kBeginning)) continue;
    const auto text = text_in(entry.path());
    if (!text) return tl::unexpected(text.error());
    const auto asked = read_requests(*text);
    if (!asked)
      return failed(asked.error().fault, entry.path().string() + ": " + asked.error().what);
    for (const Asked& one : *asked) keys.insert(one.request);
  }
  if (error) return failed(Fault::Unavailable, folder.string() + ": " + error.message());
  return keys;
}

// What is wrong with an answer to that request; empty: nothing.
std::string objection_to(const Answer& answer, const Asked& asked) {
  using enum Answer::Outcome;
  if (answer.outcome == Refused) return answer.reason.empty() ? "refused without a reason" : "";
  const bool revokes = asked.act == Act::Revoke;
  if (revokes != (answer.outcome == Revoked)) return "answers something else than was asked";
  if (answer.serial.empty()) return "no serial";
  if (revokes) return answer.serial == asked.serial ? "" : "another certificate was to be revoked";
  if (answer.key_id.empty()) return "no key";
  const bool other_key = asked.act == Act::Renew && answer.key_id != asked.key_id;
  if (other_key) return "renewed in another key";
  return answer.valid_until == asked.valid_until ? "" : "another end than was asked for";
}

std::optional<Answer> answer_in(const csv::Row& row) {
  if (row.size() != kAnswerHead.size()) return std::nullopt;
  const auto outcome = index_of(kOutcomes, row[1]);
  const auto until = instant_of(row[4]);
  if (!outcome || !until) return std::nullopt;
  return Answer{row[0], static_cast<Answer::Outcome>(*outcome), row[2], row[3], *until, row[5]};
}

struct Read {
  std::size_t row = 0;
  Answer answer;
};

// Rows that can be answers, whatever the others say.
std::vector<Read> rows_in(std::string_view file, std::span<const Asked> asked,
                          std::vector<Complaint>& complaints) {
  const auto rows = csv::read(file);
  if (!rows || rows->empty() || rows->front() != kAnswerHead) {
    complaints.push_back({0, "", "this is no file of answers"});
    return {};
  }
  std::vector<Read> read;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    const auto answer = answer_in((*rows)[i]);
    if (!answer) {
      complaints.push_back({i + 1, (*rows)[i].front(), "cannot be read"});
      continue;
    }
    const auto of = std::ranges::find(asked, answer->request, &Asked::request);
    const std::string why = of == asked.end() ? "was not asked for" : objection_to(*answer, *of);
    if (why.empty()) read.push_back({i + 1, *answer});
    if (!why.empty()) complaints.push_back({i + 1, answer->request, why});
  }
  return read;
}

}  // namespace

std::string_view name_of(Act act) {
  return kActs[static_cast<std::size_t>(act)];
}

Result<std::size_t> put_requests(const fs::path& folder, std::span<const Asked> asked,
                                 Instant now) {
  auto known = written_before(folder);
  if (!known) return tl::unexpected(known.error());
  std::string text = csv::line_of(kRequestHead);
  std::set<std::string> fresh;
  std::set<std::string> seen;
  for (const Asked& one : asked) {
    if (const auto why = objection_to(one); !why.empty()) return failed(Fault::Refused, why);
    if (!seen.insert(one.request).second) {
      return failed(Fault::Refused, fmt::format("{} twice", one.request));
    }
    if (known->contains(one.request)) continue;
    fresh.insert(one.request);
    text += csv::line_of(row_of(one));
  }
  if (fresh.empty()) return std::size_t{0};
  const fs::path file = folder / fmt::format("{}{:%Y%m%dT%H%M%SZ}.csv", kBeginning, now);
  const auto written = crypto::write_secret_file(file, text);
  if (!written) return failed(Fault::Unavailable, written.error());
  return fresh.size();
}

Result<std::vector<Asked>> read_requests(std::string_view file) {
  const auto rows = csv::read(file);
  if (!rows || rows->empty() || rows->front() != kRequestHead) {
    return failed(Fault::Refused, "this is no file of requests");
  }
  std::vector<Asked> all;
  for (std::size_t i = 1; i < rows->size(); ++i) {
    auto asked = asked_in((*rows)[i]);
    if (!asked) return failed(Fault::Refused, fmt::format("row {} cannot be read", i + 1));
    all.push_back(std::move(*asked));
  }
  return all;
}

Answers read_answers(std::string_view file, std::span<const Asked> asked) {
  Answers answers;
  std::map<std::string, std::vector<Read>> by_request;
  for (Read& one : rows_in(file, asked, answers.complaints)) {
    by_request[one.answer.request].push_back(std::move(one));
  }
  for (const auto& [request, all] : by_request) {
    const bool agree =
        std::ranges::all_of(all, [&](const Read& one) { return one.answer == all.front().answer; });
    if (agree) answers.answers.push_back(all.front().answer);
    if (agree) continue;
    for (const Read& one : all) {
      answers.complaints.push_back({one.row, request, "answered twice and not alike"});
    }
  }
  std::ranges::stable_sort(answers.complaints, {}, &Complaint::row);
  return answers;
}

std::string answer_file(std::span<const Answer> answers) {
  std::string text = csv::line_of(kAnswerHead);
  for (const Answer& answer : answers) {
    text += csv::line_of(
        {answer.request, std::string(kOutcomes[static_cast<std::size_t>(answer.outcome)]),
         answer.serial, answer.key_id, number_of(answer.valid_until), answer.reason});
  }
  return text;
}

}  // namespace vermilion::service::certificates::batch
