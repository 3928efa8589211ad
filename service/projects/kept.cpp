#include "service/projects/kept.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace vermilion::service::projects {
namespace {

using store::database::Transaction;

struct Stored {
  Files files;
  std::vector<Place> places;
};

// What the database has and we do not.
struct News {
  std::map<std::string, Stored> sets;
  std::int64_t last_publication = 0;
  std::string live;
};

News news_in(Transaction& transaction, const std::vector<std::string>& known,
             std::int64_t last_known) {
  News news;
  for (const std::string& digest : kept_sets(transaction)) {
    if (std::ranges::find(known, digest) != known.end()) continue;
    news.sets[digest] = {files_of(transaction, digest), places_in(transaction, digest)};
  }
  news.last_publication = last_publication(transaction);
  if (news.last_publication != last_known) news.live = publications(transaction).back().rule_set;
  return news;
}

// As orders name it, whatever today's program would work out.
KeptProject under(const KeptProject& project, const std::string& digest) {
  if (project.rules->digest == digest) return project;
  auto rules = *project.rules;
  auto terms = *project.terms;
  rules.digest = digest;
  terms.digest = digest;
  return {std::make_shared<const rules::Project>(std::move(rules)),
          std::make_shared<const workflow::ProjectTerms>(std::move(terms))};
}

}  // namespace

tl::expected<std::unique_ptr<Kept>, std::string> Kept::open(store::database::Database& database) {
  std::unique_ptr<Kept> kept(new Kept(database));
  if (const auto read = kept->refresh(); !read) return tl::make_unexpected(read.error());
  return kept;
}

KeptProject Kept::found_current(const std::string& project) const {
  const std::lock_guard lock(mutex_);
  if (live_ == nullptr) return {};
  const auto found = live_->projects.find(project);
  return found == live_->projects.end() ? KeptProject{} : found->second;
}

KeptProject Kept::found(const std::string& project, const std::string& digest) const {
  const auto look = [&]() -> KeptProject {
    const std::lock_guard lock(mutex_);
    const auto known = projects_.find({project, digest});
    return known == projects_.end() ? KeptProject{} : known->second;
  };
  KeptProject known = look();
  if (known.rules != nullptr || !refresh()) return known;
  return look();
}

Kept::Found Kept::current(const std::string& project) const {
  return found_current(project).terms;
}

Kept::Found Kept::with_digest(const std::string& project, const std::string& digest) const {
  return found(project, digest).terms;
}

Kept::Rules Kept::current_rules(const std::string& project) const {
  return found_current(project).rules;
}

Kept::Rules Kept::rules_with_digest(const std::string& project, const std::string& digest) const {
  return found(project, digest).rules;
}

std::shared_ptr<const RuleSet> Kept::live() const {
  const std::lock_guard lock(mutex_);
  return live_;
}

std::shared_ptr<const RuleSet> Kept::set_with_digest(const std::string& rule_set) const {
  const std::lock_guard lock(mutex_);
  const auto found = sets_.find(rule_set);
  return found == sets_.end() ? nullptr : found->second;
}

store::database::Result<std::int64_t> Kept::publish(const RuleSet& rules, const std::string& by,
                                                    const std::string& reason) {
  auto number = database_.transact(
      [&](Transaction& transaction) { return projects::publish(transaction, rules, by, reason); });
  if (number) static_cast<void>(refresh());  // who cannot read it now will at the next question
  return number;
}

store::database::Result<void> Kept::keep(const RuleSet& rules) {
  auto kept =
      database_.transact([&](Transaction& transaction) { projects::keep(transaction, rules); });
  if (kept) static_cast<void>(refresh());
  return kept;
}

tl::expected<void, std::string> Kept::refresh() const {
  std::vector<std::string> known;
  std::int64_t last_known = 0;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [digest, rules] : sets_) known.push_back(digest);
    last_known = last_publication_;
  }
  auto news = database_.read(
      [&](Transaction& transaction) { return news_in(transaction, known, last_known); });
  if (!news) return tl::make_unexpected(news.error().detail);
  for (auto& [digest, stored] : news->sets) {
    auto rules = compile_rule_set(std::move(stored.files));
    if (!rules) return tl::make_unexpected(fmt::format("rule set {}: {}", digest, rules.error()));
    rules->digest = digest;
    add(std::move(*rules), stored.places);
  }
  const std::lock_guard lock(mutex_);
  if (news->last_publication > last_publication_) {
    last_publication_ = news->last_publication;
    live_ = sets_.at(news->live);
  }
  return {};
}

void Kept::add(RuleSet rules, const std::vector<Place>& places) const {
  for (const Place& place : places) {
    const auto project = rules.projects.find(place.project);
    if (project != rules.projects.end()) project->second = under(project->second, place.digest);
  }
  const std::lock_guard lock(mutex_);
  for (const Place& place : places) {
    const auto project = rules.projects.find(place.project);
    if (project == rules.projects.end()) continue;
    projects_.try_emplace({place.project, place.digest}, project->second);
  }
  const std::string digest = rules.digest;
  sets_.try_emplace(digest, std::make_shared<const RuleSet>(std::move(rules)));
}

}  // namespace vermilion::service::projects
