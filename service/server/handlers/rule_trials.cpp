#include "service/server/handlers/rule_trials.hpp"

#include "service/authoring/files.hpp"
#include "service/authoring/trying.hpp"
#include "service/server/handlers/desk_requests.hpp"
#include "service/server/handlers/inspections.hpp"
#include "service/server/handlers/rule_files.hpp"
#include "service/server/resources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;

constexpr std::int64_t kLinesMost = 1'000'000;

// What the request's `draft` means, whole; the live rules where none is named.
Result<projects::RuleSet> set_asked_for(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto files = rule_files_of(**office, asked(request, "draft"));
  if (!files) return tl::make_unexpected(files.error());
  auto set = authoring::sound(*files);
  if (!set) return tl::make_unexpected(problem_of(set.error()));
  return std::move(*set);
}

Problem unknown_project() {
  return {.fault = Fault::UnknownProject,
          .detail = "the rules hold no such project",
          .pointer = "/query/project"};
}

http::Answer picture_answer(const cases::Drawn& drawn) {
  const std::string type = drawn.extension == "jpg" ? "jpeg" : drawn.extension;
  return {.status = 200,
          .headers = {{"Content-Type", "image/" + type}},
          .body = {reinterpret_cast<const char*>(drawn.bytes.data()), drawn.bytes.size()}};
}

}  // namespace

Result<http::Answer> try_rules_on_scan(const Request& request, Resources& resources) {
  const auto fit = only_asks(request, {"draft", "project", "document"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto set = set_asked_for(request, resources);
  if (!set) return tl::make_unexpected(set.error());
  const auto project = set->projects.find(asked(request, "project"));
  if (project == set->projects.end()) {
    return tl::make_unexpected(unknown_project());
  }
  return look_at_body(
      request, resources, request.asker.id,
      [&](const rules::OrderFacts& order) -> Result<inspection::Terms> {
        return inspection::project_terms(project->second.rules, asked(request, "document"), order,
                                         resources.form_keys)
            .map_error([](std::string complaint) {
              return Problem{Fault::UnknownDocument, std::move(complaint), "/query/document"};
            });
      });
}

Result<http::Answer> show_case_picture(const Request& request, Resources& resources) {
  const auto fit = only_asks(request, {"draft", "project", "line", "document"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto line = number_in_query(request, "line", 1, kLinesMost, 1);
  if (!line) return tl::make_unexpected(line.error());
  const auto set = set_asked_for(request, resources);
  if (!set) return tl::make_unexpected(set.error());
  const std::string id = asked(request, "project");
  if (!set->projects.contains(id)) return tl::make_unexpected(unknown_project());
  const auto projects = authoring::authored(*set, {id});
  const auto list = authoring::list_of(projects);
  if (!list) return tl::make_unexpected(Problem{Fault::NotFound});
  const auto found =
      std::ranges::find(*list, static_cast<std::size_t>(*line), &cases::Listed::line);
  if (found == list->end()) return tl::make_unexpected(Problem{Fault::NotFound});
  const auto drawn = cases::drawn(*found, asked(request, "document"));
  if (!drawn) return tl::make_unexpected(Problem{Fault::NotFound});
  return picture_answer(*drawn);
}

}  // namespace vermilion::service::server::handlers
