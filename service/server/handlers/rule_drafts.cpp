#include "service/server/handlers/rule_drafts.hpp"

#include "rules/yaml/parse.hpp"
#include "service/orders/told_subject.hpp"
#include "service/server/handlers/desk_requests.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace vermilion::service::server::handlers {
namespace {

template <class T>
using Result = tl::expected<T, Problem>;
using json = nlohmann::ordered_json;
using authoring::Draft;
using authoring::DraftState;
using orders::Reads;
using orders::SubjectWord;

const std::string& draft_in(const Request& request) {
  return request.path.find("draft")->second;
}

json if_any(const std::string& text) {
  return text.empty() ? json() : json(text);
}

json line_json(const Office& office, const Draft& draft) {
  return {{"id", draft.id},
          {"title", draft.title},
          {"author", draft.author},
          {"state", name_of(draft.state)},
          {"version", draft.version},
          {"base", draft.base},
          {"outdated", office.drafts.is_outdated(draft)},
          {"made_at", time_text(draft.made_at_s)},
          {"changed_at", time_text(draft.changed_at_s)}};
}

json files_json(const Draft& draft) {
  json files = json::array();
  for (const auto& [path, text] : draft.edits) {
    files.push_back({{"path", path}, {"removed", !text.has_value()}});
  }
  return files;
}

json shadow_json(const Draft& draft, const authoring::ShadowCounts& counts) {
  if (!draft.shadow_since_s) return {};
  json verdicts = json::array();
  for (const auto& [pair, count] : counts.verdicts) {
    verdicts.push_back({{"before", pair.first}, {"after", pair.second}, {"count", count}});
  }
  return {{"since", time_text(*draft.shadow_since_s)},
          {"reports", counts.reports},
          {"alike", counts.alike},
          {"open", counts.open},
          {"verdicts", std::move(verdicts)}};
}

json question_json(const Draft& draft) {
  if (draft.asked_by.empty()) return {};
  return {{"asked_by", draft.asked_by},
          {"asked_at", time_if_any(draft.asked_at_s)},
          {"reason", draft.reason},
          {"digest", draft.digest}};
}

// The lines of authoring/publication_subject.
constexpr std::array kSubjectWords{
    SubjectWord{"matter", {"事项", "Matter"}},
    SubjectWord{"draft", {"草稿编号", "Draft"}},
    SubjectWord{"title", {"标题", "Title"}},
    SubjectWord{"author", {"作者", "Author"}, Reads::Person},
    SubjectWord{"from", {"现行规则", "Rules now"}, Reads::Digest},
    SubjectWord{"to", {"发布后的规则", "Rules afterwards"}, Reads::Digest},
    SubjectWord{"file", {"改动的文件", "File changed"}},
    SubjectWord{
        "sha256", {"改动后的内容（删除则为空）", "Its content, none where removed"}, Reads::Digest},
    SubjectWord{"project", {"受影响的项目", "Project concerned"}},
    SubjectWord{"before", {"项目的现行规则", "Its rules now"}, Reads::Digest},
    SubjectWord{"after", {"项目发布后的规则", "Its rules afterwards"}, Reads::Digest},
};

orders::ToldLine told_line(const workflow::SubjectLine& line) {
  const auto told = orders::told_by(kSubjectWords, line);
  if (!told) return {{line.name, line.name}, {line.value, line.value}};
  if (line.name != "matter") return *told;
  const auto words = orders::words_of(workflow::Matter::PublishRules);
  return {told->name, {words.zh, words.en}};
}

// Null until it was in shadow: before, nobody can be shown what it means.
json subject_json(const Office& office, const Draft& draft) {
  const auto text = office.drafts.subject_of(draft);
  if (!text) return {};
  return orders::told_subject(*text, told_line);
}

json publication_json(const projects::Publication& publication) {
  return {{"number", publication.number},
          {"rule_set", publication.rule_set},
          {"at", time_text(publication.at_s)},
          {"by", publication.by},
          {"reason", publication.reason}};
}

Result<http::Answer> answered(Office& office, const review::Got<Draft>& draft) {
  if (!draft) return tl::make_unexpected(problem_of(draft.error()));
  return draft_answer(office, *draft);
}

// The key of the request is the id of the draft: the same request is the same draft.
Result<std::string> key_in(const Request& request) {
  const auto is_plain = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '-';
  };
  const auto said = http::only(request.headers, "Idempotency-Key");
  if (said && said->size() >= 8 && said->size() <= 64 && std::ranges::all_of(*said, is_plain)) {
    return std::string(*said);
  }
  Problem problem{Fault::Invalid};
  problem.complaints.push_back({"/headers/idempotency-key", "应为 8 至 64 位字母、数字、- 或 _"});
  return tl::make_unexpected(std::move(problem));
}

}  // namespace

Result<http::Answer> draft_answer(Office& office, const Draft& draft) {
  const auto counts = office.drafts.shadow_counts(draft.id);
  if (!counts) return tl::make_unexpected(problem_of(counts.error()));
  json answer = line_json(office, draft);
  answer["files"] = files_json(draft);
  answer["shadow"] = shadow_json(draft, *counts);
  answer["question"] = question_json(draft);
  answer["subject"] = subject_json(office, draft);
  answer["confirmed_by"] = if_any(draft.confirmed_by);
  answer["confirmed_at"] = time_if_any(draft.confirmed_at_s);
  auto told = answer_with(answer);
  told.headers.push_back({"ETag", fmt::format("\"{}\"", draft.version)});
  return told;
}

Result<http::Answer> list_rule_drafts(const Request& /*request*/, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto drafts = (*office)->drafts.list();
  if (!drafts) return tl::make_unexpected(problem_of(drafts.error()));
  json items = json::array();
  for (const Draft& draft : *drafts) items.push_back(line_json(**office, draft));
  return answer_with({{"items", std::move(items)}, {"next", nullptr}});
}

Result<http::Answer> begin_rule_draft(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto key = key_in(request);
  if (!key) return tl::make_unexpected(key.error());
  std::string title;
  authoring::Files files;
  const auto read = read_body(request, [&](orders::Members& body) {
    title = body.text("title", 100);
    files = body.contents_if_any("files", 100, rules::yaml::kBytesMax + 1);
  });
  if (!read) return tl::make_unexpected(read.error());
  const auto draft = (*office)->drafts.begin(*key, request.asker.id, title,
                                             authoring::Edits(files.begin(), files.end()));
  auto answer = answered(**office, draft);
  if (answer) answer->status = 201;
  return answer;
}

Result<http::Answer> show_rule_draft(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  return answered(**office, (*office)->drafts.find(draft_in(request)));
}

Result<http::Answer> drop_rule_draft(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  return answered(**office, (*office)->drafts.drop(draft_in(request)));
}

Result<http::Answer> shadow_rule_draft(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  return answered(**office, (*office)->drafts.shadow(draft_in(request)));
}

Result<http::Answer> ask_to_publish(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  std::string reason;
  std::string digest;
  const auto read = read_body(request, [&](orders::Members& body) {
    reason = body.text("reason", 500);
    digest = body.sha256("digest");
  });
  if (!read) return tl::make_unexpected(read.error());
  return answered(**office,
                  (*office)->drafts.ask(draft_in(request), request.asker.id, reason, digest));
}

Result<http::Answer> confirm_publication(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  std::string digest;
  const auto read =
      read_body(request, [&](orders::Members& body) { digest = body.sha256("digest"); });
  if (!read) return tl::make_unexpected(read.error());
  return answered(**office, (*office)->drafts.confirm(draft_in(request), request.asker.id, digest));
}

Result<http::Answer> list_publications(const Request& /*request*/, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  const auto all = (*office)->drafts.publications();
  if (!all) return tl::make_unexpected(problem_of(all.error()));
  json items = json::array();
  for (const auto& publication : *all) items.push_back(publication_json(publication));
  return answer_with({{"items", std::move(items)}, {"next", nullptr}});
}

Result<http::Answer> roll_back_rules(const Request& request, Resources& resources) {
  const auto office = office_of(resources);
  if (!office) return tl::make_unexpected(office.error());
  std::string to;
  std::string reason;
  const auto read = read_body(request, [&](orders::Members& body) {
    to = body.sha256("to");
    reason = body.text("reason", 500);
  });
  if (!read) return tl::make_unexpected(read.error());
  const auto done = (*office)->drafts.roll_back(to, request.asker.id, reason);
  if (!done) return tl::make_unexpected(problem_of(done.error()));
  return answer_with(publication_json(*done));
}

}  // namespace vermilion::service::server::handlers
