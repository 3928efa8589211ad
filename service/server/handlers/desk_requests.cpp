#include "service/server/handlers/desk_requests.hpp"

#include "service/server/resources.hpp"
#include "workflow/messages.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

// Seconds until a database that is overrun is asked again.
constexpr unsigned kBusy_s = 2;

Problem refused(std::string code, std::string zh, std::string en) {
  Problem problem{Fault::Refused};
  problem.said = Said{std::move(code), std::move(zh), std::move(en)};
  return problem;
}

struct Telling {
  Problem operator()(const review::Unknown&) const { return {Fault::NotFound}; }
  Problem operator()(const review::Changed&) const { return {Fault::Changed}; }
  Problem operator()(const review::AllWrong& all) const {
    Problem problem{Fault::Invalid};
    for (const auto& wrong : all) problem.complaints.push_back({wrong.pointer, wrong.why});
    return problem;
  }
  Problem operator()(const review::NotNow& why) const {
    if (why.code == code_of(Fault::KeyReused)) return {Fault::KeyReused};
    return refused(why.code, why.zh, why.en);
  }
  Problem operator()(const workflow::Refusal& refusal) const {
    return refused(std::string(workflow::name_of(refusal.code)),
                   workflow::text_of(refusal, workflow::Language::Chinese),
                   workflow::text_of(refusal, workflow::Language::English));
  }
  Problem operator()(const store::database::Error& error) const {
    if (error.kind == store::database::ErrorKind::Busy) {
      return {.fault = Fault::Busy, .retry_s = kBusy_s};
    }
    // For the log; told as our fault.
    throw std::runtime_error(
        fmt::format("{}: {} {}", name_of(error.kind), error.detail, error.constraint));
  }
};

tl::unexpected<Problem> invalid(std::string pointer, std::string text) {
  Problem problem{Fault::Invalid};
  problem.complaints.push_back({std::move(pointer), std::move(text)});
  return tl::make_unexpected(std::move(problem));
}

bool is_json(const Request& request) {
  const auto type = http::only(request.headers, "Content-Type");
  return type && (*type == "application/json" || type->starts_with("application/json;"));
}

Problem problem_of(const orders::Mistakes& mistakes) {
  Problem problem{Fault::Invalid};
  for (const auto& mistake : mistakes) {
    problem.complaints.push_back({mistake.pointer, mistake.text});
  }
  return problem;
}

}  // namespace

Problem problem_of(const review::Trouble& trouble) {
  return std::visit(Telling{}, trouble);
}

Result<Office*> office_of(Resources& resources) {
  if (resources.office == nullptr) return tl::make_unexpected(Problem{Fault::NotFound});
  return resources.office;
}

std::string_view text_in(const Request& request) {
  return {reinterpret_cast<const char*>(request.body.data()), request.body.size()};
}

Result<void> read_body(const Request& request, const std::function<void(orders::Members&)>& read) {
  if (!is_json(request)) return invalid("/headers/content-type", "应为 application/json");
  orders::Mistakes mistakes;
  const nlohmann::json object = orders::object_in(text_in(request), mistakes);
  if (mistakes.empty()) {
    orders::Members members(object, "", mistakes);
    read(members);
    members.end();
  }
  if (!mistakes.empty()) return tl::make_unexpected(problem_of(mistakes));
  return {};
}

std::string asked(const Request& request, std::string_view name) {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string() : found->second;
}

Result<void> only_asks(const Request& request, std::initializer_list<std::string_view> names) {
  for (const auto& [name, value] : request.query) {
    if (std::find(names.begin(), names.end(), name) == names.end()) {
      return invalid("/query/" + name, "没有这个参数");
    }
  }
  return {};
}

Result<std::int64_t> number_in_query(const Request& request, std::string_view name,
                                     std::int64_t least, std::int64_t most,
                                     std::int64_t otherwise) {
  const std::string said = asked(request, name);
  if (said.empty()) return otherwise;
  std::int64_t number = 0;
  const auto [stopped, error] = std::from_chars(said.data(), said.data() + said.size(), number);
  const bool whole = error == std::errc() && stopped == said.data() + said.size();
  if (whole && number >= least && number <= most) return number;
  return invalid(fmt::format("/query/{}", name), fmt::format("应为 {} 至 {} 的整数", least, most));
}

std::string time_text(std::int64_t at_s) {
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(at_s)));
}

nlohmann::ordered_json time_if_any(const std::optional<std::int64_t>& at_s) {
  return at_s ? nlohmann::ordered_json(time_text(*at_s)) : nlohmann::ordered_json();
}

http::Answer answer_with(const nlohmann::ordered_json& json, int status) {
  auto answer =
      answer_with_bytes(json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
  answer.status = status;
  return answer;
}

http::Answer answer_with_bytes(std::string json) {
  return {
      .status = 200, .headers = {{"Content-Type", "application/json"}}, .body = std::move(json)};
}

}  // namespace vermilion::service::server::handlers
