#include "service/store/orders/lists.hpp"

#include <fmt/format.h>

namespace vermilion::service::store::orders {
namespace {

struct Where {
  std::string text = "1 = 1";
  database::Parameters with;

  template <class T>
  std::string place(const T& value) {
    with.emplace_back(value);
    return fmt::format("${}", with.size());
  }
  void require(std::string_view column, const std::string& value) {
    if (!value.empty()) text += fmt::format(" AND {} = {}", column, place(value));
  }
  void require_one_of(std::string_view column, const std::vector<std::string>& values) {
    std::string places;
    for (const std::string& value : values) places += (places.empty() ? "" : ", ") + place(value);
    if (!places.empty()) text += fmt::format(" AND {} IN ({})", column, places);
  }
  void require_late(const std::optional<std::int64_t>& at_s) {
    if (at_s) text += fmt::format(" AND until < {}", place(*at_s));
  }
  void require_behind(const std::optional<Behind>& behind) {
    if (!behind) return;
    const std::string since = place(behind->since_s);
    text +=
        fmt::format(" AND (since > {0} OR (since = {0} AND id > {1}))", since, place(behind->id));
  }
};

Where where_of(const Filter& filter) {
  Where where;
  where.require("organisation", filter.organisation);
  where.require("project", filter.project);
  where.require("stage", filter.stage);
  where.require_one_of("stage", filter.stages);
  where.require("status", filter.status);
  where.require("turn", filter.turn);
  where.require_late(filter.late_at_s);
  where.require_behind(filter.behind);
  return where;
}

}  // namespace

std::vector<Line> lines(database::Transaction& transaction, const Filter& filter) {
  Where where = where_of(filter);
  const std::string limit = where.place(filter.limit);
  const std::string skip = where.place(filter.skip);
  using Text = std::string;
  using Number = std::int64_t;
  std::vector<Line> found;
  for (auto& [id, organisation, name, project, operation, variant, stage, status, payment, waiting,
              turn, since, until, begun_at, version] :
       transaction.rows<Text, Text, std::optional<Text>, Text, Text, Text, Text, Text, Text, Text,
                        std::optional<Text>, Number, std::optional<Number>, Number, Number>(
           fmt::format("SELECT id, organisation,"
                       " (SELECT name FROM organisations WHERE credit_code = organisation),"
                       " project, operation, variant, stage, status, payment_status,"
                       " waiting_for, turn, since, until, begun_at, version"
                       " FROM orders WHERE {} ORDER BY since, id LIMIT {} OFFSET {}",
                       where.text, limit, skip),
           where.with)) {
    found.push_back({std::move(id), std::move(organisation), name.value_or(""), std::move(project),
                     std::move(operation), std::move(variant), std::move(stage), std::move(status),
                     std::move(payment), std::move(waiting), turn.value_or(""), since, until,
                     begun_at, version});
  }
  return found;
}

}  // namespace vermilion::service::store::orders
