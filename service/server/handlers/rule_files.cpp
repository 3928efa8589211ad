#include "service/server/handlers/rule_files.hpp"

#include "rules/schema/json_schema.hpp"
#include "rules/yaml/parse.hpp"
#include "service/authoring/checking.hpp"
#include "service/authoring/completing.hpp"
#include "service/authoring/differing.hpp"
#include "service/authoring/replaying.hpp"
#include "service/server/handlers/desk_requests.hpp"
#include "service/server/handlers/rule_drafts.hpp"
#include "service/server/resources.hpp"
#include "workflow/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;
using json = nlohmann::ordered_json;
using authoring::Edits;
using authoring::Files;

constexpr std::size_t kFilesMost = 100;
constexpr std::int64_t kReportsMost = 2000;
constexpr std::int64_t kReportsUsual = 500;

tl::unexpected<Problem> invalid(std::string pointer, std::string why) {
  Problem problem{Fault::Invalid};
  problem.complaints.push_back({std::move(pointer), std::move(why)});
  return tl::make_unexpected(std::move(problem));
}

// What authors send: some files, laid over those of a draft or the live ones.
struct Sent {
  Files changed;
  std::string draft;
  std::vector<std::string> projects;
  std::int64_t reports = kReportsUsual;
};

Result<Sent> sent_in(const Request& request,
                     const std::function<void(orders::Members&, Sent&)>& more) {
  Sent sent;
  const auto read = read_body(request, [&](orders::Members& body) {
    sent.changed = body.contents_if_any("files", kFilesMost, rules::yaml::kBytesMax + 1);
    sent.draft = body.text_if_any("draft", 64);
    more(body, sent);
  });
  if (!read) return tl::make_unexpected(read.error());
  for (const auto& [path, text] : sent.changed) {
    if (!authoring::is_rule_path(path)) return invalid("/files", "没有这样的规则文件：" + path);
  }
  return sent;
}

Result<Sent> sent_in(const Request& request) {
  return sent_in(request, [](orders::Members&, Sent&) {});
}

Result<Files> files_of(Office& office, const Sent& sent) {
  auto base = rule_files_of(office, sent.draft);
  if (!base) return base;
  return authoring::edited(std::move(*base), Edits(sent.changed.begin(), sent.changed.end()));
}

Result<projects::RuleSet> sound_set(Office& office, const Sent& sent) {
  const auto files = files_of(office, sent);
  if (!files) return tl::make_unexpected(files.error());
  auto set = authoring::sound(*files);
  if (!set) return tl::make_unexpected(problem_of(set.error()));
  return std::move(*set);
}

Result<std::vector<rules::Project>> live_projects(Office& office) {
  const auto live = office.drafts.kept().live();
  if (live == nullptr) return tl::make_unexpected(Problem{Fault::NotFound});
  return authoring::projects_of(*live);
}

json listing(const Files& files, const std::optional<authoring::Draft>& draft) {
  json items = json::array();
  for (const auto& [path, text] : files) {
    items.push_back({{"path", path},
                     {"bytes", text.size()},
                     {"sha256", workflow::sha256_of(text)},
                     {"edited", draft && draft->edits.contains(path)}});
  }
  return {{"items", std::move(items)}, {"next", nullptr}, {"rule_set", projects::digest_of(files)}};
}

// "12", in the quotes of an ETag; nothing where none is said.
Result<std::optional<std::int64_t>> version_in(const Request& request) {
  if (http::count(request.headers, "If-Match") == 0) return std::nullopt;
  const auto said = http::only(request.headers, "If-Match");
  std::int64_t version = 0;
  if (said && said->size() > 2 && said->front() == '"' && said->back() == '"') {
    const char* const end = said->data() + said->size() - 1;
    const auto [stopped, error] = std::from_chars(said->data() + 1, end, version);
    if (error == std::errc() && stopped == end) return version;
  }
  return invalid("/headers/if-match", "应为草稿的 ETag");
}

Result<http::Answer> write(const Request& request, Resources& resources,
                           const std::optional<std::string>& text) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"path", "draft"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto version = version_in(request);
  if (!version) return tl::make_unexpected(version.error());
  const auto draft =
      (*office)->drafts.write(asked(request, "draft"), asked(request, "path"), text, *version);
  if (!draft) return tl::make_unexpected(problem_of(draft.error()));
  return draft_answer(**office, *draft);
}

// Those that are named, if each is one of the set's.
Result<void> projects_known(const projects::RuleSet& set, const std::vector<std::string>& ids) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!set.projects.contains(ids[i])) {
      return invalid(fmt::format("/projects/{}", i), "没有这个项目：" + ids[i]);
    }
  }
  return {};
}

std::optional<rules::schema::FileKind> kind_named(const std::string& name) {
  using rules::schema::FileKind;
  if (name.empty() || name == "project") return FileKind::Project;
  if (name == "document") return FileKind::Document;
  if (name == "cases") return FileKind::Cases;
  return std::nullopt;
}

}  // namespace

Result<Files> rule_files_of(Office& office, const std::string& draft) {
  if (draft.empty()) {
    auto live = office.drafts.live_files();
    if (!live) return tl::make_unexpected(problem_of(live.error()));
    return std::move(*live);
  }
  const auto found = office.drafts.find(draft);
  if (!found) return tl::make_unexpected(problem_of(found.error()));
  auto files = office.drafts.files_of(*found);
  if (!files) return tl::make_unexpected(problem_of(files.error()));
  return std::move(*files);
}

Result<http::Answer> show_rule_files(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto fit = only_asks(request, {"path", "draft"});
  if (!fit) return tl::make_unexpected(fit.error());
  const std::string id = asked(request, "draft");
  const auto files = rule_files_of(**office, id);
  if (!files) return tl::make_unexpected(files.error());
  const std::string path = asked(request, "path");
  if (path.empty()) {
    const auto draft = id.empty() ? std::nullopt : std::optional((*office)->drafts.find(id));
    return answer_with(listing(*files, draft && *draft ? std::optional(**draft) : std::nullopt));
  }
  const auto found = files->find(path);
  if (found == files->end()) return tl::make_unexpected(Problem{Fault::NotFound});
  return http::Answer{.status = 200,
                      .headers = {{"Content-Type", "text/plain; charset=utf-8"},
                                  {"ETag", "\"" + workflow::sha256_of(found->second) + "\""}},
                      .body = found->second};
}

Result<http::Answer> write_rule_file(const Request& request, Resources& resources) {
  return write(request, resources, std::string(text_in(request)));
}

Result<http::Answer> remove_rule_file(const Request& request, Resources& resources) {
  return write(request, resources, std::nullopt);
}

Result<http::Answer> check_rules(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto sent = sent_in(request);
  if (!sent) return tl::make_unexpected(sent.error());
  const auto all = files_of(**office, *sent);
  if (!all) return tl::make_unexpected(all.error());
  // Without files of its own, everything is looked at.
  const Files& these = sent->changed.empty() ? *all : sent->changed;
  const auto checked = authoring::check(authoring::sources_of(these),
                                        authoring::sources_of(authoring::beside(these, *all)));
  return answer_with_bytes(authoring::text_of(authoring::to_json(checked)));
}

Result<http::Answer> test_rules(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto sent = sent_in(request, [](orders::Members& body, Sent& into) {
    into.projects = body.texts_if_any("projects", kFilesMost, 64);
  });
  if (!sent) return tl::make_unexpected(sent.error());
  const auto set = sound_set(**office, *sent);
  if (!set) return tl::make_unexpected(set.error());
  if (const auto known = projects_known(*set, sent->projects); !known) {
    return tl::make_unexpected(known.error());
  }
  const auto projects = authoring::authored(*set, sent->projects);
  const auto list = authoring::list_of(projects);
  if (!list) return invalid("/files", list.error());
  const auto ran = (*office)->trials.run(request.asker.id, *list, resources.inspect,
                                         [&] { return resources.stopping.load(); });
  if (!ran) return tl::make_unexpected(Problem{.fault = Fault::Busy, .retry_s = 10});
  auto answer = answer_with_bytes(authoring::text_of(authoring::to_json(ran->tried)));
  answer.headers.push_back({"Vermilion-Complete", ran->complete() ? "true" : "false"});
  return answer;
}

Result<http::Answer> diff_rules(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto sent = sent_in(request);
  if (!sent) return tl::make_unexpected(sent.error());
  const auto set = sound_set(**office, *sent);
  if (!set) return tl::make_unexpected(set.error());
  const auto before = live_projects(**office);
  if (!before) return tl::make_unexpected(before.error());
  const auto after = authoring::projects_of(*set);
  return answer_with_bytes(
      authoring::text_of(authoring::to_json(authoring::pairs_of(*before, after))));
}

Result<http::Answer> replay_rules(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto sent = sent_in(request, [](orders::Members& body, Sent& into) {
    into.reports = body.number_or("reports", 1, kReportsMost, kReportsUsual);
  });
  if (!sent) return tl::make_unexpected(sent.error());
  const auto set = sound_set(**office, *sent);
  if (!set) return tl::make_unexpected(set.error());
  auto before = live_projects(**office);
  if (!before) return tl::make_unexpected(before.error());
  const authoring::Sides sides{std::move(*before), authoring::projects_of(*set)};
  output::Replay replay;
  for (const auto& key : (*office)->reports.latest(static_cast<int>(sent->reports))) {
    const auto report = (*office)->reports.read(key);
    if (report) authoring::replay(*report, key.order + "/" + key.slot, sides, replay);
  }
  return answer_with_bytes(authoring::text_of(output::to_json(replay)));
}

Result<http::Answer> complete_rules(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  rules::yaml::Source file;
  std::string draft;
  std::size_t line = 1;
  std::size_t column = 1;
  const auto read = read_body(request, [&](orders::Members& body) {
    file.name = body.text("path", 160);
    file.text = body.content("text", rules::yaml::kBytesMax + 1);
    line = static_cast<std::size_t>(body.number("line", 1, 1'000'000));
    column = static_cast<std::size_t>(body.number("column", 1, 1'000'000));
    draft = body.text_if_any("draft", 64);
  });
  if (!read) return tl::make_unexpected(read.error());
  if (!authoring::is_rule_path(file.name)) return invalid("/path", "没有这样的规则文件");
  const auto at = authoring::byte_at(file.text, line, column);
  if (!at) return invalid("/line", "没有这一行");
  const auto beside = rule_files_of(**office, draft);
  if (!beside) return tl::make_unexpected(beside.error());
  return answer_with_bytes(authoring::text_of(
      authoring::to_json(authoring::complete(file, *at, authoring::sources_of(*beside)))));
}

Result<http::Answer> show_rules_schema(const Request& request, Resources& resources) {
  const auto fit = only_asks(request, {"kind"});
  if (!fit) return tl::make_unexpected(fit.error());
  const auto kind = kind_named(asked(request, "kind"));
  if (!kind) return invalid("/query/kind", "应为 project、document 或 cases");
  return answer_with_bytes(authoring::text_of(rules::schema::json_schema(*kind, resources.checks)));
}

}  // namespace vermilion::service::server::handlers
