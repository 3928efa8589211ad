#include "service/projects/archive.hpp"

#include <nlohmann/json.hpp>

namespace vermilion::service::projects {
namespace {

using store::database::ErrorKind;
using store::database::Transaction;
using Json = nlohmann::json;

// Who keeps or publishes does so one after the other.
constexpr std::string_view kLock = "rules";

std::string text_of(const Files& files) {
  return Json(files).dump();
}

bool is_kept(Transaction& transaction, const std::string& rule_set) {
  return transaction.row<std::string>("SELECT digest FROM rule_sets WHERE digest = $1", {rule_set})
      .has_value();
}

}  // namespace

void keep(Transaction& transaction, const RuleSet& rules) {
  transaction.lock(kLock);
  if (is_kept(transaction, rules.digest)) return;
  transaction.run("INSERT INTO rule_sets (digest, files, kept_at) VALUES ($1, $2, $3)",
                  {rules.digest, text_of(rules.files), transaction.now_ms() / 1000});
  for (const auto& [project, kept] : rules.projects) {
    transaction.run("INSERT INTO rule_set_projects (project, digest, rule_set) VALUES ($1, $2, $3)",
                    {project, kept.rules->digest, rules.digest});
  }
}

std::int64_t publish(Transaction& transaction, const RuleSet& rules, const std::string& by,
                     const std::string& reason) {
  keep(transaction, rules);
  const std::int64_t number = last_publication(transaction) + 1;
  transaction.run(
      "INSERT INTO rule_publications (number, rule_set, at, account, reason)"
      " VALUES ($1, $2, $3, $4, $5)",
      {number, rules.digest, transaction.now_ms() / 1000, by, reason});
  return number;
}

std::vector<Publication> publications(Transaction& transaction) {
  std::vector<Publication> all;
  for (auto& [number, rule_set, at_s, by, reason] :
       transaction.rows<std::int64_t, std::string, std::int64_t, std::string, std::string>(
           "SELECT number, rule_set, at, account, reason FROM rule_publications"
           " ORDER BY number")) {
    all.push_back({number, std::move(rule_set), at_s, std::move(by), std::move(reason)});
  }
  return all;
}

std::int64_t last_publication(Transaction& transaction) {
  const auto row = transaction.row<std::int64_t>(
      "SELECT number FROM rule_publications ORDER BY number DESC LIMIT 1");
  return row ? std::get<0>(*row) : 0;
}

std::vector<std::string> kept_sets(Transaction& transaction) {
  std::vector<std::string> digests;
  for (auto& [digest] :
       transaction.rows<std::string>("SELECT digest FROM rule_sets ORDER BY kept_at, digest")) {
    digests.push_back(std::move(digest));
  }
  return digests;
}

std::vector<Place> places_in(Transaction& transaction, const std::string& rule_set) {
  std::vector<Place> places;
  for (auto& [project, digest] : transaction.rows<std::string, std::string>(
           "SELECT project, digest FROM rule_set_projects WHERE rule_set = $1 ORDER BY project",
           {rule_set})) {
    places.push_back({std::move(project), std::move(digest), rule_set});
  }
  return places;
}

Files files_of(Transaction& transaction, const std::string& rule_set) {
  const auto row =
      transaction.row<std::string>("SELECT files FROM rule_sets WHERE digest = $1", {rule_set});
  if (!row) return {};
  const Json json = Json::parse(std::get<0>(*row), nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) Transaction::fail(ErrorKind::Ours, "a rule set that is no JSON");
  return json.get<Files>();
}

}  // namespace vermilion::service::projects
