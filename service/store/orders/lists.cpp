#include "service/store/orders/lists.hpp"

#include <fmt/format.h>

namespace vermilion::service::store::orders {
namespace {

struct Where {
  std::string text = "1 = 1";
  database::Parameters with;

  void require(std::string_view column, const std::string& value) {
    if (value.empty()) return;
    with.emplace_back(value);
    text += fmt::format(" AND {} = ${}", column, with.size());
  }
};

}  // namespace

std::vector<Line> lines(database::Transaction& transaction, const Filter& filter) {
  Where where;
  where.require("organisation", filter.organisation);
  where.require("project", filter.project);
  where.require("stage", filter.stage);
  where.require("status", filter.status);
  where.require("turn", filter.turn);
  where.with.emplace_back(filter.limit);
  where.with.emplace_back(filter.skip);
  using Text = std::string;
  using Number = std::int64_t;
  std::vector<Line> found;
  for (auto& [id, organisation, project, operation, variant, stage, status, payment, waiting, turn,
              since, until, begun_at, version] :
       transaction.rows<Text, Text, Text, Text, Text, Text, Text, Text, Text, std::optional<Text>,
                        Number, std::optional<Number>, Number, Number>(
           fmt::format("SELECT id, organisation, project, operation, variant, stage, status,"
                       " payment_status, waiting_for, turn, since, until, begun_at, version"
                       " FROM orders WHERE {} ORDER BY since, id LIMIT ${} OFFSET ${}",
                       where.text, where.with.size() - 1, where.with.size()),
           where.with)) {
    found.push_back({std::move(id), std::move(organisation), std::move(project),
                     std::move(operation), std::move(variant), std::move(stage), std::move(status),
                     std::move(payment), std::move(waiting), turn.value_or(""), since, until,
                     begun_at, version});
  }
  return found;
}

}  // namespace vermilion::service::store::orders
